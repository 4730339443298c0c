package io.belay.core.store;

/// An endpoint that a person added, as it is stored. Its address and its headers may hold keys, so
/// neither is part of its text.
///
/// @param chain EIP-155 chain id
/// @param id stable name within the chain
/// @param url where it is
/// @param operator who runs it, in the person's words; blank where nothing was said
/// @param own whether the person marked it as a node of their own
/// @param headers extra HTTP headers, one `Name: value` a line; blank where there are none
/// @param sendsOnly whether it takes transactions and answers no question
public record EndpointRow(
    long chain,
    String id,
    String url,
    String operator,
    boolean own,
    String headers,
    boolean sendsOnly) {
  /// One that is read from as well.
  public EndpointRow(
      long chain, String id, String url, String operator, boolean own, String headers) {
    this(chain, id, url, operator, own, headers, false);
  }

  @Override
  public String toString() {
    return "EndpointRow[" + chain + ", " + id + (own ? ", own]" : "]");
  }
}
