package io.belay.app.connectivity;

import io.belay.app.control.Checked;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointUrl;
import io.belay.core.rpc.NewEndpoint;
import io.belay.core.rpc.SecretHeaders;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A new endpoint while it is typed. Adding it asks it nothing.
public final class AddEndpointViewModel {
  private final Ui ui;
  private final EndpointDesk desk;
  private final Supplier<ChainId> chain;
  private final Runnable done;
  private final StringProperty url = new SimpleStringProperty("");
  private final StringProperty operator = new SimpleStringProperty("");
  private final BooleanProperty own = new SimpleBooleanProperty();
  private final BooleanProperty sendsOnly = new SimpleBooleanProperty();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final StringProperty problem = new SimpleStringProperty("");

  /// @param chain the network it is added to
  /// @param done told when it was added
  AddEndpointViewModel(Ui ui, EndpointDesk desk, Supplier<ChainId> chain, Runnable done) {
    this.ui = ui;
    this.desk = desk;
    this.chain = chain;
    this.done = done;
    // what is wrong is said when it is to be added; once said, it goes as soon as it is mended
    url.addListener((o, was, is) -> {
      if (!problem.get().isEmpty()) {
        problem.set(Checked.read(is, EndpointUrl::parse, ui.words()).problem());
      }
    });
  }

  /// Its address.
  public StringProperty url() {
    return url;
  }

  /// Who runs it; blank where that is not said.
  public StringProperty operator() {
    return operator;
  }

  /// Whether it is the person's own node.
  public BooleanProperty own() {
    return own;
  }

  /// Whether it takes transactions and answers no question.
  public BooleanProperty sendsOnly() {
    return sendsOnly;
  }

  /// Whether it is being added.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// What is wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Adds it.
  public void add() {
    if (busy.get()) {
      return;
    }
    if (url.get().isBlank()) {
      problem.set(ui.text("add.missing"));
      return;
    }
    Optional<String> said = Optional.of(operator.get()).filter(name -> !name.isBlank());
    NewEndpoint endpoint =
        new NewEndpoint(url.get(), said, own.get(), sendsOnly.get(), SecretHeaders.NONE);
    ChainId to = chain.get();
    busy.set(true);
    ui.background()
        .run(
            () -> {
              desk.add(to, endpoint);
              return to;
            },
            added -> added(),
            this::failed);
  }

  private void added() {
    busy.set(false);
    problem.set("");
    url.set("");
    operator.set("");
    own.set(false);
    sendsOnly.set(false);
    done.run();
  }

  private void failed(WalletException e) {
    busy.set(false);
    problem.set(ui.words().error(e));
  }
}
