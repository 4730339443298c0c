package io.belay.keystore;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.base.TypedField;
import io.belay.base.Utf8;
import io.belay.base.WalletException;
import io.belay.keystore.typed.TypedMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What may be signed. Sealed, and never a bare digest: the digest is computed here from bytes
/// whose form was checked.
public sealed interface SigningPayload {
  /// The chain the signature is good for; empty if it names none and is good wherever somebody
  /// takes it.
  Optional<ChainId> chainId();

  /// The 32 bytes that the curve signs.
  Bytes32 digest();

  /// The unsigned bytes of a transaction: legacy with EIP-155 chain id, EIP-2930, EIP-1559 or
  /// EIP-7702.
  final class Transaction implements SigningPayload {
    private final byte[] preimage;
    private final ChainId chainId;

    private Transaction(byte[] preimage, ChainId chainId) {
      this.preimage = preimage;
      this.chainId = chainId;
    }

    /// Checks the form of the preimage.
    ///
    /// @throws WalletException `not-a-transaction`, `bad-rlp` or `bad-chain-id` for anything else,
    ///   legacy without chain id and blob transactions (EIP-4844) among it; `any-chain` for an
    ///   EIP-7702 transaction with an authorisation that is good on every chain
    public static Transaction of(byte[] preimage) {
      byte[] own = preimage.clone();
      return new Transaction(own, TransactionForm.check(own));
    }

    @Override
    public Optional<ChainId> chainId() {
      return Optional.of(chainId);
    }

    @Override
    public Bytes32 digest() {
      return Keccak.hash(preimage);
    }

    /// A copy of the unsigned bytes.
    public byte[] preimage() {
      return preimage.clone();
    }

    /// The transaction with a signature of it, as it goes to the network (EIP-155 for a legacy one,
    /// EIP-2718 for the others).
    public byte[] signed(Signature signature) {
      return TransactionForm.signed(preimage, chainId, signature);
    }
  }

  /// A message to a person or a site (EIP-191, version 0x45, as `personal_sign` has it). Its prefix
  /// keeps it from being a transaction. It names no chain.
  final class PersonalMessage implements SigningPayload {
    private static final String PREFIX = "\u0019Ethereum Signed Message:\n";

    private final byte[] message;

    private PersonalMessage(byte[] message) {
      this.message = message;
    }

    /// The bytes as they are.
    public static PersonalMessage of(byte[] message) {
      return new PersonalMessage(message.clone());
    }

    /// The UTF-8 bytes of a text.
    ///
    /// @throws WalletException `bad-text` for half of a surrogate pair, which has none
    public static PersonalMessage of(String text) {
      return new PersonalMessage(Utf8.encode(text));
    }

    @Override
    public Optional<ChainId> chainId() {
      return Optional.empty();
    }

    @Override
    public Bytes32 digest() {
      String head = PREFIX + message.length;
      return Keccak.hash(head.getBytes(StandardCharsets.US_ASCII), message);
    }

    /// A copy of the message.
    public byte[] message() {
      return message.clone();
    }

    /// The message as text, if it is UTF-8. Text of a stranger: the caller escapes it.
    public Optional<String> text() {
      return Utf8.decode(message);
    }
  }

  /// Typed data (EIP-712), with its view decoded from what is hashed.
  final class TypedData implements SigningPayload {
    private final TypedMessage document;

    private TypedData(TypedMessage document) {
      this.document = document;
    }

    /// Reads the JSON of `eth_signTypedData_v4`.
    ///
    /// @throws WalletException `bad-typed-data` with the place, for all that has not exactly one
    ///   encoding
    public static TypedData parse(String json) {
      return new TypedData(TypedMessage.parse(json));
    }

    /// The chain that the domain names, if it does.
    @Override
    public Optional<ChainId> chainId() {
      return document.chainId();
    }

    @Override
    public Bytes32 digest() {
      return document.digest();
    }

    /// The contract that the domain names, if it does.
    public Optional<Address> verifyingContract() {
      return document.verifyingContract();
    }

    /// The name of the message's type.
    public String primaryType() {
      return document.primaryType();
    }

    /// The domain for review.
    public TypedField domain() {
      return document.domain();
    }

    /// The message for review.
    public TypedField message() {
      return document.message();
    }
  }

  /// Lets a contract's code act as the account (EIP-7702): only ever the user's own wish.
  ///
  /// @param chain the only chain it is good for
  /// @param delegate the contract; the zero address takes a former one back
  /// @param nonce the account's nonce when it is used, 0 to 2^63-1
  record Authorization(ChainId chain, Address delegate, long nonce) implements SigningPayload {
    private static final byte[] MAGIC = {0x05};

    /// Checks the nonce.
    ///
    /// @throws WalletException `bad-transaction` for a negative one
    public Authorization {
      if (nonce < 0) {
        throw new WalletException("bad-transaction", "a nonce is not negative");
      }
    }

    /// Checks the chain id.
    ///
    /// @throws WalletException `any-chain` for chain id 0, `bad-chain-id`, `bad-transaction`
    public static Authorization of(long chainId, Address delegate, long nonce) {
      if (chainId == 0) {
        throw TransactionForm.anyChain();
      }
      return new Authorization(ChainId.of(chainId), delegate, nonce);
    }

    @Override
    public Optional<ChainId> chainId() {
      return Optional.of(chain);
    }

    @Override
    public Bytes32 digest() {
      byte[] fields = Rlp.encode(Rlp.list(Rlp.of(chain.value()), Rlp.of(delegate), Rlp.of(nonce)));
      return Keccak.hash(MAGIC, fields);
    }
  }
}
