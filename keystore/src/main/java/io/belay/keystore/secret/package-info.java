/// Secrets as types: bytes that are wiped, text that becomes bytes without becoming a `String`.
///
/// Below `vault` and `hd`, which both hold secrets, so that neither needs the other for it. No
/// files, no formats, no keys with a meaning.
package io.belay.keystore.secret;
