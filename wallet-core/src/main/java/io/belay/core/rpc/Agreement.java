package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The same answer from enough independent groups, where nothing can be proven.
///
/// @param <T> what is asked for; answers are compared by `equals`
final class Agreement<T> {
  private final Fanout.Attempt<T> attempt;
  private final Predicate<T> isNothing;

  /// @param attempt asks one endpoint
  /// @param isNothing answers that say that there is nothing; they never win over one that says
  ///   something, since who lags knows less, but they may keep it from being believed
  Agreement(Fanout.Attempt<T> attempt, Predicate<T> isNothing) {
    this.attempt = attempt;
    this.isNothing = isNothing;
  }

  /// Asks.
  ///
  /// @param voters whom to ask, best first
  /// @param view whose head's groups decide whether more than `single` is possible
  /// @param at the block that the answer is about
  Observed<T> ask(Collection<Endpoint> voters, View view, BlockRef at) throws InterruptedException {
    if (voters.isEmpty()) {
      return new Observed.Unknown<>("no-answer");
    }
    Ballot<T> ballot = new Ballot<>(voters.iterator().next().timing(), attempt);
    int live = Roster.groups(voters.stream().filter(e -> !e.health().isSuspect()).toList()).size();
    ballot.run(
        Roster.witnesses(voters, Roster.quorum(live)),
        () -> List.copyOf(voters),
        () -> isDecided(ballot, voters));
    ballot.cancel();
    return judge(ballot.answers(), view, at);
  }

  private boolean isDecided(Ballot<T> ballot, Collection<Endpoint> voters) {
    int quorum = Roster.quorum(Roster.groups(ballot.live(voters)).size());
    return votes(ballot.answers()).values().stream()
            .anyMatch(groups -> groups.size() >= Math.max(2, quorum))
        && ballot.answers().values().stream().noneMatch(isNothing);
  }

  private Observed<T> judge(Map<Endpoint, T> answers, View view, BlockRef at) {
    if (answers.isEmpty()) {
      return new Observed.Unknown<>("no-answer");
    }
    Map<T, Set<String>> votes = votes(answers);
    int all = votes.values().stream().mapToInt(Set::size).sum();
    int silent =
        votes.entrySet().stream()
            .filter(vote -> isNothing.test(vote.getKey()))
            .mapToInt(vote -> vote.getValue().size())
            .sum();
    Optional<Map.Entry<T, Set<String>>> best =
        votes.entrySet().stream()
            .max(
                Comparator.comparing((Map.Entry<T, Set<String>> v) -> !isNothing.test(v.getKey()))
                    .thenComparingInt(v -> v.getValue().size()));
    if (best.isPresent()) {
      T value = best.get().getKey();
      Set<String> groups = best.get().getValue();
      int heard = isNothing.test(value) ? all : all - Math.min(silent, 1);
      // more than half: fewer liars than that neither win nor stop us (I8)
      if (groups.size() * 2 > heard) {
        Evidence evidence = new Evidence(at.number(), at.hash(), List.copyOf(groups), view.at());
        return groups.size() >= 2 && view.isAgreed()
            ? new Observed.Agreed<>(value, evidence)
            : new Observed.Single<>(value, evidence);
      }
    }
    return new Observed.Disputed<>(claims(answers));
  }

  private List<String> claims(Map<Endpoint, T> answers) {
    List<String> claims = new ArrayList<>();
    answers.forEach((endpoint, said) -> claims.add(said + " by " + endpoint.group()));
    return claims;
  }

  /// The groups behind each answer; one that contradicts itself has no vote.
  private Map<T, Set<String>> votes(Map<Endpoint, T> answers) {
    Set<String> heard = Roster.groups(answers.keySet());
    Map<String, Set<T>> said = new TreeMap<>();
    answers.forEach((endpoint, value) ->
        said.computeIfAbsent(endpoint.group(), g -> new HashSet<>()).add(value));
    Map<T, Set<String>> votes = new HashMap<>();
    said.forEach((group, values) -> {
      if (values.size() == 1 && heard.contains(group)) {
        votes.computeIfAbsent(values.iterator().next(), v -> new TreeSet<>()).add(group);
      }
    });
    return votes;
  }
}
