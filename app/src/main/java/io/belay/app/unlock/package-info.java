/// Opening a vault and making one, with its words to write down.
///
/// Passwords and words pass through as characters and are wiped; nothing is kept here.
package io.belay.app.unlock;
