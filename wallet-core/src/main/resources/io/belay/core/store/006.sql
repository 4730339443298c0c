-- what tokens say of themselves, and how that is known
CREATE TABLE tokens (
  chain INTEGER NOT NULL,
  contract TEXT NOT NULL,
  symbol TEXT NOT NULL,
  decimals INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (chain, contract)
);
