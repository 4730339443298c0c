#!/bin/sh
# Starts Belay on the Java beside it.
self=$(readlink -f "$0")
lib=${self%/bin/*}/lib
app=$lib/app

# A command is over before the second compiler's work pays; the window is not.
case ${1-} in
  '' | --open | demo) compiler=4 ;;
  *) compiler=1 ;;
esac

exec "$lib/runtime/bin/java" "-XX:SharedArchiveFile=$app/belay.jsa" \
  -XX:TieredStopAtLevel=$compiler @options@ \
  "-Dorg.sqlite.lib.path=$app/native" -cp "@class-path@" io.belay.app.Main "$@"
