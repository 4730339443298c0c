-- endpoints that take transactions and answer no question
ALTER TABLE endpoints ADD COLUMN sends_only INTEGER NOT NULL DEFAULT 0;
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
-- intents whose transactions go to private relays and to nobody else
CREATE TABLE private_intents (
  intent TEXT PRIMARY KEY
);
-- the address book; chain 0 is every network
CREATE TABLE contacts (
  chain INTEGER NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (chain, address)
);
