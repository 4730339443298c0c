package io.belay.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.store.NetworkRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFileTest {
  private static final String GOOD =
      "{'chainId':4242,'name':'Rope','nativeCurrency':{'symbol':'RPE','decimals':18},'rpc':[]}";

  private static NetworkFile parse(String json) {
    return NetworkFile.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theFormOfTheListOfChainsIsRead() {
    NetworkFile file =
        parse(
            "{'chainId':4242,'name':'Rope Testnet','shortName':'rope','blockTimeSeconds':0.25,"
                + "'nativeCurrency':{'name':'Rope','symbol':'RPE','decimals':18},"
                + "'features':[{'name':'EIP155'}],"
                + "'rpc':['https://a.example/${KEY}','https://b.example','wss://c.example',"
                + "{'url':'https://d.example'},'https://b.example']}");
    assertThat(file.network())
        .isEqualTo(new NetworkRow(4242, "Rope Testnet", "rope", "RPE", 18, 250, false, true));
    assertThat(file.urls()).containsExactly("https://b.example", "https://d.example");
  }

  @Test
  void theFormOfWalletsIsRead() {
    NetworkFile file =
        parse(
            "{'chainId':'0x1092','chainName':'Rope','rpcUrls':['https://a.example'],"
                + "'nativeCurrency':{'symbol':'RPE','decimals':6}}");
    assertThat(file.network())
        .isEqualTo(new NetworkRow(4242, "Rope", "chain-4242", "RPE", 6, 12_000, true, false));
    assertThat(file.urls()).containsExactly("https://a.example");
  }

  @Test
  void anAddedNetworkGoesByAgreement() {
    KnownNetwork rope =
        ChainRegistry.load(Duration.ofSeconds(4)).plus(List.of(parse(GOOD).network())).find("rope");
    assertThat(rope.chain().id()).isEqualTo(ChainId.of(4242));
    assertThat(rope.chain().rules().header()).isEqualTo(Chain.HeaderKind.OPAQUE);
    assertThat(rope.endpoints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "'chainId':4242=>'chainId':0",
        "'chainId':4242=>'chainId':-1",
        "'chainId':4242=>'chainId':1.5",
        "'chainId':4242=>'chainId':'4242'",
        "'chainId':4242=>'chainId':'0xffffffffffffffff'",
        "'chainId':4242=>'chainId':4242,'chainId':1",
        "'name':'Rope'=>'name':''",
        "'name':'Rope'=>'name':'Ro\\npe'",
        "'name':'Rope'=>'name':'Ro\\u202epe'",
        "'symbol':'RPE'=>'symbol':'R P'",
        "'decimals':18=>'decimals':37",
        "'decimals':18=>'decimals':'18'",
        "'rpc':[]=>'blockTimeSeconds':0",
        "'rpc':[]=>'blockTimeSeconds':1e9",
        "'rpc':[]=>'shortName':'Sh ort'",
      })
  void whatIsNoNetworkIsRefused(String change) {
    String[] parts = change.split("=>", 2);
    String json = parts.length == 2 ? GOOD.replace(parts[0], parts[1]) : change;
    assertThat(parse(GOOD)).isNotNull();
    assertThatThrownBy(() -> parse(json))
        .asInstanceOf(InstanceOfAssertFactories.type(WalletException.class))
        .returns("bad-network-file", WalletException::code);
  }
}
