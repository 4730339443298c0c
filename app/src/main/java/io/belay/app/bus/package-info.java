/// The desktop's session bus (D-Bus), as far as a notification needs it: one connection that is
/// opened by the first call, and messages without an answer. Nothing here listens, and nothing here
/// knows what is told.
package io.belay.app.bus;
