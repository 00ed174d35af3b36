-- The register beside the members themselves: candidates, dues, what became of reminders.

-- A member entered by mistake (an import taken back) is marked, like other records that left.
ALTER TABLE member ADD COLUMN removed_at TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN department TEXT NOT NULL DEFAULT '';
-- The day on which a member who left was made anonymous; '' for a person.
ALTER TABLE member ADD COLUMN anonymised_on TEXT NOT NULL DEFAULT '';

ALTER TABLE settings ADD COLUMN keeps_dues INTEGER NOT NULL DEFAULT 0 CHECK (keeps_dues IN (0, 1));

-- Persons of the masses whom the cell prepares for admission (quần chúng ưu tú).
CREATE TABLE candidate (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    full_name TEXT NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('', 'male', 'female')),
    born_on TEXT NOT NULL CHECK (born_on = '' OR length(born_on) IN (4, 7, 10) AND date(substr(born_on || '-01-01', 1, 10)) IS substr(born_on || '-01-01', 1, 10)),
    occupation TEXT NOT NULL,
    department TEXT NOT NULL,
    first_helper_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    second_helper_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL CHECK (state IN ('open', 'admitted', 'withdrawn')),
    state_on TEXT NOT NULL CHECK (state_on = '' OR length(state_on) IN (4, 7, 10) AND date(substr(state_on || '-01-01', 1, 10)) IS substr(state_on || '-01-01', 1, 10)),
    member_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED, -- who he became
    note TEXT NOT NULL,
    removed_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- A step on the way to admission that was done (assets/candidate_steps.json names the steps).
CREATE TABLE candidate_step (
    candidate_id TEXT NOT NULL REFERENCES candidate DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    step TEXT NOT NULL,
    on_day TEXT NOT NULL CHECK (on_day = '' OR length(on_day) IN (4, 7, 10) AND date(substr(on_day || '-01-01', 1, 10)) IS substr(on_day || '-01-01', 1, 10)),
    note TEXT NOT NULL,
    PRIMARY KEY (candidate_id, no),
    UNIQUE (candidate_id, step)
) STRICT, WITHOUT ROWID;

-- The register of dues: amounts in đồng, 0 where only the day is kept. The salary is never asked for.
CREATE TABLE dues (
    member_id TEXT NOT NULL REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    due INTEGER NOT NULL CHECK (due >= 0),
    paid INTEGER NOT NULL CHECK (paid >= 0),
    paid_on TEXT NOT NULL CHECK (paid_on = '' OR length(paid_on) IN (4, 7, 10) AND date(substr(paid_on || '-01-01', 1, 10)) IS substr(paid_on || '-01-01', 1, 10)),
    way TEXT NOT NULL CHECK (way IN ('', 'cash', 'portal', 'transfer')),
    note TEXT NOT NULL,
    removed_at TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (month, member_id)
) STRICT, WITHOUT ROWID;

-- What a person did about a reminder: done, or put off until a day. key says which one: kind, record, and what it was about.
CREATE TABLE reminder_answer (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    state TEXT NOT NULL CHECK (state IN ('done', 'put_off')),
    until TEXT NOT NULL CHECK (until = '' OR length(until) IN (4, 7, 10) AND date(substr(until || '-01-01', 1, 10)) IS substr(until || '-01-01', 1, 10)),
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    removed_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
