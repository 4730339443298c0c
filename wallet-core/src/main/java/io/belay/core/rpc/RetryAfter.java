package io.belay.core.rpc;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The Retry-After header: seconds or a date (RFC 9110, 10.2.3).
final class RetryAfter {
  private static final Duration UNSAID = Duration.ofSeconds(2);

  private RetryAfter() {}

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
