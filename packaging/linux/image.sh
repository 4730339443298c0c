#!/usr/bin/env bash
# Makes the program as it is installed: image.sh TARGET [CLASSES]. Before: mvn package.
# CLASSES: the list of the classes of a start.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
target=$1
classes=${2:-$here/../build/belay.classes}
stamp=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$project/pom.xml")
export LC_ALL=C
umask 022

# The JDK that the runtime is made from: it must be a 25, as the program is tried on that.
java=
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  if [ -x "$home/bin/jlink" ] && grep -q '^JAVA_VERSION="25' "$home/release" 2>/dev/null; then
    java=$home/bin/java
    break
  fi
done
[ -n "$java" ] || { echo "a JDK 25 is needed: set JAVA_HOME to it" >&2; exit 1; }

rm -rf "$target"
mkdir -p "$target/bin" "$target/share"
"$java" "$here/../build/Image.java" make "$project/app/target/dist/lib" "$target/lib" "$stamp" \
  "$here/../build/roots.pem"
app=$target/lib/app
[ ! -d "$project/app/target/dist/legal" ] || cp -r "$project/app/target/dist/legal" "$app/legal"
cp -r "$project/app/target/icons" "$target/share/icons"

jars=
for jar in "$app"/*.jar; do
  jars=$jars${jars:+:}\$app/${jar##*/}
done
options=$(tr '\n' ' ' <"$here/../jvm.options")
sed -e "s|@options@ |$options|" -e "s|@class-path@|$jars|" "$here/belay.sh" >"$target/bin/belay"
chmod 755 "$target/bin/belay"

runtime=$target/lib/runtime
"$runtime/bin/java" -cp "${jars//\$app/$app}" io.belay.app.cli.Manual "$target/share"

# Java notes when its jars were written: they get their date before the classes are laid ready.
date_all() { find "$target" -exec touch -h -d "$stamp" {} +; }
chmod -R u=rwX,go=rX "$target"
date_all
"$java" "$here/../build/Image.java" archive "$runtime" "$app" "$here/../jvm.options" "$classes"
chmod 644 "$app"/*.jsa
date_all
