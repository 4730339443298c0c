/// The window: unlock first, then sidebar, pages, practice band and status line.
///
/// May see all pages; no page sees it.
package io.belay.app.shell;
