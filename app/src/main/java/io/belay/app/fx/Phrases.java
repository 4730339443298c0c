package io.belay.app.fx;

import io.belay.base.Address;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, ages and levels in words; knows no toolkit.
public final class Phrases {
  private static final int SHOWN_DECIMALS = 6;
  private static final int AGE_STEP = 10; // seconds
  private static final int THOUSAND = 3; // digits

  private final Words words;

  /// Speaks with these words.
  public Phrases(Words words) {
    this.words = words;
  }

  /// A height or count with its thousands parted: `23,100,412`.
  public static String count(long number) {
    return parted(Long.toString(number));
  }

  /// An amount, cut (never rounded up) to six decimals, for lists.
  public static String brief(Asset asset, Wei units) {
    BigDecimal exact = new BigDecimal(asset.amount(units).decimal());
    if (exact.scale() <= SHOWN_DECIMALS) {
      return grouped(exact);
    }
    BigDecimal cut = exact.setScale(SHOWN_DECIMALS, RoundingMode.DOWN);
    return cut.signum() == 0 ? "< 0.000001" : grouped(cut);
  }

  private static String grouped(BigDecimal number) {
    String plain = number.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    return parted(whole) + rest;
  }

  /// Done at each block and each second: a formatter of the library's would be made anew each time.
  private static String parted(String digits) {
    StringBuilder text = new StringBuilder(digits);
    int first = digits.startsWith("-") ? 1 : 0;
    for (int i = digits.length() - THOUSAND; i > first; i -= THOUSAND) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /// An exact amount with its symbol.
  public static String exact(Amount amount) {
    return amount.toString();
  }

  /// `0x8f3C…21aE`, for lists where nothing is decided.
  public static String brief(Address address) {
    String text = address.toString();
    return text.substring(0, 6) + "…" + text.substring(38);
  }

  /// A length of time in its largest unit: `6 s`, `12 min`.
  public String span(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    if (seconds < 90) {
      return words.get("time.seconds", seconds);
    }
    if (seconds < 5400) {
      return words.get("time.minutes", (seconds + 30) / 60);
    }
    return words.get("time.hours", (seconds + 1800) / 3600);
  }

  /// How long ago, in steps of ten seconds at first: `just now`, `10 s ago`, `12 min ago`. A figure
  /// that counts seconds draws the eye, and the window, while nothing happens.
  public String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    long steps = Math.max(0, age.toSeconds()) / AGE_STEP;
    return steps == 0
        ? words.get("time.now")
        : words.get("time.ago", span(Duration.ofSeconds(steps * AGE_STEP)));
  }

  /// Time of day, as the computer's zone has it.
  public static String clock(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
        .withZone(ZoneId.systemDefault())
        .format(at);
  }

  /// When something was: the time of day, with its day unless that is today.
  public String when(Instant at, Instant now) {
    ZoneId zone = ZoneId.systemDefault();
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today
        ? clock(at)
        : DateTimeFormatter.ofPattern(words.get("time.day"), words.locale())
            .withZone(zone)
            .format(at);
  }

  /// How far a transaction has come, and how that is known where it is less than agreed: `Accepted,
  /// one operator only`. What never left the computer is known without anybody's word.
  public String state(TxState state, Observed.Level level) {
    String come = words.get("tx." + state.word());
    boolean own = !state.reaches(TxState.ACCEPTED);
    return own || level == Observed.Level.PROVEN || level == Observed.Level.AGREED
        ? come
        : words.get("tx.doubt", come, words.get("tx.doubt." + level.word()));
  }

  /// How a value is known: `Agreed by 3 of 4 operators`.
  public String known(Observed<?> value, int groups, Instant now) {
    return switch (value) {
      case Observed.Proven<?> p -> words.get("level.proven");
      case Observed.Agreed<?> a ->
          words.get("level.agreed", a.evidence().groups().size(), Math.max(groups, 1));
      case Observed.Single<?> s -> words.get("level.single");
      case Observed.Stale<?> s -> words.get("level.stale", span(s.evidence().age(now)));
      case Observed.Disputed<?> d -> words.get("level.disputed", d.claims().size());
      case Observed.Unknown<?> u -> words.get("level.unknown");
    };
  }

  /// Where and when it was read: `block 412, 20 s ago`.
  public String readAt(Observed<?> value, Instant now) {
    return value
        .proof()
        .map(e -> words.get("value.read", count(e.blockNumber()), ago(e.readAt(), now)))
        .orElseGet(() -> words.get("value.never"));
  }
}
