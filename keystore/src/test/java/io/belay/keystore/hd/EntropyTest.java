package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.Vectors;
import io.belay.keystore.secret.SecretBytes;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the secret of a new mnemonic comes from.
class EntropyTest {
  /// Counts up, and remembers how much was drawn and whether anybody seeded it.
  @SuppressWarnings("serial") // never written
  private static final class Counting extends SecureRandom {
    private int drawn;
    private int seeded; // the constructor seeds once

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) drawn++;
      }
    }

    @Override
    public synchronized void setSeed(long seed) {
      seeded++;
    }

    @Override
    public synchronized void setSeed(byte[] seed) {
      seeded++;
    }
  }

  @ParameterizedTest
  @CsvSource({"12,16", "15,20", "18,24", "21,28", "24,32"})
  void theWordsAreTheBytesOfTheSourceAndNothingElse(int words, int bytes) {
    Counting source = new Counting();
    int seeded = source.seeded;
    try (Mnemonic made = Mnemonic.random(words, source);
        SecretBytes entropy = made.entropy()) {
      byte[] expected = new byte[bytes];
      for (int i = 0; i < bytes; i++) {
        expected[i] = (byte) i;
      }
      assertThat(entropy.<byte[]>use(byte[]::clone)).isEqualTo(expected);
    }
    assertThat(source.drawn).isEqualTo(bytes);
    assertThat(source.seeded).isEqualTo(seeded);
  }

  @Test
  void aSourceThatFailsMakesNoWords() {
    @SuppressWarnings("serial") // never written
    SecureRandom broken =
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            throw new ProviderException("no entropy");
          }
        };
    assertThatThrownBy(() -> Mnemonic.random(12, broken)).isInstanceOf(ProviderException.class);
  }

  @Test
  void theSystemsSourceRepeatsNothingAndFavoursNoBit() {
    int rounds = 4_000;
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    int[] set = new int[128];
    for (int i = 0; i < rounds; i++) {
      try (Mnemonic made = Mnemonic.random(12, random);
          SecretBytes entropy = made.entropy()) {
        byte[] bytes = entropy.use(byte[]::clone);
        seen.add(HexFormat.of().formatHex(bytes));
        for (int bit = 0; bit < 128; bit++) {
          set[bit] += bytes[bit / 8] >> (bit % 8) & 1;
        }
      }
    }
    assertThat(seen).hasSize(rounds);
    // seven standard deviations of a fair coin: not once in 10^9 runs
    int far = (int) (7 * Math.sqrt(rounds) / 2);
    assertThat(Arrays.stream(set).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(rounds / 2 - far, rounds / 2 + far));
    Vectors.count("new mnemonics, each bit set in about half of them", rounds);
  }
}
