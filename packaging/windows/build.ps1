# Makes Belay's .msi in app/target/packages. Before: mvn package. Needs JAVA_HOME at a JDK 25 and
# the WiX toolset on the PATH.
$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $PSScriptRoot
$project = Split-Path -Parent $here
$out = "$project\app\target\packages"
$work = "$out\windows"
$pom = [xml](Get-Content "$project\pom.xml")
$version = $pom.project.version
$stamp = $pom.project.properties.'project.build.outputTimestamp'
$bin = "$env:JAVA_HOME\bin"

function Run {
  & $args[0] @($args | Select-Object -Skip 1)
  if ($LASTEXITCODE -ne 0) { throw "$($args[0]) failed: $LASTEXITCODE" }
}

if (Test-Path $work) { Remove-Item -Recurse -Force $work }
New-Item -ItemType Directory -Force $work | Out-Null
Run "$bin\java" "$here\build\Image.java" make "$project\app\target\dist\lib" $work $stamp `
  "$here\build\roots.pem"
if (Test-Path "$project\app\target\dist\legal") {
  Copy-Item -Recurse "$project\app\target\dist\legal" "$work\app\legal"
}

$shared = @(Get-Content "$here\jvm.options") + '-Dorg.sqlite.lib.path=$APPDIR\native'
$options = ($shared + '-XX:SharedArchiveFile=$APPDIR\belay.jsa') |
  ForEach-Object { '--java-options'; $_ }
$cli = ($shared + '-XX:SharedArchiveFile=$APPDIR\belay.jsa' + '-XX:TieredStopAtLevel=1') -join ' '
# in a properties file a backslash stands for itself only when doubled
Set-Content "$work\belay-cli.properties" ("win-console=true`njava-options=" + $cli.Replace('\', '\\'))

# names differ in more than case: one is the window, the other the command line
Run "$bin\jpackage" --type app-image --name Belay --app-version $version `
  --runtime-image "$work\runtime" --input "$work\app" --dest $work `
  --main-jar "app-$version.jar" --main-class io.belay.app.Main @options `
  --add-launcher "belay-cli=$work\belay-cli.properties" --icon "$project\app\target\icons\belay.ico"
Run "$bin\java" "$here\build\Image.java" archive `
  "$work\runtime" "$work\Belay\app" "$here\jvm.options" "$here\build\belay.classes"
Run "$bin\jpackage" --type msi --name Belay --app-version $version --app-image "$work\Belay" `
  --dest $out --win-menu --win-shortcut-prompt --win-per-user-install `
  --win-upgrade-uuid 6f0d1a1e-7f0a-4b53-9d8e-0b6a4a6f5c21
