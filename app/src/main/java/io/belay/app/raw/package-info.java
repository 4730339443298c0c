/// A signed transaction from anywhere: pasted, from a file or a picture of its QR code; shown
/// decoded first, and sent only on a word.
package io.belay.app.raw;
