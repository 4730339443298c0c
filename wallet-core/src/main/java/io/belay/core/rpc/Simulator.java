package io.belay.core.rpc;

import io.belay.core.state.Observed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Tries a call at the view's head, by several groups. `eth_simulateV1` also tells what changes
/// hands; where too few serve it, `eth_call` of all tells at least whether it succeeds.
final class Simulator {
  private static final String METHOD = "eth_simulateV1";

  private final Supplier<List<Endpoint>> usable;

  /// What one endpoint said, without the words, which each node has of its own.
  private record Said(boolean succeeded, String output, List<Movement> movements) {
    boolean isLike(Said other) {
      return succeeded == other.succeeded && output.equals(other.output);
    }

    /// Short enough to quote as a claim.
    @Override
    public String toString() {
      return (succeeded ? "succeeds " : "reverts ")
          + (output.length() > 80 ? output.substring(0, 80) + "…" : output);
    }
  }

  /// @param usable whom to ask now, best first
  Simulator(Supplier<List<Endpoint>> usable) {
    this.usable = usable;
  }

  /// Tries a call.
  ///
  /// @param call as for `eth_call`
  Simulated run(View view, ObjectNode call) throws InterruptedException {
    if (view.head().isEmpty()) {
      return Simulated.unknown(view.claims().isEmpty() ? "no-answer" : "disputed");
    }
    SeenBlock head = view.head().get();
    Map<Said, String> words = new ConcurrentHashMap<>();
    Observed<Said> whole =
        ask(view, e -> simulated(e, head, call, words), e -> e.learned().serves(METHOD));
    if (whole instanceof Observed.Agreed) {
      return told(whole, whole, words);
    }
    Observed<Said> plain = ask(view, e -> called(e, head, call, words), e -> true);
    return plain.maybe().isEmpty() ? told(whole, whole, words) : both(plain, whole, words);
  }

  private Observed<Said> ask(View view, Fanout.Attempt<Said> attempt, Predicate<Endpoint> able)
      throws InterruptedException {
    List<Endpoint> voters = usable.get().stream().filter(able).toList();
    return new Agreement<Said>(attempt, nothing -> false)
        .ask(voters, view, view.head().orElseThrow().ref());
  }

  /// What one group alone says changes hands is told as its word, if the others do not contradict.
  private static Simulated both(
      Observed<Said> plain, Observed<Said> whole, Map<Said, String> words) {
    boolean fits =
        whole.maybe().filter(said -> said.isLike(plain.maybe().orElseThrow())).isPresent();
    return told(plain, fits ? whole : new Observed.Unknown<>("not-simulated"), words);
  }

  private static Simulated told(
      Observed<Said> outcome, Observed<Said> movements, Map<Said, String> words) {
    return new Simulated(
        outcome.map(
            said -> new CallOutcome(said.succeeded(), said.output(), words.getOrDefault(said, ""))),
        movements.map(Said::movements));
  }

  private static Said simulated(
      Endpoint endpoint, SeenBlock head, ObjectNode call, Map<Said, String> words)
      throws RpcException, InterruptedException {
    ObjectNode request = SimulationJson.request(endpoint.json().object(), call);
    SimulationJson.Result result =
        SimulationJson.read(
            Endpoint.required(
                Pinned.ask(
                        endpoint,
                        head,
                        block -> List.of(endpoint.json().call(METHOD, request, block)))
                    .getFirst()));
    Said said = new Said(result.succeeded(), result.output(), result.movements());
    words.putIfAbsent(said, result.words());
    return said;
  }

  private static Said called(
      Endpoint endpoint, SeenBlock head, ObjectNode call, Map<Said, String> words)
      throws RpcException, InterruptedException {
    Endpoint.Answer answer =
        Pinned.ask(endpoint, head, block -> List.of(endpoint.json().call("eth_call", call, block)))
            .getFirst();
    boolean reverts =
        answer.error().filter(e -> e.kind() == NodeError.Kind.EXECUTION_REVERTED).isPresent();
    if (!reverts) {
      String output = SimulationJson.hex(Canonical.of(Endpoint.required(answer)));
      return new Said(true, output, List.of());
    }
    NodeError error = answer.error().orElseThrow();
    Said said = new Said(false, error.output().orElse("0x"), List.of());
    words.putIfAbsent(said, error.quote());
    return said;
  }
}
