package io.belay.core.practice;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.state.Observed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A drill's report as JSON: what the command line prints and the data file keeps.
public final class DrillJson {
  private DrillJson() {}

  /// Writes it down.
  public static ObjectNode write(DrillReport report) {
    DrillVerdict verdict = report.verdict();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("chainId", report.chainId().value())
        .put("network", report.network())
        .put("at", report.at().toString())
        .put("ms", report.millis())
        .put("passed", verdict.passed());
    ArrayNode groups = json.putArray("groups");
    report
        .groups()
        .forEach(
            (group, operator) -> groups.addObject().put("group", group).put("operator", operator));
    json.set("verdict", verdict(verdict));
    ArrayNode scenes = json.putArray("scenes");
    report.acts().forEach(act -> scenes.add(act(act)));
    return json;
  }

  private static ObjectNode verdict(DrillVerdict verdict) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("right", verdict.right()).put("calm", verdict.calm());
    verdict.one().ifPresent(yes -> json.put("anyOne", yes));
    verdict.pair().ifPresent(yes -> json.put("anyTwo", yes));
    verdict.alone().ifPresent(yes -> json.put("oneAlone", yes));
    verdict.liar().ifPresent(yes -> json.put("liarFoolsNobody", yes));
    ArrayNode blockers = json.putArray("blockers");
    verdict.blockers().forEach(blockers::add);
    return json;
  }

  private static ObjectNode act(DrillAct act) {
    DrillScene scene = act.scene();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("kind", scene.kind().word()).put("fault", scene.fault().id());
    ArrayNode broken = json.putArray("broken");
    scene.broken().forEach(broken::add);
    json.put("need", word(scene.need())).put("outcome", act.outcome().word());
    ArrayNode jobs = json.putArray("jobs");
    act.results().forEach(result -> jobs.add(result(result)));
    ObjectNode blamed = json.putObject("blamed");
    act.blamed().forEach(blamed::put);
    return json;
  }

  private static ObjectNode result(DrillResult result) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("job", result.job().word())
        .put("evidence", result.level().word())
        .put("ok", result.ok())
        .put("wrong", result.wrong())
        .put("ms", result.millis());
    if (result.job() == DrillJob.SEND) {
      json.put("endpoints", result.reached());
    }
    return json;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// Reads it back; empty where it is none, or one of a Belay that knew other scenes.
  public static Optional<DrillReport> read(String text) {
    try {
      return Optional.of(report(JsonMapper.shared().readTree(text)));
    } catch (JacksonException | WalletException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty(); // the next drill writes a good one
    }
  }

  private static DrillReport report(JsonNode json) {
    Map<String, String> groups = new LinkedHashMap<>();
    json.path("groups").forEach(g -> groups.put(text(g, "group"), text(g, "operator")));
    List<DrillAct> acts = new ArrayList<>();
    json.path("scenes").forEach(scene -> acts.add(readAct(scene)));
    return new DrillReport(
        Instant.parse(text(json, "at")),
        ChainId.of(json.path("chainId").asLong(0)),
        text(json, "network"),
        groups,
        acts,
        json.path("ms").asLong(0));
  }

  private static DrillAct readAct(JsonNode json) {
    List<String> broken = new ArrayList<>();
    json.path("broken").forEach(group -> broken.add(group.asString("")));
    List<DrillResult> results = new ArrayList<>();
    json.path("jobs").forEach(job -> results.add(readResult(job)));
    Map<String, String> blamed = new LinkedHashMap<>();
    json.path("blamed")
        .properties()
        .forEach(b -> blamed.put(b.getKey(), b.getValue().asString("")));
    DrillScene scene =
        new DrillScene(
            value(DrillScene.Kind.class, json, "kind"),
            Fault.of(text(json, "fault")),
            broken,
            value(DrillScene.Need.class, json, "need"));
    return new DrillAct(scene, results, blamed);
  }

  private static DrillResult readResult(JsonNode json) {
    return new DrillResult(
        value(DrillJob.class, json, "job"),
        value(Observed.Level.class, json, "evidence"),
        json.path("ok").asBoolean(false),
        json.path("wrong").asBoolean(false),
        json.path("ms").asLong(0),
        json.path("endpoints").asInt(0));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }

  private static <E extends Enum<E>> E value(Class<E> type, JsonNode json, String name) {
    return Enum.valueOf(type, text(json, name).toUpperCase(Locale.ROOT));
  }
}
