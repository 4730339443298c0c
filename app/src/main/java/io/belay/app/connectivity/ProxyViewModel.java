package io.belay.app.connectivity;

import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.rpc.SocksProxy;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The SOCKS proxy under all networks, as a person sets it. Its log-in is typed and never shown
/// again.
public final class ProxyViewModel {
  private final Ui ui;
  private final EndpointDesk desk;
  private final ObjectProperty<Optional<SocksProxy>> proxy =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty typed = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");

  ProxyViewModel(Ui ui, EndpointDesk desk) {
    this.ui = ui;
    this.desk = desk;
    typed.addListener((o, was, is) -> problem.set(""));
  }

  /// The proxy that is used.
  public ReadOnlyObjectProperty<Optional<SocksProxy>> proxy() {
    return proxy;
  }

  /// Another one's address.
  public StringProperty typed() {
    return typed;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// How endpoints are reached, in words.
  public String words() {
    return proxy
        .get()
        .map(socks ->
            ui.text("proxy.through", socks.shown())
                + " "
                + ui.text(socks.isolates() ? "proxy.isolates" : "proxy.shared"))
        .orElseGet(() -> ui.text("proxy.direct"));
  }

  /// Reads what is set; a damaged setting is told, and not taken for none.
  void load() {
    ui.background().run(desk::proxy, proxy::set, this::failed);
  }

  /// Uses what was typed.
  public void use() {
    if (!typed.get().isBlank()) {
      set(Optional.of(typed.get()));
    }
  }

  /// Uses none.
  public void remove() {
    set(Optional.empty());
  }

  private void set(Optional<String> wanted) {
    problem.set("");
    ui.background()
        .run(
            () -> {
              desk.proxy(wanted);
              return desk.proxy();
            },
            now -> {
              typed.set("");
              proxy.set(now);
            },
            this::failed);
  }

  private void failed(WalletException e) {
    problem.set(ui.words().error(e));
  }
}
