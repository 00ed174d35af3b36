PRAGMA application_id = 0x43686942;

-- One row: which book this is. A copy in memory that lacks it is never saved.
CREATE TABLE book (
    only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
    id         TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- Files that lie sealed beside the database. A row that left is marked; its file is removed after the next save.
CREATE TABLE sealed_file (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL CHECK (size >= 0),
    sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
    added_at   TEXT NOT NULL,
    dropped_at TEXT
) STRICT, WITHOUT ROWID;
