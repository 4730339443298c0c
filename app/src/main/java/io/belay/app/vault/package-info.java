/// The vault page: its words, keys on the way out, its password, and a backup of everything.
package io.belay.app.vault;
