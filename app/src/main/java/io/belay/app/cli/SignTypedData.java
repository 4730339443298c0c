package io.belay.app.cli;

import io.belay.base.TypedField;
import io.belay.keystore.SigningPayload.TypedData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "typed-data",
    description = "Sign typed data (EIP-712), given as the JSON of `eth_signTypedData_v4`.")
final class SignTypedData implements Callable<Integer> {
  @Mixin SignOptions options = new SignOptions();

  private final Invocation call;

  SignTypedData(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    TypedData data = TypedData.parse(options.text(call));
    List<String> lines = new ArrayList<>();
    tell(data.domain(), "", lines);
    tell(data.message(), "", lines);
    return new Signing(call, options).run(data, lines).number();
  }

  /// What is hashed, a line a field.
  private static void tell(TypedField field, String indent, List<String> lines) {
    lines.add(
        indent
            + field.name()
            + " ("
            + field.type()
            + ")"
            + (field.members().isEmpty() ? ": " + field.value() : ""));
    field.members().forEach(member -> tell(member, indent + "  ", lines));
  }
}
