package io.belay.app.raw;

import io.belay.app.control.Known;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.store.AccountEntry;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.DecodedTransaction.Delegation;
import io.belay.core.tx.UnsignedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Anybody's signed transaction in words, decoded from its bytes.
///
/// @param words texts
/// @param chain the open network
/// @param known what is known beside the bytes
/// @param tx the transaction
/// @param account the sender, where it is in the user's list
record RawWords(
    Words words, Chain chain, Known known, DecodedTransaction tx, Optional<AccountEntry> account) {

  /// Whether it is good on the open network.
  boolean fits() {
    return tx.chainId().isEmpty() || tx.chainId().get().equals(chain.id());
  }

  /// Whether it can be sent from here at all.
  boolean isSendable() {
    return fits() && tx.type() != 3;
  }

  /// Whether the journal takes it over: an own account's, of a kind that it can follow.
  boolean isFollowed() {
    return isSendable() && account.isPresent() && tx.followed(chain.id()).isPresent();
  }

  String type() {
    return words.get("raw.type." + tx.type());
  }

  String network() {
    if (tx.chainId().isEmpty()) {
      return words.get("raw.chain.none");
    }
    ChainId id = tx.chainId().get();
    return fits()
        ? words.get("raw.chain.value", chain.name(), id)
        : words.get("raw.chain.other", id);
  }

  /// An amount; in the smallest unit where the network, and so its currency, is another one.
  String money(Wei wei) {
    return fits()
        ? chain.currency().amount(wei).toString()
        : words.get("raw.units", String.format(Locale.ROOT, "%,d", wei.value()));
  }

  String fee() {
    return words.get(
        "raw.fee.value",
        money(tx.price().maxFeePerGas().times(tx.gasLimit())),
        Phrases.count(tx.gasLimit()),
        tx.price().maxFeePerGas().toGwei(),
        tx.price().maxPriorityFeePerGas().toGwei());
  }

  String data() {
    if (tx.dataLength() == 0) {
      return words.get("raw.data.none");
    }
    if (tx.to().isEmpty()) {
      return words.get("raw.data.code", Phrases.count(tx.dataLength()));
    }
    return new TxWords(words, known).meaning(call(tx.to().get()), tx.from());
  }

  /// The call alone, for its meaning; the amount is told in its own line.
  private UnsignedTransaction call(Address to) {
    return new UnsignedTransaction(
        chain.id(),
        tx.nonce(),
        tx.price().maxFeePerGas(),
        tx.price().maxFeePerGas(),
        tx.gasLimit(),
        to,
        Wei.ZERO,
        tx.data());
  }

  List<String> delegations() {
    return tx.delegations().stream().map(this::delegation).toList();
  }

  private String delegation(Delegation one) {
    String whose =
        one.account().map(Address::toString).orElseGet(() -> words.get("raw.code.nobody"));
    String where =
        one.chainId()
            .map(id -> words.get("raw.code.chain", id))
            .orElseGet(() -> words.get("raw.code.everywhere"));
    return one.delegate().equals(Address.ZERO)
        ? words.get("raw.code.taken", whose, where)
        : words.get("raw.code.value", one.delegate(), whose, where);
  }

  List<Caution> cautions() {
    List<Caution> list = new ArrayList<>();
    if (!fits()) {
      list.add(
          caution(
              true,
              "chain",
              tx.chainId().map(ChainId::toString).orElse(""),
              chain.name(),
              chain.id()));
    }
    if (tx.chainId().isEmpty()) {
      list.add(caution(true, "everywhere", chain.name()));
    }
    if (tx.type() == 3) {
      list.add(caution(false, "blobs"));
    }
    if (tx.delegations().stream().anyMatch(d -> !d.delegate().equals(Address.ZERO))) {
      list.add(caution(true, "code"));
    }
    if (account.isEmpty() && isSendable()) {
      list.add(caution(false, "stranger"));
    } else if (isSendable() && !isFollowed()) {
      list.add(caution(false, "kind"));
    }
    account
        .filter(entry -> entry.isWatched() && isFollowed())
        .ifPresent(entry -> list.add(caution(false, "watched", entry.name())));
    return list;
  }

  private Caution caution(boolean isGrave, String key, Object... args) {
    String title = "raw.warn." + key;
    return new Caution(isGrave, words.get(title), words.get(title + ".detail", args));
  }
}
