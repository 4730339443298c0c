package io.belay.app.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.activity.ExportViewModel.Form;
import io.belay.app.control.Known;
import io.belay.app.fake.FakeLabels;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.store.LabelBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportViewModelTest {
  private static final TxRecord SENT =
      FakeTx.of(
          FakeTx.call(7, FakeSession.ether("1.000000000000000001"), "0x"),
          TxState.FINAL,
          List.of());

  private final LabelBook labels = FakeLabels.empty();
  private final Known known =
      new Known(
          FakeSession.CHAIN.currency(), Map.of(), Map.of(FakeVault.DAILY, "=HYPERLINK(\"x\")"));
  private final ExportViewModel model =
      new ExportViewModel(FakeUi.make(), FakeSession.CHAIN, () -> known, labels);

  @TempDir Path folder;

  private Path only() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void whatWouldBeAFormulaIsText(String evil) {
    assertThat(TxExport.cell(evil)).matches("(?s)\"?'.*");
    assertThat(TxExport.cell("a" + evil)).doesNotContain("'");
  }

  @Test
  void quotesAndCommasStayWithinTheirCell() {
    assertThat(TxExport.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    assertThat(TxExport.cell("plain")).isEqualTo("plain");
  }

  @Test
  void theTableIsExactAndForItsOwnerAlone() throws IOException {
    labels.put(SENT.hash(), "-2, \"for\" May");
    model.folder().set(folder.toString());
    model.write(List.of(SENT), Form.CSV);
    Path file = only();
    assertThat(model.problem().get()).isEmpty();
    assertThat(model.notice().get()).startsWith("1 transactions were written to " + file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    List<String> lines = Files.readString(file).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).startsWith("time,network,chainId,hash,kind,from,fromName,to");
    assertThat(lines.getLast())
        .startsWith(SENT.createdAt().toString() + ",")
        .contains(
            ",1.000000000000000001,1000000000000000001,network,7,final,",
            "\"'=HYPERLINK(\"\"x\"\")\"",
            "\"'-2, \"\"for\"\" May\"");
  }

  @Test
  void theSameFileIsNeverWrittenOver() throws IOException {
    model.folder().set(folder.toString());
    model.write(List.of(SENT), Form.CSV);
    String before = Files.readString(only());
    model.write(List.of(), Form.CSV);
    assertThat(model.problem().get()).isNotEmpty();
    assertThat(model.notice().get()).isEmpty();
    assertThat(Files.readString(only())).isEqualTo(before);
  }

  @Test
  void jsonSaysTheSameAsText() throws IOException {
    model.folder().set(folder.toString());
    model.write(List.of(SENT), Form.JSON);
    JsonNode row = JsonMapper.builder().build().readTree(only().toFile()).get(0);
    assertThat(row.path("amount").asString()).isEqualTo("1.000000000000000001");
    assertThat(row.path("toName").asString()).isEqualTo("=HYPERLINK(\"x\")");
    assertThat(row.path("hash").asString()).isEqualTo(SENT.hash().toString());
    assertThat(row.path("time").asString()).endsWith("Z");
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    model.folder().set(folder.resolve("none").toString());
    model.write(List.of(SENT), Form.CSV);
    assertThat(model.problem().get()).isNotEmpty();
  }
}
