package io.belay.app.networks;

import io.belay.app.file.FileBytes;
import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.chain.NetworkFile;
import io.belay.core.chain.TypedNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A network of one's own while it is typed, or as a file has it. Adding it asks it nothing.
public final class AddNetworkViewModel {
  private final Ui ui;
  private final NetworkDesk desk;
  private final Consumer<String> done;
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final Map<Field, StringProperty> problems = new EnumMap<>(Field.class);
  private final BooleanProperty testnet = new SimpleBooleanProperty();
  private final BooleanProperty busy = new SimpleBooleanProperty();

  /// What is typed.
  public enum Field {
    /// The name for people.
    NAME,
    /// The EIP-3770 short name.
    SHORT_NAME,
    /// The EIP-155 chain id.
    CHAIN_ID,
    /// The native currency's symbol.
    SYMBOL,
    /// Its decimals.
    DECIMALS,
    /// Endpoints, one a line.
    URLS,
    /// The text of a file.
    FILE;

    /// The word in the texts and in node ids.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// @param done told the name of a network that was added
  AddNetworkViewModel(Ui ui, NetworkDesk desk, Consumer<String> done) {
    this.ui = ui;
    this.desk = desk;
    this.done = done;
    for (Field field : Field.values()) {
      StringProperty problem = new SimpleStringProperty("");
      StringProperty text = new SimpleStringProperty(field == Field.DECIMALS ? "18" : "");
      // what is wrong is said when it is to be added; once said, it goes with the next change
      text.addListener((o, was, is) -> problem.set(""));
      texts.put(field, text);
      problems.put(field, problem);
    }
  }

  /// What is typed in a field.
  public StringProperty text(Field field) {
    return Optional.ofNullable(texts.get(field)).orElseThrow();
  }

  /// What is wrong with a field, or blank.
  public ReadOnlyStringProperty problem(Field field) {
    return problems(field);
  }

  private StringProperty problems(Field field) {
    return Optional.ofNullable(problems.get(field)).orElseThrow();
  }

  /// Whether its money is worth nothing.
  public BooleanProperty testnet() {
    return testnet;
  }

  /// Whether it is being added.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// Adds what is typed.
  public void add() {
    TypedNetwork typed =
        new TypedNetwork(
            text(Field.CHAIN_ID).get(),
            text(Field.NAME).get(),
            text(Field.SHORT_NAME).get(),
            text(Field.SYMBOL).get(),
            text(Field.DECIMALS).get(),
            testnet.get(),
            text(Field.URLS).get());
    add(typed::file, Field.NAME);
  }

  /// Adds what the pasted text of a file says.
  public void addPasted() {
    byte[] pasted = text(Field.FILE).get().getBytes(StandardCharsets.UTF_8);
    add(() -> NetworkFile.parse(limited(pasted)), Field.FILE);
  }

  private static byte[] limited(byte[] pasted) {
    if (pasted.length > NetworkFile.MAX_BYTES) {
      throw new WalletException("input-too-long", "at most " + NetworkFile.MAX_BYTES + " bytes");
    }
    return pasted;
  }

  /// Adds what a file says.
  public void addFile(Path file) {
    add(() -> NetworkFile.parse(FileBytes.of(file, NetworkFile.MAX_BYTES)), Field.FILE);
  }

  private void add(Supplier<NetworkFile> source, Field general) {
    if (busy.get()) {
      return;
    }
    problems.values().forEach(problem -> problem.set(""));
    busy.set(true);
    ui.background()
        .run(
            () -> {
              NetworkFile file = source.get();
              desk.add(file);
              return file.network().name();
            },
            this::added,
            e -> failed(e, general));
  }

  private void added(String name) {
    clear();
    done.accept(name);
  }

  /// Forgets what was typed.
  public void clear() {
    busy.set(false);
    texts.forEach((field, text) -> text.set(field == Field.DECIMALS ? "18" : ""));
    problems.values().forEach(problem -> problem.set(""));
    testnet.set(false);
  }

  private void failed(WalletException e, Field general) {
    busy.set(false);
    Field wrong = general == Field.FILE ? general : field(e.code());
    problems(wrong).set(ui.words().error(e));
  }

  private static Field field(String code) {
    return switch (code) {
      case "bad-chain-id", "network-exists" -> Field.CHAIN_ID;
      case "bad-short-name" -> Field.SHORT_NAME;
      case "bad-symbol" -> Field.SYMBOL;
      case "bad-decimals" -> Field.DECIMALS;
      case "bad-endpoint-url", "plain-http", "endpoint-exists" -> Field.URLS;
      default -> Field.NAME;
    };
  }
}
