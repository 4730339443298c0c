/// Transactions as bytes: unsigned, signed, decoded again. No network, no decision.
package io.belay.core.tx;
