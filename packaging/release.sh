#!/usr/bin/env bash
# Signs what packages there are: writes SHA256SUMS beside them, its detached OpenPGP signature by
# the key that the releaser names, and the public key; then checks all that as a person would, with
# `belay verify-download`. Before: mvn package and the packages of each system, in one folder.
#
#   packaging/release.sh FINGERPRINT [FOLDER]      FOLDER: usually app/target/packages
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
key=${1:-}
folder=${2:-$project/app/target/packages}
export LC_ALL=C

# a short name could be another's key
if ! [[ $key =~ ^[0-9A-Fa-f]{40}$ ]]; then
  echo "name the key to sign with by its whole fingerprint, 40 digits: release.sh FINGERPRINT" >&2
  exit 2
fi
cd "$folder"
shopt -s nullglob
packages=(*.deb *.rpm *.tar.gz *.msi *.dmg)
if [ ${#packages[@]} = 0 ]; then
  echo "there are no packages in $folder" >&2
  exit 1
fi

rm -f SHA256SUMS SHA256SUMS.asc belay-release-key.asc
sha256sum -- "${packages[@]}" >SHA256SUMS
gpg --batch --yes --local-user "$key" --digest-algo SHA512 --armor \
  --output SHA256SUMS.asc --detach-sign SHA256SUMS
gpg --batch --armor --export-options export-minimal --output belay-release-key.asc --export "$key"

for package in "${packages[@]}"; do
  "$project/app/target/dist/bin/belay" verify-download \
    "$package" SHA256SUMS SHA256SUMS.asc belay-release-key.asc
done
