/// Chains as data: their rules, headers and block references.
///
/// Facts about networks live in `networks.json`, how each works in `rules.json`, both beside the
/// classes; code here knows no network by name.
package io.belay.core.chain;
