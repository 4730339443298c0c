#!/usr/bin/env bash
# Writes anew which classes a start takes: ../build/belay.classes. Before: image.sh IMAGE. The list is
# kept with the sources, as what a start loads depends a little on timing and packages must come out
# the same twice; an outdated list only makes starts longer.
# Usage: classes.sh IMAGE (needs Xvfb and GTK 3)
set -euo pipefail
image=$1
list=$(cd "$(dirname "$0")/../build" && pwd)/belay.classes
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BELAY_DATA_DIR=$work/data
printf 'a password for nothing' >"$work/password"
rm -f "$image"/lib/app/*.jsa
runs=0

record() {
  runs=$((runs + 1))
  JAVA_TOOL_OPTIONS=-XX:DumpLoadedClassList=$work/run.$runs "$@" >/dev/null 2>&1
}
# SECONDS COMMAND...: a window ends when its time is over
record_for() { record timeout "$@" || [ $? = 124 ]; }
belay() { record "$image/bin/belay" "$@"; }

belay --version
belay vault create --password-file "$work/password" --mnemonic-out "$work/words"
belay practice faucet 'Account 1'
belay practice mine
belay balance --json
belay send --from 'Account 1' --to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed --amount 0.1 \
  --password-file "$work/password" --yes --wait included
belay tx list
Xvfb -displayfd 3 -noreset -screen 0 1280x900x24 3>"$work/display" 2>/dev/null &
trap 'kill $!; rm -rf "$work"' EXIT
until [ -s "$work/display" ]; do
  kill -0 $! || { echo "no display" >&2; exit 1; }
  sleep 0.1
done
export DISPLAY=:$(cat "$work/display")
record_for 20 "$image/bin/belay"
export BELAY_DATA_DIR=$work/fresh
record_for 20 "$image/bin/belay"
record_for 30 "$image/bin/belay" demo

# Names without their numbers, then what lambdas become. What the constants of a class name fits one
# build only, and Java lays no class of a signed jar ready.
sed 's/ id: [0-9]*$//' "$work"/run.* | grep -v '^#\|^@cp\|^org/bouncycastle' | LC_ALL=C sort -u >"$work/all"
{ grep -v '^@' "$work/all"; grep '^@' "$work/all"; } >"$list"
wc -l "$list"
