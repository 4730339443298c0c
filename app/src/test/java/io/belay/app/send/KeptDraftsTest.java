package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeVault;
import io.belay.base.ChainId;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.core.store.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDraftsTest {
  private static final SavedForm FORM =
      new SavedForm(
          "an-id",
          FakeVault.SAVINGS.toString(),
          "0x52",
          "",
          "0.05",
          true,
          "",
          "17",
          "2",
          "7",
          "90000",
          "0xc0ffee",
          true);

  @TempDir Path directory;

  @Test
  void aFormIsReadAgainByTheNextProcessAndOnOneNetworkOnly() {
    try (Database first = Schema.open(directory)) {
      new KeptDrafts(new Settings(first), ChainId.of(1)).keep(FORM);
    }
    try (Database next = Schema.open(directory)) {
      KeptDrafts drafts = new KeptDrafts(new Settings(next), ChainId.of(1));
      assertThat(drafts.read()).contains(FORM);
      assertThat(new KeptDrafts(new Settings(next), ChainId.of(2)).read()).isEmpty();
      drafts.drop("another");
      assertThat(drafts.read()).contains(FORM);
      drafts.drop("an-id");
      assertThat(drafts.read()).isEmpty();
    }
  }

  @Test
  void whatCannotBeReadIsNone() {
    try (Database database = Schema.open(directory)) {
      new Settings(database).set("send.form.1", "{not json");
      assertThat(new KeptDrafts(new Settings(database), ChainId.of(1)).read()).isEmpty();
    }
  }
}
