package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.keystore.Recovery;
import io.belay.keystore.SigningPayload.PersonalMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "message",
    description = "Whether an address signed a message (EIP-191); ends with 1 where it did not.")
final class VerifyMessage implements Callable<Integer> {
  private static final int MOST_BYTES = 1024 * 1024;

  @Option(
      names = "--address",
      paramLabel = "A",
      required = true,
      description = "who is to have signed")
  String address = "";

  @Option(
      names = "--signature",
      paramLabel = "HEX",
      required = true,
      description = "the signature, 65 bytes")
  String signature = "";

  @Parameters(paramLabel = "FILE", description = "the message; - for standard input")
  String file = "";

  private final Invocation call;

  VerifyMessage(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Address claimed = call.accounts().address(address);
    byte[] bytes = Hex.decode(signature);
    PersonalMessage message = PersonalMessage.of(Input.fileOrStandardInput(file, MOST_BYTES, call));
    Optional<Address> signer = Recovery.recover(message, bytes);
    boolean valid = signer.filter(claimed::equals).isPresent();
    ObjectNode json = Out.object().put("valid", valid);
    signer.ifPresent(who -> json.put("signer", who.toString()));
    String told =
        valid
            ? "valid: " + claimed + " signed this message"
            : "not valid: " + signer.map(who -> "signed by " + who).orElse("nobody's signature");
    call.out().result(json, List.of(told));
    return (valid ? ExitCode.DONE : ExitCode.REFUSED).number();
  }
}
