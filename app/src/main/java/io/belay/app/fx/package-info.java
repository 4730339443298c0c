/// What the window stands on: words, background work, theme, and the way from a `State` to an
/// observable property.
///
/// The only code that names `Platform`; knows no feature.
package io.belay.app.fx;
