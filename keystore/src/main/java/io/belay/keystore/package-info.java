/// What the rest of the wallet may see of keys: whose they are, what may be signed and who signs.
///
/// The secrets themselves live in the packages below this one, which only the app may use.
package io.belay.keystore;
