package io.belay.core.tx;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FeePaid;
import java.util.List;
import java.util.Optional;

/// A signed transaction read back from its raw bytes, whoever made it: what every node would read
/// in them. Types 0 (legacy, with and without EIP-155), 1 (EIP-2930), 2 (EIP-1559), 3 (EIP-4844)
/// and 4 (EIP-7702).
///
/// @param signed the bytes and their hash; of a blob transaction without its blobs
/// @param type 0 to 4
/// @param chainId where it is good; empty for a legacy one without EIP-155, good on every chain
/// @param from who signed it, recovered from the signature
/// @param nonce of the sender
/// @param price what it offers
/// @param gasLimit gas
/// @param to the recipient; empty for a new contract
/// @param value wei
/// @param data call data, `0x…`
/// @param extras what goes with it besides
public record DecodedTransaction(
    SignedTransaction signed,
    int type,
    Optional<ChainId> chainId,
    Address from,
    long nonce,
    Price price,
    long gasLimit,
    Optional<Address> to,
    Wei value,
    String data,
    Extras extras) {

  /// What a transaction offers for its gas.
  ///
  /// @param maxFeePerGas wei per gas; the gas price of types 0 and 1
  /// @param maxPriorityFeePerGas wei per gas; the same gas price for types 0 and 1
  /// @param maxFeePerBlobGas wei per gas of its blobs
  public record Price(Wei maxFeePerGas, Wei maxPriorityFeePerGas, Optional<Wei> maxFeePerBlobGas) {}

  /// An authorisation in a transaction (EIP-7702): from then on a contract's code acts as an
  /// account.
  ///
  /// @param chainId where it is good; empty for every chain
  /// @param delegate the contract; the zero address takes a former one back
  /// @param nonce the account's nonce that it needs
  /// @param account whose it is; empty where the signature speaks for nobody: chains skip it
  public record Delegation(
      Optional<ChainId> chainId, Address delegate, String nonce, Optional<Address> account) {}

  /// What goes with a transaction besides the call.
  ///
  /// @param accessList how many addresses it names beforehand (EIP-2930)
  /// @param delegations accounts whose code it sets (EIP-7702)
  /// @param blobs how many blobs go with it (EIP-4844)
  public record Extras(int accessList, List<Delegation> delegations, int blobs) {
    /// Copies the list.
    public Extras {
      delegations = List.copyOf(delegations);
    }
  }

  /// How many addresses it names beforehand (EIP-2930).
  public int accessList() {
    return extras.accessList();
  }

  /// Accounts whose code it sets (EIP-7702).
  public List<Delegation> delegations() {
    return extras.delegations();
  }

  /// How many blobs go with it (EIP-4844).
  public int blobs() {
    return extras.blobs();
  }

  /// What one gas costs it in a block: the base fee and the tip, but never more than the maximum
  /// (EIP-1559); empty where it depends on a base fee that is not known.
  ///
  /// @param baseFee of the block, wei per gas
  public Optional<Wei> effectiveGasPrice(Optional<Wei> baseFee) {
    Wei most = price.maxFeePerGas();
    return type < 2
        ? Optional.of(most)
        : baseFee
            .map(base -> base.plus(price.maxPriorityFeePerGas()))
            .map(sum -> sum.compareTo(most) < 0 ? sum : most);
  }

  /// As above, of raw bytes; nothing follows from those of a type that is not known here.
  public static FeePaid.Price priceOf(byte[] raw) {
    try {
      return of(raw)::effectiveGasPrice;
    } catch (WalletException e) {
      return baseFee -> Optional.empty();
    }
  }

  /// Reads raw bytes, strictly: what is returned has exactly one encoding, these bytes.
  ///
  /// @throws io.belay.base.WalletException `bad-raw-transaction` for anything but a whole signed
  ///   transaction of a known type
  public static DecodedTransaction of(byte[] raw) {
    return TransactionDecoder.decode(raw);
  }

  /// Most that leaves the sender's account on this chain: value, and all gas at the highest price.
  /// Blobs and an L2's data fee come on top.
  public Wei cost() {
    return value.plus(price.maxFeePerGas().times(gasLimit));
  }

  /// Whether the journal can follow it on a chain: anything good there but blobs, which need more
  /// than these bytes, and new contracts.
  ///
  /// @return what it has in common with those this wallet signs; an access list and authorisations
  ///   are left out
  public Optional<UnsignedTransaction> followed(ChainId here) {
    if (type == 3 || chainId.filter(id -> !id.equals(here)).isPresent()) {
      return Optional.empty();
    }
    return to.map(recipient ->
        new UnsignedTransaction(
            here,
            nonce,
            price.maxPriorityFeePerGas(),
            price.maxFeePerGas(),
            gasLimit,
            recipient,
            value,
            data,
            type < 2));
  }

  /// Whether [UnsignedTransaction] can tell it whole: type 2, to somebody, without access list.
  public Optional<UnsignedTransaction> plain() {
    if (type != 2 || accessList() > 0 || chainId.isEmpty()) {
      return Optional.empty();
    }
    return to.map(recipient ->
        new UnsignedTransaction(
            chainId.get(),
            nonce,
            price.maxPriorityFeePerGas(),
            price.maxFeePerGas(),
            gasLimit,
            recipient,
            value,
            data));
  }

  /// The first four bytes of the call data, which name the contract's function.
  public Optional<String> selector() {
    return data.length() >= 10 ? Optional.of(data.substring(0, 10)) : Optional.empty();
  }

  /// Bytes of call data.
  public int dataLength() {
    return Hex.decode(data).length;
  }
}
