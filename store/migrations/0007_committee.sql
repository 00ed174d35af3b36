-- A committee's organisations as a tree with dated events, figures entered by hand, findings of the review, notices.

-- Bodies between the committee and its cells: grassroots committees. superior_id is NULL directly under the committee.
CREATE TABLE organisation (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    superior_id TEXT REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    contact TEXT NOT NULL,
    closed_on TEXT NOT NULL CHECK (closed_on = '' OR length(closed_on) IN (4, 7, 10) AND date(substr(closed_on || '-01-01', 1, 10)) IS substr(closed_on || '-01-01', 1, 10))
) STRICT, WITHOUT ROWID;

-- What happened to a body or a cell on a day.
CREATE TABLE organisation_event (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    on_day TEXT NOT NULL CHECK (length(on_day) = 10 AND date(on_day) IS on_day),
    kind TEXT NOT NULL CHECK (kind IN ('renamed', 'merged', 'split', 'moved', 'dissolved')),
    subject_id TEXT NOT NULL, -- of an organisation or a cell
    old_name TEXT NOT NULL,
    new_name TEXT NOT NULL,
    others TEXT NOT NULL CHECK (json_valid(others)), -- ids: into which it was merged or split, under which it was moved
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX event_of_organisation ON organisation_event (subject_id, on_day);

ALTER TABLE cell ADD COLUMN superior_id TEXT REFERENCES organisation DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE cell ADD COLUMN last_month TEXT NOT NULL DEFAULT '';
ALTER TABLE cell ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
ALTER TABLE cell ADD COLUMN retired_keys TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(retired_keys));

-- Rows that were there before have not been looked at by the review: they say so until the index is rebuilt.
ALTER TABLE packet ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
ALTER TABLE packet ADD COLUMN findings TEXT NOT NULL DEFAULT '["not_checked"]' CHECK (json_valid(findings));
ALTER TABLE packet ADD COLUMN settled TEXT NOT NULL DEFAULT '';
ALTER TABLE packet ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;
ALTER TABLE packet ADD COLUMN departed INTEGER NOT NULL DEFAULT 0;

-- Notices: in a cell's book what its committee sent, in a committee's what it wrote itself.
CREATE TABLE notice (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    sender TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    issued_on TEXT NOT NULL CHECK (length(issued_on) = 10 AND date(issued_on) IS issued_on),
    received_at TEXT NOT NULL,
    read_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_file (
    notice_id TEXT NOT NULL REFERENCES notice DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    name TEXT NOT NULL,
    file_id TEXT NOT NULL REFERENCES sealed_file DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (notice_id, no)
) STRICT, WITHOUT ROWID;
