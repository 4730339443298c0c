#!/usr/bin/env bash
# Lists anew what the build is made of, in packaging/checksums.txt: builds with an empty local
# repository, so that the list holds what was fetched just now and nothing else. Takes minutes and
# the network. Read the difference before you commit it.
set -euo pipefail
cd "$(dirname "$0")/../.."

repository=$(mktemp -d)
trap 'rm -rf "$repository"' EXIT
maven() {
  mvn -B -ntp -q -Dmaven.repo.local="$repository" -Dchecksums.skip=true "$@"
}

# with Maven itself on JDK 25, so that the format check is in it; one test, so that the plugins
# fetch what they run tests with
maven verify -Dtest=AddressTest -Dit.test=NoSuchIT -Dsurefire.failIfNoSpecifiedTests=false
maven -pl keystore -Pmutation org.pitest:pitest-maven:help
maven -pl app -Pcoverage org.jacoco:jacoco-maven-plugin:help

# JavaFX has other jars on other systems
javafx=$(sed -n 's:.*<javafx.version>\(.*\)</.*:\1:p' pom.xml)
for system in linux linux-aarch64 mac mac-aarch64 win; do
  for part in base graphics controls; do
    maven -N dependency:get -Dtransitive=false \
      -Dartifact="org.openjfx:javafx-$part:$javafx:jar:$system"
  done
done

java=java
if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
fi
"$java" packaging/build/Checksums.java --write packaging/checksums.txt \
  "$repository"
