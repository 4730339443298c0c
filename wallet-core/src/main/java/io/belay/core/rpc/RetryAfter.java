package io.belay.core.rpc;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long an endpoint wants to be left alone: the Retry-After header, seconds or a date (RFC
/// 9110, 10.2.3), or what its error says: `backoff_seconds`, or words such as "try again in 10
/// seconds".
final class RetryAfter {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:try again|retry)\\D{0,20}(\\d{1,5})\\s*(ms|milli|s|min|m)?",
          Pattern.CASE_INSENSITIVE);
  private static final Duration UNSAID = Duration.ofSeconds(2);

  private RetryAfter() {}

  static Duration of(Optional<String> header, NodeError error, Instant now) {
    if (header.isPresent()) {
      return parse(header, now);
    }
    return error.backoff().or(() -> words(error.quote())).orElse(UNSAID);
  }

  private static Optional<Duration> words(String text) {
    Matcher found = WORDS.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    long number = Long.parseLong(found.group(1));
    String unit = found.group(2) == null ? "s" : found.group(2).toLowerCase(Locale.ROOT);
    return Optional.of(
        switch (unit) {
          case "ms", "milli" -> Duration.ofMillis(number);
          case "min", "m" -> Duration.ofMinutes(number);
          default -> Duration.ofSeconds(number);
        });
  }

  static Duration parse(Optional<String> header, Instant now) {
    if (header.isEmpty()) {
      return UNSAID;
    }
    String text = header.get().strip();
    if (text.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    } catch (DateTimeException e) {
      return UNSAID;
    }
  }
}
