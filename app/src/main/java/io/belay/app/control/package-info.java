/// The parts that pages are made of: fields, glyphs, chips, sparklines, strips.
///
/// Knows no page and no session: a part is told what to show.
package io.belay.app.control;
