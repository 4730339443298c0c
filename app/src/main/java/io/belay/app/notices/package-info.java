/// What happened while a person looked elsewhere: how sends went on, and how well the networks were
/// reached. Kept while the window is open; the journal has what must not be lost.
package io.belay.app.notices;
