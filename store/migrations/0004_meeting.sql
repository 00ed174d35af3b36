-- Kinds of meetings, the year's plan, templates, text blocks, petitions, the arithmetic of votes, and files attached to something.

-- A file that lies sealed beside the database and belongs to something: the signed paper of locked minutes, the evidence of a criterion.
CREATE TABLE attachment (
    file_id TEXT PRIMARY KEY REFERENCES sealed_file DEFERRABLE INITIALLY DEFERRED,
    owner_kind TEXT NOT NULL CHECK (owner_kind <> ''),
    owner_id TEXT NOT NULL CHECK (owner_id <> ''),
    note TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    removed_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_of_owner ON attachment (owner_kind, owner_id);

ALTER TABLE meeting ADD COLUMN superior_told_on TEXT NOT NULL DEFAULT '' CHECK (superior_told_on = '' OR length(superior_told_on) IN (4, 7, 10) AND date(substr(superior_told_on || '-01-01', 1, 10)) IS substr(superior_told_on || '-01-01', 1, 10));
ALTER TABLE meeting ADD COLUMN read_back INTEGER NOT NULL DEFAULT 0 CHECK (read_back IN (0, 1));
ALTER TABLE meeting ADD COLUMN read_back_agreed INTEGER NOT NULL DEFAULT 0 CHECK (read_back_agreed >= 0);
ALTER TABLE meeting ADD COLUMN read_back_note TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN conclusion_number INTEGER NOT NULL DEFAULT 0;

-- The base and the threshold that a vote is measured against; a vote without a rule is only counted.
ALTER TABLE vote ADD COLUMN rule TEXT NOT NULL DEFAULT '';
ALTER TABLE vote ADD COLUMN base INTEGER NOT NULL DEFAULT 0 CHECK (base >= 0);
ALTER TABLE vote ADD COLUMN needed_part INTEGER NOT NULL DEFAULT 0 CHECK (needed_part >= 0);
ALTER TABLE vote ADD COLUMN needed_whole INTEGER NOT NULL DEFAULT 0 CHECK (needed_whole >= 0);
ALTER TABLE vote ADD COLUMN needed_more INTEGER NOT NULL DEFAULT 0 CHECK (needed_more IN (0, 1));

-- What people asked for in a meeting, and the answer. One that is still open is taken up again by a later meeting.
CREATE TABLE petition (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    id TEXT NOT NULL,
    member_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    guest_name TEXT NOT NULL,
    body TEXT NOT NULL,
    answer TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'forwarded')),
    carried_from TEXT NOT NULL,
    PRIMARY KEY (meeting_id, no)
) STRICT, WITHOUT ROWID;

-- The year's plan of meetings, with the thematic calendar.
CREATE TABLE plan_item (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    presenter_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL,
    removed_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Agendas that the user changed, by kind of meeting; a kind without rows has the program's own.
CREATE TABLE agenda_template (
    kind TEXT NOT NULL,
    no INTEGER NOT NULL,
    item_kind TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    body TEXT NOT NULL,
    PRIMARY KEY (kind, no)
) STRICT, WITHOUT ROWID;

-- Phrases that a user keeps, each under a short word.
CREATE TABLE text_block (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    short TEXT NOT NULL,
    body TEXT NOT NULL,
    removed_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Shares present below which a meeting is warned about, for books that are there already.
INSERT INTO rule (no, key, valid_from, value, source)
SELECT (SELECT coalesce(max(no), -1) + 1 FROM rule), 'attendance.low', '', 85, '12-HD/BTCTW 2018' FROM settings;
INSERT INTO rule (no, key, valid_from, value, source)
SELECT (SELECT coalesce(max(no), -1) + 1 FROM rule), 'attendance.two_thirds', '', 667, 'Điều lệ Đảng, mức của đại hội' FROM settings;
INSERT INTO rule (no, key, valid_from, value, source)
SELECT (SELECT coalesce(max(no), -1) + 1 FROM rule), 'plan.thematic_per_quarter', '', 1, '42-HD/BTCTW' FROM settings;
