-- tokens a person wants to see; what they said of themselves stays in tokens when they leave this list
CREATE TABLE token_list (
  chain INTEGER NOT NULL,
  contract TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (chain, contract)
);
