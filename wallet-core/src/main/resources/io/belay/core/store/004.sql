-- one intent may have several signatures, all at one nonce: no UNIQUE on it any more. SQLite cannot
-- drop that, so both tables are made anew; the child first, so that no row is ever without parent
CREATE TABLE transactions_next (
  hash TEXT PRIMARY KEY,
  chain INTEGER NOT NULL,
  intent TEXT NOT NULL,
  purpose TEXT NOT NULL DEFAULT 'transfer',
  replaces TEXT,
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
  next_send INTEGER,
  accepted_block INTEGER,
  absent_block INTEGER
);
INSERT INTO transactions_next (hash, chain, intent, sender, nonce, preimage, raw, created_at, state,
  succeeded, block_number, block_hash, evidence, replaced_by, next_send)
  SELECT hash, chain, intent, sender, nonce, preimage, raw, created_at, state, succeeded,
  block_number, block_hash, evidence, replaced_by, next_send FROM transactions;
CREATE TABLE attempts_next (
  hash TEXT NOT NULL REFERENCES transactions_next (hash),
  endpoint TEXT NOT NULL,
  grp TEXT NOT NULL,
  outcome TEXT NOT NULL,
  kind TEXT NOT NULL,
  millis INTEGER NOT NULL,
  at INTEGER NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  echo TEXT,
  accepted_block INTEGER,
  black_hole INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (hash, endpoint)
);
INSERT INTO attempts_next (hash, endpoint, grp, outcome, kind, millis, at, seen)
  SELECT hash, endpoint, grp, outcome, kind, millis, at, seen FROM attempts;
DROP TABLE attempts;
DROP TABLE transactions;
ALTER TABLE transactions_next RENAME TO transactions;
ALTER TABLE attempts_next RENAME TO attempts;
CREATE INDEX transactions_by_sender ON transactions (chain, sender, nonce);
CREATE INDEX transactions_by_intent ON transactions (intent);
-- one nonce per intent, unless another's transaction took that nonce for good
CREATE TRIGGER one_nonce_per_intent BEFORE INSERT ON transactions WHEN EXISTS (
  SELECT 1 FROM transactions WHERE intent=NEW.intent AND state <> 'replaced'
  AND (chain<>NEW.chain OR sender<>NEW.sender OR nonce<>NEW.nonce))
  BEGIN SELECT RAISE(ABORT, 'one nonce per intent'); END;
