package io.belay.app.shell;

import io.belay.app.control.Known;
import io.belay.base.Address;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What several pages know of a network, put together where they are.
final class Facts {
  private Facts() {}

  /// What is known beside a transaction's bytes.
  static Known known(Deps deps, Net net) {
    long chain = net.session().chain().id().value();
    Map<Address, String> names = new HashMap<>();
    deps.contacts().entries().get().stream()
        .filter(entry -> entry.isOn(chain))
        .forEach(entry -> names.putIfAbsent(entry.address(), entry.name()));
    return new Known(net.session().chain().currency(), net.session().knownTokens().get(), names);
  }

  /// Each group's operator.
  static Map<String, String> operators(Net net) {
    return net.session().connectivity().get().endpoints().stream()
        .map(EndpointStatus::config)
        .collect(
            Collectors.toMap(EndpointConfig::group, EndpointConfig::operator, (one, same) -> one));
  }
}
