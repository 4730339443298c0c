#!/usr/bin/env bash
# Makes Belay's .dmg in app/target/packages. Before: mvn package. Needs JAVA_HOME at a JDK 25.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
project=$(cd "$here/.." && pwd)
out=$project/app/target/packages
work=$out/macos
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$project/pom.xml" | head -1)
stamp=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$project/pom.xml")

rm -rf "$work"
mkdir -p "$work"
"$JAVA_HOME/bin/java" "$here/build/Image.java" make "$project/app/target/dist/lib" "$work" "$stamp" \
  "$here/build/roots.pem"
[ ! -d "$project/app/target/dist/legal" ] || cp -R "$project/app/target/dist/legal" "$work/app/legal"

options=(--java-options '-Dorg.sqlite.lib.path=$APPDIR/native')
while read -r option; do options+=(--java-options "$option"); done <"$here/jvm.options"
cat >"$work/belay-cli.properties" <<END
arguments=
java-options=-XX:SharedArchiveFile=\$APPDIR/belay.jsa -XX:TieredStopAtLevel=1 -Dorg.sqlite.lib.path=\$APPDIR/native $(tr '\n' ' ' <"$here/jvm.options")
END
# Apple takes no version that begins with 0
"$JAVA_HOME/bin/jpackage" --type app-image --name Belay --app-version "${version/#0./1.}" \
  --runtime-image "$work/runtime" --input "$work/app" --dest "$work" \
  --main-jar "app-$version.jar" --main-class io.belay.app.Main \
  --java-options '-XX:SharedArchiveFile=$APPDIR/belay.jsa' "${options[@]}" \
  --add-launcher "belay=$work/belay-cli.properties" \
  --icon "$project/app/target/icons/belay.icns"

contents=$work/Belay.app/Contents
"$JAVA_HOME/bin/java" "$here/build/Image.java" archive \
  "$work/runtime" "$contents/app" "$here/jvm.options" "$here/build/belay.classes"
# laid in after jpackage had signed: signed again, by the releaser's identity or by none
codesign --force --deep --sign "${BELAY_SIGN:--}" "$work/Belay.app"
"$JAVA_HOME/bin/jpackage" --type dmg --name Belay --app-version "${version/#0./1.}" \
  --app-image "$work/Belay.app" --dest "$out"
