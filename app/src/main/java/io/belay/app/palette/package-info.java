/// The command palette: everything the window can do, found by typing. It is told what there is,
/// and knows no page.
package io.belay.app.palette;
