package io.belay.core.practice;

import io.belay.core.rpc.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers whose form is wrong.
final class Spoiled {
  private static final int LEVELS = 10_000;
  private static final long ID_OFF = 1_000_000;

  private Spoiled() {}

  static Reply status(int status, String words) {
    return new Reply(status, Optional.empty(), utf8(words));
  }

  static Reply tooMany() {
    return new Reply(429, Optional.of("2"), utf8("Too Many Requests"));
  }

  static Reply tooManyInBody(byte[] request) {
    Members members = Members.of(request);
    List<ObjectNode> answers = new ArrayList<>();
    for (ObjectNode one : members.list()) {
      answers.add(Members.error(one, -32005, "rate limit exceeded"));
    }
    return answers.isEmpty() ? tooMany() : Reply.ok(members.with(answers));
  }

  static Reply page() {
    return Reply.ok(
        utf8("<!DOCTYPE html><html><body><h1>Welcome</h1><p>Please sign in.</p></body></html>"));
  }

  static Reply noise(RandomGenerator random) {
    byte[] out = new byte[256];
    random.nextBytes(out);
    out[0] = (byte) 0xff; // never UTF-8, so never JSON by chance
    return Reply.ok(out);
  }

  static Reply half(Reply whole) {
    return Reply.ok(Arrays.copyOf(whole.body(), whole.body().length / 2));
  }

  static Reply deep() {
    return Reply.ok(
        utf8(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":"
                + "[".repeat(LEVELS)
                + "]".repeat(LEVELS)
                + "}"));
  }

  static Reply otherIds(Reply whole) {
    Members members = Members.of(whole.body());
    if (members.list().isEmpty()) {
      return whole;
    }
    for (ObjectNode member : members.list()) {
      JsonNode id = member.path("id");
      member.put("id", id.isIntegralNumber() ? id.longValue() + ID_OFF : ID_OFF);
    }
    return Reply.ok(members.with(members.list()));
  }

  static Reply twice(Reply whole) {
    Members members = Members.of(whole.body());
    if (members.list().isEmpty()) {
      return whole;
    }
    String doubled =
        members.list().stream()
            .map(m -> "{\"jsonrpc\":\"2.0\",\"result\":\"0x0\"," + m.toString().substring(1))
            .collect(Collectors.joining(","));
    return Reply.ok(utf8(members.batch() ? "[" + doubled + "]" : doubled));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
