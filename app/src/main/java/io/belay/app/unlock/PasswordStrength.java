package io.belay.app.unlock;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.CharBuffer;
import java.util.Optional;

/// How hard a password is to guess. The first answer takes about a second: lists of known passwords
/// and names are read.
final class PasswordStrength {
  /// The time grows with the square of the length, and by then the answer is clear.
  private static final int LOOKED_AT = 64;

  private Optional<Zxcvbn> zxcvbn = Optional.empty();

  /// From 0, guessed among the first thousand, to 4, not within ten billion guesses.
  synchronized int of(char[] password) {
    Zxcvbn ready = zxcvbn.orElseGet(Zxcvbn::new);
    zxcvbn = Optional.of(ready);
    int looked = Math.min(LOOKED_AT, password.length);
    Strength strength = ready.measure(CharBuffer.wrap(password, 0, looked));
    int score = strength.getScore();
    strength.wipe();
    return score;
  }
}
