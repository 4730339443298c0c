package io.belay.app.accounts;

import io.belay.app.accounts.ImportViewModel.Kind;

/// What is brought to the import form from elsewhere.
///
/// @param kind which of its forms it is for
/// @param file the keystore file, or blank
public record Brought(Kind kind, String file) {}
