-- What a packet tells of the newest rating, for roll-ups: JSON of app.RatingFigures, or null. Rows that were there before have it after the index is rebuilt.

ALTER TABLE packet ADD COLUMN rating TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(rating));
