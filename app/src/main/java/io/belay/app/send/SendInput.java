package io.belay.app.send;

import io.belay.app.control.Checked;
import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.TransferIntent;
import java.util.Optional;
import java.util.OptionalLong;

/// What the fields of the form say now. Pure.
record SendInput(Words words, SendForm form) {
  private boolean isToken() {
    return form.asset().asset().get().filter(Asset::isToken).isPresent();
  }

  /// The recipient, once it is right.
  Checked<Address> recipient() {
    return Checked.address(form.to().get(), words);
  }

  /// The amount, once it and its asset are right. A call may go without money.
  Checked<Amount> units() {
    Optional<Asset> of = form.asset().asset().get();
    if (of.isEmpty()) {
      return new Checked<>(Optional.empty(), "");
    }
    Amount nothing = of.get().amount(Wei.ZERO);
    boolean calls =
        form.more().readData(isToken()).value().filter(d -> !d.equals("0x")).isPresent();
    if (form.all().get() || (calls && form.amount().get().strip().matches("[0.]*"))) {
      return new Checked<>(Optional.of(nothing), "");
    }
    return Checked.amount(form.amount().get(), of.get(), words);
  }

  /// What is wrong with the data, or blank.
  String dataProblem() {
    return form.more().readData(isToken()).problem();
  }

  /// What the user wants, once the form is complete.
  Optional<TransferIntent> intent() {
    Optional<FeeChoice> fee = form.fee().read().value();
    return fee.isPresent() && form.more().isRight(isToken())
        ? payment().map(p -> complete(p, fee.get()))
        : Optional.empty();
  }

  /// Who gets how much of what with which data, whatever the fee is; what the gas depends on.
  Optional<TransferIntent> payment() {
    Optional<Address> recipient = recipient().value();
    Optional<Amount> units = units().value();
    if (form.from().get().isEmpty()
        || recipient.isEmpty()
        || units.isEmpty()
        || !dataProblem().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TransferIntent(
            form.id(),
            form.from().get().get().ref(),
            recipient.get(),
            units.get(),
            form.all().get(),
            FeeChoice.Pace.NORMAL,
            OptionalLong.empty(),
            OptionalLong.empty(),
            form.more().readData(isToken()).value().orElse("0x")));
  }

  private TransferIntent complete(TransferIntent payment, FeeChoice fee) {
    return new TransferIntent(
        payment.id(),
        payment.from(),
        payment.to(),
        payment.amount(),
        payment.all(),
        fee,
        MoreFields.number(form.more().readGas()),
        MoreFields.number(form.more().readNonce()),
        payment.data(),
        form.more().privately().get());
  }
}
