-- what a transaction has cost, once in a block: decimal wei, gas in units
ALTER TABLE transactions ADD COLUMN gas_used INTEGER;
ALTER TABLE transactions ADD COLUMN gas_price TEXT;
ALTER TABLE transactions ADD COLUMN data_fee TEXT;
-- how that is known: proven, agreed, single
ALTER TABLE transactions ADD COLUMN fee_evidence TEXT;
-- the signed bytes of another wallet's transaction that took the nonce
ALTER TABLE transactions ADD COLUMN taken_by BLOB;
-- what it has beyond a plain one where it was signed elsewhere: any-chain, access-list, delegation
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
