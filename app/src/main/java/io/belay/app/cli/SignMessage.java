package io.belay.app.cli;

import io.belay.keystore.SigningPayload.PersonalMessage;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "message",
    description = "Sign a message as `personal_sign` does (EIP-191): the file's bytes as they are.")
final class SignMessage implements Callable<Integer> {
  @Mixin SignOptions options = new SignOptions();

  private final Invocation call;

  SignMessage(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    PersonalMessage message = PersonalMessage.of(options.read(call));
    List<String> lines =
        message
            .text()
            .map(text -> text.lines().toList())
            .orElseGet(() -> List.of(message.message().length + " bytes that are no text"));
    return new Signing(call, options).run(message, lines).number();
  }
}
