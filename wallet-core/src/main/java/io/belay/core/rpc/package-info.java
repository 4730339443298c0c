/// The redundancy engine's reading half: transports, endpoints with health, groups, the head chain
/// and the reader that turns many answers into one observed value.
///
/// No key, no transaction building, no screen. Provider text is hostile: it leaves this package
/// only as a class and a bounded, single-line quotation.
package io.belay.core.rpc;
