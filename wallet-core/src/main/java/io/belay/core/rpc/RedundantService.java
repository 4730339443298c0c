package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.state.Observed;
import io.reactivex.Flowable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.web3j.protocol.ObjectMapperFactory;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.websocket.events.Notification;
import tools.jackson.databind.node.ObjectNode;

/// A [Reader] in the shape that web3j's code expects. It answers only what is known well enough:
/// below the level that a method asks for, the call ends with a [NotKnown]. Carried so far:
/// `eth_chainId`, `net_version`, `eth_blockNumber`, and `eth_getBalance` and
/// `eth_getTransactionCount` at the newest block. Transactions are not sent here: they need the
/// journal, so they go through the send service.
@SuppressWarnings("rawtypes") // as the interface has it
public final class RedundantService implements Web3jService {
  private final Reader reader;
  private final Observed.Level least;

  /// A call had no answer that is good enough.
  public static final class NotKnown extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private NotKnown(String code, String message) {
      super(code + ": " + message);
      this.code = code;
    }

    /// Stable: `unknown`, `disputed`, `stale`, `single`, `agreed` (the level it is known at, which
    /// is not enough), `not-carried` or `bad-params`.
    public String code() {
      return code;
    }
  }

  /// Over a reader, which stays its owner's.
  ///
  /// @param least the level at which an answer about the chain is good enough
  public RedundantService(Reader reader, Observed.Level least) {
    this.reader = reader;
    this.least = least;
  }

  @Override
  @SuppressWarnings("unchecked") // a raw request has params of any type
  public <T extends Response> T send(Request request, Class<T> responseType) throws IOException {
    String result = result(request.getMethod(), List.copyOf(request.getParams()));
    ObjectNode reply = reader.object().put("jsonrpc", "2.0").put("id", request.getId());
    reply.put("result", result);
    return ObjectMapperFactory.getObjectMapper().treeToValue(reply, responseType);
  }

  private String result(String method, List<?> params) throws IOException {
    try {
      return switch (method) {
        case "eth_chainId" -> Hex.quantity(reader.chain().id().value());
        case "net_version" -> reader.chain().id().toString();
        case "eth_blockNumber" ->
            Hex.quantity(known(method, reader.view().headObserved()).number());
        case "eth_getBalance" -> Hex.quantity(account(method, params).balance().value());
        case "eth_getTransactionCount" -> Hex.quantity(account(method, params).nonce());
        default -> throw new NotKnown("not-carried", method + " is not carried");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException(method).initCause(e);
    }
  }

  private AccountState account(String method, List<?> params)
      throws IOException, InterruptedException {
    if (params.size() != 2 || !params.getLast().equals("latest")) {
      throw new NotKnown("bad-params", method + " takes an address and latest");
    }
    try {
      Address address = Address.parse(String.valueOf(params.getFirst()));
      return known(method, reader.account(reader.view(), address));
    } catch (WalletException e) {
      throw (IOException) new NotKnown("bad-params", e.text()).initCause(e);
    }
  }

  private <V> V known(String method, Observed<V> observed) throws NotKnown {
    Observed.Level level = observed.level();
    return observed
        .maybe()
        .filter(value -> level.compareTo(least) <= 0)
        .orElseThrow(
            () -> new NotKnown(level.word(), method + " needs " + least.word() + " or better"));
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
