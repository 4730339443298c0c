CREATE TABLE accounts (
  vault TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (vault, address)
);
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE finalized (
  chain INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL,
  groups TEXT NOT NULL,
  at INTEGER NOT NULL
);
CREATE TABLE account_views (
  chain INTEGER NOT NULL,
  address TEXT NOT NULL,
  balance TEXT NOT NULL,
  nonce INTEGER NOT NULL,
  block_number INTEGER NOT NULL,
  block_hash TEXT NOT NULL,
  base_fee TEXT,
  groups TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (chain, address)
);
CREATE TABLE blames (
  id INTEGER PRIMARY KEY,
  chain INTEGER NOT NULL,
  endpoint TEXT NOT NULL,
  code TEXT NOT NULL,
  detail TEXT NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX blames_by_endpoint ON blames (chain, endpoint, at);
CREATE TABLE transactions (
  hash TEXT PRIMARY KEY,
  chain INTEGER NOT NULL,
  intent TEXT NOT NULL UNIQUE,
  sender TEXT NOT NULL,
  nonce INTEGER NOT NULL,
  preimage BLOB NOT NULL,
  raw BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  succeeded INTEGER,
  block_number INTEGER,
  block_hash TEXT,
  evidence TEXT NOT NULL,
  replaced_by TEXT,
  sends INTEGER NOT NULL DEFAULT 0,
  next_send INTEGER,
  absent_since INTEGER
);
CREATE INDEX transactions_by_sender ON transactions (chain, sender, nonce);
CREATE TABLE attempts (
  hash TEXT NOT NULL REFERENCES transactions (hash),
  endpoint TEXT NOT NULL,
  grp TEXT NOT NULL,
  outcome TEXT NOT NULL,
  kind TEXT NOT NULL,
  millis INTEGER NOT NULL,
  at INTEGER NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (hash, endpoint)
);
CREATE TABLE leases (
  id INTEGER PRIMARY KEY,
  chain INTEGER NOT NULL,
  address TEXT NOT NULL,
  nonce INTEGER NOT NULL,
  pid INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  UNIQUE (chain, address, nonce)
);
