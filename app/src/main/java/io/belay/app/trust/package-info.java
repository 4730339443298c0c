/// Whether something is what its maker released: OpenPGP signatures, checksums of downloads, and
/// the question for a newer version, which is asked only when a person asks it.
///
/// Nothing here knows JavaFX, the command line or a data directory; what is read was made by
/// strangers until its signature was checked.
package io.belay.app.trust;
