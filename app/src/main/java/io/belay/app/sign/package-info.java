/// Signing what is no transaction, a message or typed data, and telling whose signature one is.
///
/// Nothing here is sent or journalled. What is shown is decoded from what is signed.
package io.belay.app.sign;
