-- what a transaction has cost, once in a block: decimal wei, gas in units
ALTER TABLE transactions ADD COLUMN gas_used INTEGER;
ALTER TABLE transactions ADD COLUMN gas_price TEXT;
ALTER TABLE transactions ADD COLUMN data_fee TEXT;
-- 1 where gas and its price are proven under the block's header, 0 where groups say so
ALTER TABLE transactions ADD COLUMN fee_proven INTEGER;
-- the signed bytes of another wallet's transaction that took the nonce
ALTER TABLE transactions ADD COLUMN taken_by BLOB;
-- what it has beyond a plain one: access-list or delegation, where it was signed elsewhere
ALTER TABLE transactions ADD COLUMN shape TEXT NOT NULL DEFAULT 'plain';
-- intents that led to the very bytes of an earlier one, such as one that was refused
CREATE TABLE same_again (
  intent TEXT PRIMARY KEY,
  hash TEXT NOT NULL REFERENCES transactions (hash)
);
-- the last addresses that a host name had, for when names are not resolved
CREATE TABLE good_addresses (
  name TEXT PRIMARY KEY,
  addresses TEXT NOT NULL,
  at INTEGER NOT NULL
);
