-- Deputies of a committee, whose own key opens what is handed to it; packets that a cell without an invitation sealed by a passphrase.

CREATE TABLE deputy (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    name TEXT NOT NULL,
    signing_key TEXT NOT NULL,
    recipient TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    added_on TEXT NOT NULL CHECK (length(added_on) = 10 AND date(added_on) IS added_on),
    withdrawn_on TEXT NOT NULL CHECK (withdrawn_on = '' OR length(withdrawn_on) = 10 AND date(withdrawn_on) IS withdrawn_on)
) STRICT, WITHOUT ROWID;

-- What the invitation said of deputies, and when the committee wrote it: an older one takes nothing back.
ALTER TABLE committee_link ADD COLUMN deputies TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(deputies));
ALTER TABLE committee_link ADD COLUMN invited_at TEXT NOT NULL DEFAULT '';

ALTER TABLE packet ADD COLUMN by_passphrase INTEGER NOT NULL DEFAULT 0 CHECK (by_passphrase IN (0, 1));
ALTER TABLE outbox ADD COLUMN by_passphrase INTEGER NOT NULL DEFAULT 0 CHECK (by_passphrase IN (0, 1));

-- The running number of a notice among those of its committee.
ALTER TABLE notice ADD COLUMN seq INTEGER NOT NULL DEFAULT 0 CHECK (seq >= 0);
ALTER TABLE notice ADD COLUMN cells TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cells));
