/// What became of each transaction: the list, and one transaction with each endpoint's evidence.
///
/// Only shows; the engine sends again and tracks whether this is open or not.
package io.belay.app.activity;
