/// Figures for keys, side by side with the libraries that could have done the same. No tests: `mvn
/// -q -DskipTests -Pbench package` prints them.
package io.belay.core.bench;
