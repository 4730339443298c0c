/// Sending: the form, the review decoded from the bytes to be signed, the confirmation.
///
/// Holds one plan at a time and gives it back when the page is left.
package io.belay.app.send;
