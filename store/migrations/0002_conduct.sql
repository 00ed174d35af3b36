-- Initiatives and technical improvements of members, and commendations and disciplines. Rows taken back are marked (removed_at).

CREATE TABLE initiative (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    member_id TEXT NOT NULL REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    together_with TEXT NOT NULL,
    proposed_on TEXT NOT NULL CHECK (proposed_on = '' OR length(proposed_on) IN (4, 7, 10) AND date(substr(proposed_on || '-01-01', 1, 10)) IS substr(proposed_on || '-01-01', 1, 10)),
    benefit TEXT NOT NULL,
    saving INTEGER NOT NULL CHECK (saving >= 0), -- đồng a year
    recognised_on TEXT NOT NULL CHECK (recognised_on = '' OR length(recognised_on) = 10 AND date(recognised_on) IS recognised_on),
    recognised_by TEXT NOT NULL,
    decision_no TEXT NOT NULL,
    note TEXT NOT NULL,
    removed_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE conduct_decision (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('commendation', 'discipline')),
    member_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED, -- NULL: of a body
    body TEXT NOT NULL,
    form TEXT NOT NULL,
    decided_on TEXT NOT NULL CHECK (decided_on = '' OR length(decided_on) = 10 AND date(decided_on) IS decided_on),
    decision_no TEXT NOT NULL,
    issuer TEXT NOT NULL,
    reason TEXT NOT NULL,
    leadership INTEGER NOT NULL CHECK (leadership IN (0, 1)),
    ended_on TEXT NOT NULL CHECK (ended_on = '' OR length(ended_on) = 10 AND date(ended_on) IS ended_on),
    removed_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
