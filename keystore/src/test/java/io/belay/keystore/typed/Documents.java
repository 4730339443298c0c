package io.belay.keystore.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.util.regex.Pattern;

/// Documents for tests of refusals.
final class Documents {
  static final String MAIL = TypedMessageTest.MAIL;

  private Documents() {}

  static void refuses(String json, String start) {
    assertThatThrownBy(() -> TypedMessage.parse(json))
        .isInstanceOf(WalletException.class)
        .hasMessageStartingWith(start)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"))
        .extracting("code")
        .isEqualTo("bad-typed-data");
  }

  static void refuses(String json) {
    refuses(json, "");
  }

  /// A document with one member `x` of a type and a value.
  static String one(String type, String value) {
    return """
    {"types":{"T":[{"name":"x","type":"%s"}],"S":[{"name":"y","type":"uint8"}]},
     "primaryType":"T","domain":{},"message":{"x":%s}}
    """
        .formatted(type, value);
  }

  static String mail(String from, String to) {
    assertThat(MAIL).contains(from);
    return MAIL.replaceFirst(Pattern.quote(from), to);
  }
}
