/// Tokens: where their contracts keep balances, so that a balance can be proven.
///
/// What a token says of itself is a stranger's text; nothing here asks the network.
package io.belay.core.token;
