-- accounts that a person does not want to see
ALTER TABLE accounts ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
