package io.belay.base;

/// A surprise with a stable code. The text a person reads comes from `messages.properties` by that
/// code; the message here is one plain line for logs and for the command line, never a secret and
/// never raw provider text.
public class WalletException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /// @param code stable, lower-case words joined by hyphens, such as `wrong-password`
  /// @param message one line, without secrets
  public WalletException(String code, String message) {
    super(message);
    this.code = code;
  }

  /// As above, with the failure underneath.
  public WalletException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// The stable code; a contract of the command line's JSON errors.
  public String code() {
    return code;
  }

  /// The message; never null.
  public String text() {
    String message = getMessage();
    return message == null ? code : message;
  }
}
