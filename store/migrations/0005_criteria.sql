-- What a cell registered and pledged for a year (đăng ký, ký kết).
CREATE TABLE registration (
    year INTEGER NOT NULL CHECK (year > 0),
    framework TEXT NOT NULL CHECK (framework <> ''),
    level TEXT NOT NULL,
    registered_on TEXT NOT NULL CHECK (registered_on = '' OR length(registered_on) IN (4, 7, 10) AND date(substr(registered_on || '-01-01', 1, 10)) IS substr(registered_on || '-01-01', 1, 10)),
    pledged_on TEXT NOT NULL CHECK (pledged_on = '' OR length(pledged_on) IN (4, 7, 10) AND date(substr(pledged_on || '-01-01', 1, 10)) IS substr(pledged_on || '-01-01', 1, 10)),
    pledged_with TEXT NOT NULL,
    note TEXT NOT NULL,
    targets TEXT NOT NULL CHECK (json_valid(targets)),
    PRIMARY KEY (year, framework)
) STRICT, WITHOUT ROWID;

-- The points that a committee gave for criteria of a packet's sheets; they travel back with the receipt.
CREATE TABLE superior_mark (
    packet_id TEXT NOT NULL REFERENCES packet DEFERRABLE INITIALLY DEFERRED,
    framework TEXT NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    id TEXT NOT NULL,
    points TEXT NOT NULL CHECK (points <> ''),
    PRIMARY KEY (packet_id, framework, version, subject, id)
) STRICT, WITHOUT ROWID;

-- The superior's points that came with a receipt, as JSON.
ALTER TABLE receipt ADD COLUMN marks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(marks));
