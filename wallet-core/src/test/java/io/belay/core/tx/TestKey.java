package io.belay.core.tx;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;

/// A key that signs transactions member by member, so that tests can make any.
public final class TestKey {
  private static final Address BOB = Address.parse("0x00000000000000000000000000000000000000b0");

  private final ECKeyPair pair;

  /// @param secret the key
  public TestKey(long secret) {
    this.pair = ECKeyPair.create(BigInteger.valueOf(secret));
  }

  /// @param secret the key, `0x…`
  public TestKey(String secret) {
    this.pair = ECKeyPair.create(new BigInteger(secret.substring(2), 16));
  }

  /// Whose it is.
  public Address address() {
    return Address.parse(Credentials.create(pair).getAddress());
  }

  /// The members of a plain EIP-1559 transaction before its signature.
  public static List<Rlp.Item> plain(long chain, long nonce) {
    return List.of(
        Rlp.of(chain),
        Rlp.of(nonce),
        Rlp.of(1_000_000_000),
        Rlp.of(3_000_000_000L),
        Rlp.of(21_000),
        Rlp.of(BOB),
        Rlp.of(100),
        Rlp.of(new byte[0]),
        Rlp.list());
  }

  static byte[] preimage(int type, List<Rlp.Item> fields) {
    return typed(type, Rlp.list(fields));
  }

  static byte[] typed(int type, Rlp.Item list) {
    byte[] rlp = Rlp.encode(list);
    byte[] typed = new byte[rlp.length + 1];
    typed[0] = (byte) type;
    System.arraycopy(rlp, 0, typed, 1, rlp.length);
    return typed;
  }

  /// A signed transaction of a type from its members.
  public byte[] sign(int type, List<Rlp.Item> fields) {
    Signature signature = sign(Keccak.hash(preimage(type, fields)));
    List<Rlp.Item> all = new ArrayList<>(fields);
    all.addAll(List.of(Rlp.of(signature.yParity()), Rlp.of(signature.r()), Rlp.of(signature.s())));
    return typed(type, Rlp.list(all));
  }

  /// A signed legacy transaction.
  ///
  /// @param chain 0 for one that names none
  public byte[] legacy(long chain) {
    return legacy(chain, 5);
  }

  /// As above, with a nonce.
  public byte[] legacy(long chain, long nonce) {
    List<Rlp.Item> fields =
        List.of(
            Rlp.of(nonce),
            Rlp.of(3_000_000_000L),
            Rlp.of(30_000),
            Rlp.of(BOB),
            Rlp.of(7),
            Rlp.of(new byte[3]));
    List<Rlp.Item> signing = new ArrayList<>(fields);
    if (chain > 0) {
      signing.addAll(List.of(Rlp.of(chain), Rlp.of(0), Rlp.of(0)));
    }
    Signature signature = sign(Keccak.hash(Rlp.encode(Rlp.list(signing))));
    long v = (chain > 0 ? 35 + 2 * chain : 27) + signature.yParity();
    List<Rlp.Item> all = new ArrayList<>(fields);
    all.addAll(List.of(Rlp.of(v), Rlp.of(signature.r()), Rlp.of(signature.s())));
    return Rlp.encode(Rlp.list(all));
  }

  /// An authorisation for a contract to act as this account.
  public Rlp.Item authorization(long chain, Address delegate, long nonce) {
    List<Rlp.Item> fields = List.of(Rlp.of(chain), Rlp.of(delegate), Rlp.of(nonce));
    Signature signature = sign(Keccak.hash(preimage(5, fields)));
    List<Rlp.Item> all = new ArrayList<>(fields);
    all.addAll(List.of(Rlp.of(signature.yParity()), Rlp.of(signature.r()), Rlp.of(signature.s())));
    return Rlp.list(all);
  }

  /// A signature of any digest.
  public Signature sign(Bytes32 digest) {
    Sign.SignatureData data = Sign.signMessage(digest.toArray(), pair, false);
    return new Signature(
        new BigInteger(1, data.getR()), new BigInteger(1, data.getS()), data.getV()[0] - 27);
  }
}
