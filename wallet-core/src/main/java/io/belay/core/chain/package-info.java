/// Chains as data: their rules, headers and block references.
///
/// Facts about networks live in `networks.json` beside the classes; code here knows no network by
/// name.
package io.belay.core.chain;
