-- A temporary standing (away, here, exempt for a time) has a day on which it is to end.
ALTER TABLE member_event ADD COLUMN until TEXT NOT NULL DEFAULT '';
