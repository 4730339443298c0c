-- networks that a person added
CREATE TABLE networks (
  chain INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  symbol TEXT NOT NULL,
  decimals INTEGER NOT NULL,
  block_millis INTEGER NOT NULL,
  fee_market INTEGER NOT NULL,
  testnet INTEGER NOT NULL,
  added_at INTEGER NOT NULL
);
-- endpoints that a person added; url and headers may hold keys
CREATE TABLE endpoints (
  chain INTEGER NOT NULL,
  id TEXT NOT NULL,
  url TEXT NOT NULL,
  operator TEXT NOT NULL,
  own INTEGER NOT NULL,
  headers TEXT NOT NULL,
  PRIMARY KEY (chain, id)
);
-- endpoints, added or built in, that a person switched on or off
CREATE TABLE endpoint_choices (
  chain INTEGER NOT NULL,
  id TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  PRIMARY KEY (chain, id)
);
-- which endpoints a network may use at all
CREATE TABLE policies (
  chain INTEGER PRIMARY KEY,
  policy TEXT NOT NULL,
  consented INTEGER NOT NULL
);
-- groups that a person says can fail together
CREATE TABLE group_merges (
  chain INTEGER NOT NULL,
  grp TEXT NOT NULL,
  into_grp TEXT NOT NULL,
  PRIMARY KEY (chain, grp)
);
-- which endpoint was told which of the user's addresses
CREATE TABLE egress (
  chain INTEGER NOT NULL,
  endpoint TEXT NOT NULL,
  account TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  PRIMARY KEY (chain, endpoint, account)
);
