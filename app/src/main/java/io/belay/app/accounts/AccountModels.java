package io.belay.app.accounts;

/// What the page of one account shows.
///
/// @param account its name, balance and last transactions
/// @param others its balances on the other networks
/// @param tokens what it has of tokens
/// @param adding a token on its way onto the list
/// @param receive what its QR code asks for
record AccountModels(
    AccountViewModel account,
    OthersViewModel others,
    TokensViewModel tokens,
    AddTokenViewModel adding,
    ReceiveViewModel receive) {
  void start() {
    account.start();
    account.account().get().ifPresent(tokens::start);
    receive.offer();
    others.start();
  }

  void stop() {
    account.stop();
    tokens.stop();
    others.stop();
  }
}
