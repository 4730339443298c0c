/// The command line: one class a command, the same engine as the window. Names, exit codes and JSON
/// fields are a contract.
///
/// Nothing here knows JavaFX.
package io.belay.app.cli;
