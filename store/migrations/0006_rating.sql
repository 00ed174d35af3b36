-- Quality ratings by year or quarter: what a period's ratings share, and each subject's figures step by step.

CREATE TABLE rating_round (
    period TEXT PRIMARY KEY CHECK (period GLOB '[12][0-9][0-9][0-9]' OR period GLOB '[12][0-9][0-9][0-9]-Q[1-4]'),
    cap_level TEXT NOT NULL,
    cap_percent INTEGER NOT NULL CHECK (cap_percent BETWEEN 0 AND 100),
    cap_base TEXT NOT NULL,
    cap_by_form INTEGER NOT NULL CHECK (cap_by_form IN (0, 1)),
    vote_percent INTEGER NOT NULL CHECK (vote_percent BETWEEN 0 AND 100),
    vote_base TEXT NOT NULL,
    held_on TEXT NOT NULL CHECK (held_on = '' OR length(held_on) IN (4, 7, 10) AND date(substr(held_on || '-01-01', 1, 10)) IS substr(held_on || '-01-01', 1, 10)),
    eligible INTEGER NOT NULL CHECK (eligible >= 0),
    present INTEGER NOT NULL CHECK (present >= 0),
    issued INTEGER NOT NULL CHECK (issued >= 0),
    returned INTEGER NOT NULL CHECK (returned >= 0),
    invalid INTEGER NOT NULL CHECK (invalid >= 0),
    counters TEXT NOT NULL CHECK (json_valid(counters))
) STRICT, WITHOUT ROWID;

-- subject is a member's id or 'cell'.
CREATE TABLE rating (
    period TEXT NOT NULL REFERENCES rating_round DEFERRABLE INITIALLY DEFERRED,
    subject TEXT NOT NULL CHECK (subject <> ''),
    framework TEXT NOT NULL,
    version INTEGER NOT NULL,
    variant TEXT NOT NULL,
    left_out TEXT NOT NULL,
    rated_anyway TEXT NOT NULL,
    faults TEXT NOT NULL,
    self_level TEXT NOT NULL,
    self_points TEXT NOT NULL,
    self_on TEXT NOT NULL CHECK (self_on = '' OR date(substr(self_on || '-01-01', 1, 10)) IS substr(self_on || '-01-01', 1, 10)),
    self_note TEXT NOT NULL,
    committee_level TEXT NOT NULL,
    committee_points TEXT NOT NULL,
    committee_on TEXT NOT NULL CHECK (committee_on = '' OR date(substr(committee_on || '-01-01', 1, 10)) IS substr(committee_on || '-01-01', 1, 10)),
    committee_note TEXT NOT NULL,
    votes TEXT NOT NULL CHECK (json_valid(votes)),
    superior_level TEXT NOT NULL,
    superior_points TEXT NOT NULL,
    superior_on TEXT NOT NULL CHECK (superior_on = '' OR date(substr(superior_on || '-01-01', 1, 10)) IS substr(superior_on || '-01-01', 1, 10)),
    superior_note TEXT NOT NULL,
    superior_paper TEXT NOT NULL,
    PRIMARY KEY (period, subject),
    FOREIGN KEY (framework, version) REFERENCES framework DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
