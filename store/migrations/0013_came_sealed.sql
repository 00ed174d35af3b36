-- A packet that came sealed lies in the folder of files byte for byte, under its own kind of name.

ALTER TABLE sealed_file ADD COLUMN came_sealed INTEGER NOT NULL DEFAULT 0 CHECK (came_sealed IN (0, 1));
