#!/usr/bin/env bash
# Builds a commit twice from clean clones in the same place and compares what comes out, byte by
# byte: the program, and on Linux its image and packages. Differences end it with 1.
#
#   packaging/reproduce.sh [COMMIT]            both builds here
#   packaging/reproduce.sh COMMIT DIRECTORY    one build here, the other is what DIRECTORY holds:
#                                              packages that somebody else built of that commit
#
# The place is part of it, as Java's class archives hold it: where the system keeps such files, or
# REPRODUCE_AT.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
commit=$(git -C "$project" rev-parse --verify "${1:-HEAD}^{commit}")
place=${REPRODUCE_AT:-$(dirname "$(mktemp -u)")/belay-reproduce}
export LC_ALL=C TZ=UTC
umask 022

[ ! -e "$place" ] || { echo "$place is there already: remove it first" >&2; exit 2; }
trap 'rm -rf "$place"' EXIT
mkdir -p "$place"

# NAME: one clean build, what comes out in $place/NAME
build() {
  local from=$place/source
  rm -rf "$from"
  git clone -q --no-hardlinks "$project" "$from"
  git -C "$from" checkout -q --detach "$commit"
  (cd "$from" && mvn -B -ntp -q -DskipTests package)
  mkdir "$place/$1"
  # dist's own class archive is made by a run of the program for this machine and is not released
  rm -f "$from"/app/target/dist/lib/*.jsa
  cp -a "$from/app/target/dist" "$place/$1/dist"
  if [ "$(uname -s)" = Linux ] && [ -x "$from/packaging/linux/build.sh" ]; then
    "$from/packaging/linux/build.sh" >/dev/null
    cp -a "$from/app/target/packages" "$place/$1/packages"
  fi
}

# FOLDER: what is in it, with modes and checksums; signatures are made by people and left out
contents() {
  (cd "$1" && find . \( -type f -o -type l \) ! -name '*.asc' ! -name '*.sig' -printf '%M %p %l\n' \
    | sort && find . -type f ! -name '*.asc' ! -name '*.sig' -print0 | sort -z \
    | xargs -0 -r sha256sum)
}

build first
if [ -n "${2:-}" ]; then
  different=0 compared=0
  for package in "$2"/belay[-_]*.deb "$2"/belay[-_]*.rpm "$2"/belay[-_]*.tar.gz; do
    [ -e "$package" ] || continue
    compared=$((compared + 1))
    if cmp -s "$package" "$place/first/packages/${package##*/}"; then
      echo "the same: ${package##*/}"
    else
      echo "different: ${package##*/}"
      different=$((different + 1))
    fi
  done
  [ "$compared" -gt 0 ] || { echo "no packages of Belay in $2" >&2; exit 2; }
  echo "$different differences"
  [ "$different" = 0 ]
  exit
fi
build second
contents "$place/first" >"$place/first.list"
contents "$place/second" >"$place/second.list"
files=$(grep -c '^[0-9a-f]\{64\} ' "$place/first.list")
if diff "$place/first.list" "$place/second.list"; then
  echo "$files files, 0 differences"
else
  echo "the two builds differ: < the first, > the second" >&2
  exit 1
fi
