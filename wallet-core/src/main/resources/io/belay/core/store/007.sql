-- what a person calls a transaction
CREATE TABLE tx_labels (
  hash TEXT PRIMARY KEY,
  label TEXT NOT NULL
);
