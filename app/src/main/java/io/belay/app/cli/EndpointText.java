package io.belay.app.cli;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointTraits;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An endpoint as a row of JSON and as a line, without its keys unless they are asked for.
///
/// @param config the endpoint
/// @param allowed whether the network's policy lets it through
/// @param reserve whether it is given a transaction only when nobody else takes it
/// @param reveal whether keys in its address and its headers are shown
record EndpointText(EndpointConfig config, boolean allowed, boolean reserve, boolean reveal) {
  ObjectNode json() {
    EndpointTraits traits = config.traits();
    ObjectNode row =
        Out.object()
            .put("id", config.id().value())
            .put("chainId", config.chainId().value())
            .put("url", url())
            .put("operator", config.operator())
            .put("group", config.group())
            .put("kind", config.kind().word())
            .put("enabled", config.enabled())
            .put("allowed", allowed)
            .put("reserve", reserve)
            .put("added", traits.added())
            .put("unproven", traits.unproven())
            .put("tracking", traits.tracking().word());
    ArrayNode uses = row.putArray("uses");
    traits.uses().stream().map(EndpointTraits.Use::word).sorted().forEach(uses::add);
    if (!traits.headers().all().isEmpty()) {
      ArrayNode headers = row.putArray("headers");
      traits
          .headers()
          .all()
          .forEach(h -> headers.add(h.name() + ": " + (reveal ? h.value() : "…")));
    }
    return row;
  }

  String line() {
    EndpointTraits traits = config.traits();
    return config.id()
        + "  "
        + url()
        + "  "
        + config.operator()
        + ", "
        + config.kind().word()
        + (traits.tracking() == EndpointTraits.Tracking.YES ? ", says that it tracks" : "")
        + (traits.unproven() ? ", independence unproven" : "")
        + (traits.headers().all().isEmpty() ? "" : ", " + traits.headers())
        + door(traits)
        + (config.enabled() || reserve ? "" : ", off")
        + (config.enabled() && !allowed ? ", kept out by the network's policy" : "");
  }

  private String door(EndpointTraits traits) {
    String what =
        traits.isPrivate()
            ? ", a private relay"
            : traits.reads() ? "" : ", takes transactions only";
    return what + (reserve ? ", in reserve: asked only when nobody else takes one" : "");
  }

  private String url() {
    return reveal ? config.url().toString() : config.shownUrl();
  }
}
