package io.belay.core.rpc;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.state.Observed;
import io.reactivex.Flowable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.web3j.protocol.ObjectMapperFactory;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.websocket.events.Notification;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A [Reader] in the shape that web3j's code expects: any request goes through it, answered by its
/// method's [Policy]. It answers only what is known well enough; below that the call ends with a
/// [NotKnown]. web3j's own subscriptions and node-side accounts and filters are not carried.
@SuppressWarnings("rawtypes") // as the interface has it
public final class RedundantService implements Web3jService {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Reader reader;
  private final Observed.Level least;
  private final Optional<RawSender> sender;

  /// A call had no answer that is good enough.
  public static final class NotKnown extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private NotKnown(String code, String message) {
      super(code + ": " + message);
      this.code = code;
    }

    /// Stable: `unknown`, `disputed`, `stale`, `single`, `agreed` (the level it is known at, which
    /// is not enough), `not-carried`, `bad-params`, `execution-reverted`, or the sender's.
    public String code() {
      return code;
    }
  }

  /// Over a reader, which stays its owner's; transactions are not sent.
  ///
  /// @param least the level at which an answer about the chain is good enough, where the method's
  ///   policy does not already ask for less
  public RedundantService(Reader reader, Observed.Level least) {
    this(reader, least, Optional.empty());
  }

  /// As above, and transactions go to the sender.
  public RedundantService(Reader reader, Observed.Level least, Optional<RawSender> sender) {
    this.reader = reader;
    this.least = least;
    this.sender = sender;
  }

  @Override
  @SuppressWarnings("unchecked") // a raw request has params of any type
  public <T extends Response> T send(Request request, Class<T> responseType) throws IOException {
    JsonNode result = result(request.getMethod(), List.copyOf(request.getParams()));
    ObjectNode reply = reader.object().put("jsonrpc", "2.0").put("id", request.getId());
    reply.set("result", result);
    return ObjectMapperFactory.getObjectMapper().readValue(reply.toString(), responseType);
  }

  private JsonNode result(String method, List<?> params) throws IOException {
    try {
      return Policy.of(method) == Policy.BROADCAST
          ? broadcast(method, params)
          : known(method, reader.read(method, json(params), PATIENCE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException(method).initCause(e);
    }
  }

  /// web3j's parameters carry its own annotations, so its own mapper writes them.
  private ArrayNode json(List<?> params) throws IOException {
    byte[] bytes = ObjectMapperFactory.getObjectMapper().writeValueAsBytes(params);
    return (ArrayNode) reader.endpoints().getFirst().json().parse(bytes);
  }

  private JsonNode broadcast(String method, List<?> params) throws NotKnown, InterruptedException {
    if (sender.isEmpty()) {
      throw new NotKnown("not-carried", method + " is not carried");
    }
    try {
      byte[] raw = Hex.decode(params.size() == 1 ? String.valueOf(params.getFirst()) : "");
      return JsonNodeFactory.instance.stringNode(sender.get().send(raw).toString());
    } catch (WalletException e) {
      throw (NotKnown) new NotKnown(e.code(), e.text()).initCause(e);
    }
  }

  private JsonNode known(String method, Observed<JsonNode> observed) throws NotKnown {
    if (observed instanceof Observed.Unknown<JsonNode>(String reason)
        && !reason.equals("no-answer")) {
      throw new NotKnown(
          reason,
          switch (reason) {
            case "not-carried" -> method + " is not carried";
            case "execution-reverted" -> "the contract refused";
            default -> "the parameters of " + method + " are wrong";
          });
    }
    Observed.Level asked = Policy.of(method).level();
    Observed.Level needed = asked.compareTo(least) > 0 ? asked : least;
    return observed
        .maybe()
        .filter(value -> observed.level().compareTo(needed) <= 0)
        .orElseThrow(() ->
            new NotKnown(
                observed.level().word(), method + " needs " + needed.word() + " or better"));
  }

  @Override
  public <T extends Response> CompletableFuture<T> sendAsync(
      Request request, Class<T> responseType) {
    return inBackground(() -> send(request, responseType));
  }

  @Override
  public BatchResponse sendBatch(BatchRequest batch) throws IOException {
    List<Response<?>> responses = new ArrayList<>();
    for (Request<?, ? extends Response<?>> request : batch.getRequests()) {
      responses.add(send(request, request.getResponseType()));
    }
    return new BatchResponse(batch.getRequests(), responses);
  }

  @Override
  public CompletableFuture<BatchResponse> sendBatchAsync(BatchRequest batch) {
    return inBackground(() -> sendBatch(batch));
  }

  private interface Call<T> {
    T run() throws IOException;
  }

  private static <T> CompletableFuture<T> inBackground(Call<T> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return call.run();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        task -> Thread.ofVirtual().name("belay-web3j").start(task));
  }

  @Override
  public <T extends Notification<?>> Flowable<T> subscribe(
      Request request, String unsubscribeMethod, Class<T> responseType) {
    return Flowable.error(new NotKnown("not-carried", "subscriptions are not carried"));
  }

  /// Does nothing: the reader is its owner's.
  @Override
  public void close() {}
}
