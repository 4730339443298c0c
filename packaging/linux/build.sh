#!/usr/bin/env bash
# Makes Belay's packages for Linux in app/target/packages: build.sh [deb] [rpm] [tar], all three
# without arguments. Before: mvn package. Two runs on the same files give the same bytes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
out=$project/app/target/packages
export LC_ALL=C
umask 022

version=$(sed -n '0,/<version>/s:.*<version>\(.*\)</.*:\1:p' "$project/pom.xml")
stamp=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$project/pom.xml")
SOURCE_DATE_EPOCH=$(date -d "$stamp" +%s)
export SOURCE_DATE_EPOCH
machine=$(uname -m)
wanted=" ${*:-deb rpm tar} "

fill() {
  sed -e "s|@version@|$version|" -e "s|@date@|${stamp%T*}|" -e "s|@size@|${size:-0}|" \
    -e "s|@architecture@|$architecture|" -e "s|@root@|$root|" "$1"
}

case $machine in
  x86_64) architecture=amd64 ;;
  aarch64) architecture=arm64 ;;
  *) architecture=$machine ;;
esac

mkdir -p "$out"
rm -f "$out"/belay[-_]*
image=$out/image/belay
root=$out/root
"$here/image.sh" "$image"

# Where Debian and Fedora expect things; the tarball has them in share.
rm -rf "$root"
share=$root/usr/share
install -d "$root/usr/bin" "$root/usr/lib/belay" "$share/man/man1" "$share/doc/belay" \
  "$share/applications" "$share/metainfo" "$share/bash-completion/completions" \
  "$share/zsh/vendor-completions" "$share/icons/hicolor/scalable/apps"
cp -a "$image/bin" "$image/lib" "$root/usr/lib/belay/"
ln -s ../lib/belay/bin/belay "$root/usr/bin/belay"
gzip -9n <"$image/share/belay.1" >"$share/man/man1/belay.1.gz"
gzip -9n <"$here/../CHANGELOG" >"$share/doc/belay/changelog.gz"
cp "$here/copyright" "$share/doc/belay/copyright"
cp "$here/io.belay.Belay.desktop" "$share/applications/"
fill "$here/io.belay.Belay.metainfo.xml" >"$share/metainfo/io.belay.Belay.metainfo.xml"
cp "$image/share/belay.bash" "$share/bash-completion/completions/belay"
cp "$here/_belay" "$share/zsh/vendor-completions/_belay"
cp "$image/share/icons/belay.svg" "$share/icons/hicolor/scalable/apps/belay.svg"
for size in 16 24 32 48 64 128 256 512; do
  install -Dm644 "$image/share/icons/belay-$size.png" \
    "$share/icons/hicolor/${size}x$size/apps/belay.png"
done
chmod -R u=rwX,go=rX "$share"
find "$root" -exec touch -h -d "$stamp" {} +

deb() {
  local package=$out/deb
  rm -rf "$package"
  cp -a "$root" "$package"
  install -Dm644 "$here/lintian-overrides" "$package/usr/share/lintian/overrides/belay"
  install -d "$package/DEBIAN"
  size=$(du -sk --apparent-size "$root" | cut -f1)
  fill "$here/control" >"$package/DEBIAN/control"
  install -m755 "$here/postrm" "$package/DEBIAN/postrm"
  (cd "$package" && find usr -type f | sort | xargs -d '\n' md5sum) >"$package/DEBIAN/md5sums"
  find "$package" -exec touch -h -d "$stamp" {} +
  dpkg-deb --root-owner-group -Zxz -z6 --build "$package" \
    "$out/belay_${version}_$architecture.deb" >/dev/null
  rm -rf "$package"
}

rpm() {
  local work files
  work=$(mktemp -d) # rpmbuild takes no folder with a space in its name
  files=$(cd "$root" && find . \( -type f -o -type l \) -printf '"/%P"\n' | sort)
  files="%dir /usr/lib/belay
$files"
  fill "$here/belay.spec" | awk -v files="$files" '$0 == "@files@" { $0 = files } { print }' \
    >"$work/belay.spec"
  rpmbuild -bb --quiet --define "_topdir $work" --define "_rpmdir $work" \
    --define '_rpmfilename %{name}-%{version}-%{release}.%{arch}.rpm' "$work/belay.spec"
  mv "$work"/belay-*.rpm "$out/"
  rm -rf "$work"
}

tarball() {
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
    -C "$out/image" -c belay | gzip -6n >"$out/belay-$version-linux-$machine.tar.gz"
}

# beside the tarball's program, what a person may put in their own places
cp "$share/applications/"* "$share/metainfo/"* "$image/share/"
find "$image/share" -exec touch -h -d "$stamp" {} +

[[ $wanted != *' deb '* ]] || deb
[[ $wanted != *' rpm '* ]] || rpm
[[ $wanted != *' tar '* ]] || tarball
rm -rf "$root"
ls -l "$out"/belay[-_]*
