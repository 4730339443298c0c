/// QR codes, made and read: as text for a terminal, as a picture in a file. No toolkit, no window.
package io.belay.app.qr;
