package io.belay.core.rpc;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.store.EndpointRow;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An endpoint as a person typed it, before it is one of a network's. Its address may hold a key,
/// so it is no part of its text.
///
/// @param url as [EndpointUrl#parse] takes it
/// @param operator who runs it, where that was said
/// @param own whether it is the person's own node
/// @param sendsOnly whether it takes transactions and answers no question, as a sequencer's door
/// @param headers extra HTTP headers
public record NewEndpoint(
    String url, Optional<String> operator, boolean own, boolean sendsOnly, SecretHeaders headers) {
  private static final int LONGEST_NAME = 60;

  /// One to read from and to send to, without extra headers.
  public NewEndpoint(String url, Optional<String> operator, boolean own) {
    this(url, operator, own, false, SecretHeaders.NONE);
  }

  /// What is stored of it, under a name that no other endpoint of the network has.
  ///
  /// @param present all endpoints of the network
  /// @throws WalletException `bad-endpoint-url`, `plain-http`, `bad-name`, `endpoint-exists`
  public EndpointRow row(ChainId chain, List<EndpointConfig> present) {
    URI address = EndpointUrl.parse(url);
    if (present.stream().anyMatch(config -> EndpointUrl.normal(config.url()).equals(address))) {
      throw new WalletException("endpoint-exists", "this endpoint is there already");
    }
    Set<String> taken = present.stream().map(c -> c.id().value()).collect(Collectors.toSet());
    return new EndpointRow(
        chain.value(),
        EndpointUrl.freshId(address, taken).value(),
        address.toString(),
        operator.map(NewEndpoint::name).orElse(""),
        own,
        headers.stored(),
        sendsOnly);
  }

  private static String name(String typed) {
    String name = typed.strip();
    boolean plain = name.codePoints().noneMatch(Character::isISOControl);
    boolean named = name.codePoints().anyMatch(Character::isLetterOrDigit);
    if (!plain || !named || name.length() > LONGEST_NAME) {
      throw new WalletException("bad-name", "a name has 1 to 60 characters");
    }
    return name;
  }

  @Override
  public String toString() {
    return "NewEndpoint[" + (own ? "own]" : "]");
  }
}
