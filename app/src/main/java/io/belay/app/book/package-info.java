/// The address book: names for addresses, checked for look-alikes. Knows no other page; whoever
/// shows names is told them.
package io.belay.app.book;
