/// Merkle-Patricia tries: roots, proofs and their verification. Pure functions of bytes.
package io.belay.core.proof;
