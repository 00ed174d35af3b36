-- The schema of a book. Unknown texts and days are '', times are RFC 3339 text, days ISO text of which the end may be unknown.
-- Children of a record (lines of a roll call, items of an agenda) are replaced with it; records that left are marked (removed_at).

PRAGMA application_id = 0x43686942;

-- One row: which book this is. A copy in memory that lacks it is never saved.

CREATE TABLE book (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    id TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- Files that lie sealed beside the database. The content of one that left is removed after the next save.
CREATE TABLE sealed_file (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    added_at TEXT NOT NULL,
    dropped_at TEXT
) STRICT, WITHOUT ROWID;

-- Every change of a record. hash covers the entry before it and values_hash, a salted hash of before and after: the values and
-- the salt may be blanked, nothing else may change.
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    command TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    salt BLOB,
    values_hash BLOB NOT NULL CHECK (length(values_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX history_of_record ON history (entity, entity_id);

CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER history_is_fixed BEFORE UPDATE ON history
WHEN NOT (NEW.before IS NULL AND NEW.after IS NULL AND NEW.salt IS NULL
    AND NEW.id IS OLD.id AND NEW.at IS OLD.at AND NEW.actor IS OLD.actor AND NEW.command IS OLD.command AND NEW.entity IS OLD.entity
    AND NEW.entity_id IS OLD.entity_id AND NEW.values_hash IS OLD.values_hash AND NEW.hash IS OLD.hash)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

-- Every use of personal data, a chain like history.
CREATE TABLE access_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT,
    salt BLOB,
    values_hash BLOB NOT NULL CHECK (length(values_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log
BEGIN SELECT RAISE(ABORT, 'access log is append-only'); END;

CREATE TRIGGER access_log_is_fixed BEFORE UPDATE ON access_log
WHEN NOT (NEW.subject IS NULL AND NEW.salt IS NULL AND NEW.id IS OLD.id AND NEW.at IS OLD.at AND NEW.actor IS OLD.actor
    AND NEW.kind IS OLD.kind AND NEW.values_hash IS OLD.values_hash AND NEW.hash IS OLD.hash)
BEGIN SELECT RAISE(ABORT, 'access log is append-only'); END;

-- Text being typed: saved often, no history.
CREATE TABLE draft (
    key TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Values of the program's own, such as the book's keys; their history holds no values.
CREATE TABLE value (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    role TEXT NOT NULL CHECK (role IN ('cell', 'committee')),
    organisation_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    enterprise TEXT NOT NULL,
    superior_name TEXT NOT NULL,
    committee_name TEXT NOT NULL,
    place_name TEXT NOT NULL,
    cell_kind TEXT NOT NULL,
    meeting_place TEXT NOT NULL,
    body_code TEXT NOT NULL,
    numbering TEXT NOT NULL,
    term_from TEXT NOT NULL CHECK (term_from = '' OR length(term_from) IN (4, 7, 10) AND date(substr(term_from || '-01-01', 1, 10)) IS substr(term_from || '-01-01', 1, 10)),
    recorder_label TEXT NOT NULL,
    chair_label TEXT NOT NULL,
    signing_line TEXT NOT NULL,
    recipients TEXT NOT NULL CHECK (json_valid(recipients)),
    start_month TEXT NOT NULL,
    demo INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE used_number (
    type TEXT PRIMARY KEY,
    number INTEGER NOT NULL CHECK (number >= 0)
) STRICT, WITHOUT ROWID;

-- Values that a regulation or a committee sets, each from a day on.
CREATE TABLE rule (
    no INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    valid_from TEXT NOT NULL CHECK (valid_from = '' OR length(valid_from) IN (4, 7, 10) AND date(substr(valid_from || '-01-01', 1, 10)) IS substr(valid_from || '-01-01', 1, 10)),
    value INTEGER NOT NULL,
    source TEXT NOT NULL
) STRICT;

CREATE TABLE member (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    full_name TEXT NOT NULL,
    birth_name TEXT NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('', 'male', 'female')),
    born_on TEXT NOT NULL CHECK (born_on = '' OR length(born_on) IN (4, 7, 10) AND date(substr(born_on || '-01-01', 1, 10)) IS substr(born_on || '-01-01', 1, 10)),
    citizen_id TEXT NOT NULL,
    phone TEXT NOT NULL,
    party_card_no TEXT NOT NULL,
    dossier_no TEXT NOT NULL,
    admitted_on TEXT NOT NULL CHECK (admitted_on = '' OR length(admitted_on) IN (4, 7, 10) AND date(substr(admitted_on || '-01-01', 1, 10)) IS substr(admitted_on || '-01-01', 1, 10)),
    official_on TEXT NOT NULL CHECK (official_on = '' OR length(official_on) IN (4, 7, 10) AND date(substr(official_on || '-01-01', 1, 10)) IS substr(official_on || '-01-01', 1, 10)),
    kind TEXT NOT NULL CHECK (kind IN ('official', 'probationary')),
    post TEXT NOT NULL,
    party_group TEXT NOT NULL,
    occupation TEXT NOT NULL,
    earlier_work TEXT NOT NULL,
    schooling TEXT NOT NULL,
    political_theory TEXT NOT NULL,
    profession TEXT NOT NULL,
    language TEXT NOT NULL,
    ethnicity TEXT NOT NULL,
    religion TEXT NOT NULL,
    native_place TEXT NOT NULL,
    residence_cell TEXT NOT NULL,
    badge_no TEXT NOT NULL,
    arrived_on TEXT NOT NULL CHECK (arrived_on = '' OR length(arrived_on) IN (4, 7, 10) AND date(substr(arrived_on || '-01-01', 1, 10)) IS substr(arrived_on || '-01-01', 1, 10)),
    arrived_from TEXT NOT NULL,
    note TEXT NOT NULL,
    search TEXT NOT NULL -- names and numbers in small letters without diacritics
) STRICT, WITHOUT ROWID;

CREATE TABLE member_event (
    member_id TEXT NOT NULL REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    on_day TEXT NOT NULL CHECK (on_day = '' OR length(on_day) IN (4, 7, 10) AND date(substr(on_day || '-01-01', 1, 10)) IS substr(on_day || '-01-01', 1, 10)),
    standing TEXT NOT NULL CHECK (standing IN ('active', 'exempt', 'temporarily_exempt', 'temporarily_away', 'temporarily_here', 'awaiting_transfer', 'transferred', 'suspended', 'resigned', 'struck_off', 'expelled', 'deceased')),
    reason TEXT NOT NULL,
    PRIMARY KEY (member_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE point (
    member_id TEXT NOT NULL REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    points INTEGER NOT NULL CHECK (points >= 0),
    excused INTEGER NOT NULL CHECK (excused IN (0, 1)),
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    removed_at TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (month, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    kind TEXT NOT NULL,
    with_thematic INTEGER NOT NULL CHECK (with_thematic IN (0, 1)),
    thematic_title TEXT NOT NULL,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    held_on TEXT NOT NULL CHECK (held_on = '' OR length(held_on) IN (4, 7, 10) AND date(substr(held_on || '-01-01', 1, 10)) IS substr(held_on || '-01-01', 1, 10)),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    place TEXT NOT NULL,
    chair_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    recorder_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    drafted_by TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    committee_met_on TEXT NOT NULL CHECK (committee_met_on = '' OR length(committee_met_on) IN (4, 7, 10) AND date(substr(committee_met_on || '-01-01', 1, 10)) IS substr(committee_met_on || '-01-01', 1, 10)),
    committee_minutes INTEGER NOT NULL CHECK (committee_minutes IN (0, 1)),
    notice_on TEXT NOT NULL CHECK (notice_on = '' OR length(notice_on) IN (4, 7, 10) AND date(substr(notice_on || '-01-01', 1, 10)) IS substr(notice_on || '-01-01', 1, 10)),
    papers_on TEXT NOT NULL CHECK (papers_on = '' OR length(papers_on) IN (4, 7, 10) AND date(substr(papers_on || '-01-01', 1, 10)) IS substr(papers_on || '-01-01', 1, 10)),
    final_papers_on TEXT NOT NULL CHECK (final_papers_on = '' OR length(final_papers_on) IN (4, 7, 10) AND date(substr(final_papers_on || '-01-01', 1, 10)) IS substr(final_papers_on || '-01-01', 1, 10)),
    dues_note TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    ideology TEXT NOT NULL,
    political TEXT NOT NULL,
    praise TEXT NOT NULL,
    reminder TEXT NOT NULL,
    shortcomings TEXT NOT NULL,
    minutes_number INTEGER NOT NULL,
    resolution_number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'locked')),
    version INTEGER NOT NULL CHECK (version >= 1),
    version_reason TEXT NOT NULL,
    locked_at TEXT NOT NULL,
    locked_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_guest (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    PRIMARY KEY (meeting_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    member_id TEXT NOT NULL REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    presence TEXT NOT NULL CHECK (presence IN ('present', 'absent_excused', 'absent_unexcused')),
    reason TEXT NOT NULL,
    PRIMARY KEY (meeting_id, no),
    UNIQUE (meeting_id, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda_item (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    presenter_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    body TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    PRIMARY KEY (meeting_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    item_no INTEGER NOT NULL,
    no INTEGER NOT NULL,
    member_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    guest_name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (meeting_id, item_no, no),
    FOREIGN KEY (meeting_id, item_no) REFERENCES agenda_item DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    meeting_id TEXT REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    title TEXT NOT NULL,
    assignee_id TEXT REFERENCES member DEFERRABLE INITIALLY DEFERRED,
    together_with TEXT NOT NULL,
    assigned_on TEXT NOT NULL CHECK (assigned_on = '' OR length(assigned_on) IN (4, 7, 10) AND date(substr(assigned_on || '-01-01', 1, 10)) IS substr(assigned_on || '-01-01', 1, 10)),
    due_on TEXT NOT NULL CHECK (due_on = '' OR length(due_on) IN (4, 7, 10) AND date(substr(due_on || '-01-01', 1, 10)) IS substr(due_on || '-01-01', 1, 10)),
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'postponed', 'cancelled')),
    done_on TEXT NOT NULL CHECK (done_on = '' OR length(done_on) IN (4, 7, 10) AND date(substr(done_on || '-01-01', 1, 10)) IS substr(done_on || '-01-01', 1, 10)),
    result TEXT NOT NULL,
    carried_from TEXT REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    removed_at TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- What a meeting recorded of a task of an earlier resolution.
CREATE TABLE task_review (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    task_id TEXT NOT NULL REFERENCES task DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'postponed', 'cancelled')),
    done_on TEXT NOT NULL CHECK (done_on = '' OR length(done_on) IN (4, 7, 10) AND date(substr(done_on || '-01-01', 1, 10)) IS substr(done_on || '-01-01', 1, 10)),
    result TEXT NOT NULL,
    PRIMARY KEY (meeting_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE direction (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (meeting_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL,
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    eligible INTEGER NOT NULL CHECK (eligible >= 0),
    votes_for INTEGER NOT NULL CHECK (votes_for >= 0),
    votes_against INTEGER NOT NULL CHECK (votes_against >= 0),
    abstained INTEGER NOT NULL CHECK (abstained >= 0),
    on_score INTEGER NOT NULL CHECK (on_score IN (0, 1)),
    on_resolution INTEGER NOT NULL CHECK (on_resolution IN (0, 1)),
    PRIMARY KEY (meeting_id, no)
) STRICT, WITHOUT ROWID;

-- Locked minutes as they were before a correction, as JSON.
CREATE TABLE meeting_version (
    meeting_id TEXT NOT NULL REFERENCES meeting DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL CHECK (version >= 1),
    kept_at TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (meeting_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_record (
    month TEXT PRIMARY KEY CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'handed_over', 'received', 'accepted', 'returned')),
    closed_at TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    remark TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    handed_over_at TEXT NOT NULL,
    decided_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Frameworks as they were received. A version never changes.
CREATE TABLE framework (
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    body BLOB NOT NULL,
    received_at TEXT NOT NULL,
    PRIMARY KEY (code, version)
) STRICT;

-- A scored sheet: the framework in the version it is scored with, and its subject: a meeting, a month, a year.
CREATE TABLE sheet (
    framework TEXT NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    variant TEXT NOT NULL,
    PRIMARY KEY (framework, version, subject),
    FOREIGN KEY (framework, version) REFERENCES framework DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
    framework TEXT NOT NULL,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    id TEXT NOT NULL,
    no INTEGER NOT NULL,
    done INTEGER CHECK (done IN (0, 1)),
    option TEXT NOT NULL,
    number TEXT NOT NULL,
    points TEXT NOT NULL,
    reason TEXT NOT NULL,
    not_applicable INTEGER NOT NULL CHECK (not_applicable IN (0, 1)),
    superior TEXT NOT NULL,
    note TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    PRIMARY KEY (framework, version, subject, id),
    FOREIGN KEY (framework, version, subject) REFERENCES sheet DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- The register of outgoing documents.
CREATE TABLE document (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    type TEXT NOT NULL,
    number INTEGER NOT NULL,
    series TEXT NOT NULL,
    on_day TEXT NOT NULL CHECK (on_day = '' OR length(on_day) IN (4, 7, 10) AND date(substr(on_day || '-01-01', 1, 10)) IS substr(on_day || '-01-01', 1, 10)),
    subject TEXT NOT NULL,
    meeting_id TEXT REFERENCES meeting DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- The committee that a cell hands over to.
CREATE TABLE committee_link (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    committee_id TEXT NOT NULL,
    committee_name TEXT NOT NULL,
    signing_key TEXT NOT NULL,
    recipient TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    confirmed_on TEXT NOT NULL CHECK (confirmed_on = '' OR length(confirmed_on) IN (4, 7, 10) AND date(substr(confirmed_on || '-01-01', 1, 10)) IS substr(confirmed_on || '-01-01', 1, 10)),
    cell_id TEXT NOT NULL,
    cell_code TEXT NOT NULL,
    received_on TEXT NOT NULL CHECK (received_on = '' OR length(received_on) IN (4, 7, 10) AND date(substr(received_on || '-01-01', 1, 10)) IS substr(received_on || '-01-01', 1, 10))
) STRICT;

-- Packets that a cell sealed.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    file_id TEXT NOT NULL REFERENCES sealed_file DEFERRABLE INITIALLY DEFERRED,
    file_name TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL,
    manifest_hash TEXT NOT NULL,
    code TEXT NOT NULL,
    sealed_at TEXT NOT NULL,
    written_to TEXT NOT NULL,
    written_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    packet_id TEXT NOT NULL,
    cell_id TEXT NOT NULL,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    seq INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'returned', 'received')),
    remark TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    manifest_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A committee's cells.
CREATE TABLE cell (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    secretary_name TEXT NOT NULL,
    contact TEXT NOT NULL,
    invited_on TEXT NOT NULL CHECK (invited_on = '' OR length(invited_on) IN (4, 7, 10) AND date(substr(invited_on || '-01-01', 1, 10)) IS substr(invited_on || '-01-01', 1, 10)),
    first_month TEXT NOT NULL,
    key_state TEXT NOT NULL CHECK (key_state IN ('none', 'pending', 'confirmed')),
    signing_key TEXT NOT NULL,
    recipient TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    confirmed_on TEXT NOT NULL CHECK (confirmed_on = '' OR length(confirmed_on) IN (4, 7, 10) AND date(substr(confirmed_on || '-01-01', 1, 10)) IS substr(confirmed_on || '-01-01', 1, 10)),
    install_id TEXT NOT NULL,
    last_seq INTEGER NOT NULL,
    last_manifest_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Packets that a committee received, each with the figures read from it; the packet itself is kept as it came.
CREATE TABLE packet (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    cell_id TEXT NOT NULL REFERENCES cell DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    seq INTEGER NOT NULL,
    manifest_hash TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    install_id TEXT NOT NULL,
    signing_key TEXT NOT NULL,
    recipient TEXT NOT NULL,
    file_id TEXT REFERENCES sealed_file DEFERRABLE INITIALLY DEFERRED,
    file_name TEXT NOT NULL,
    code TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'accepted', 'returned')),
    remark TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    receipt_at TEXT NOT NULL,
    question TEXT NOT NULL,
    members INTEGER NOT NULL,
    probationary INTEGER NOT NULL,
    exempt INTEGER NOT NULL,
    at_threshold INTEGER NOT NULL,
    threshold_base INTEGER NOT NULL,
    below_threshold TEXT NOT NULL CHECK (json_valid(below_threshold)),
    attended INTEGER NOT NULL,
    attendance_base INTEGER NOT NULL,
    meeting_minutes INTEGER NOT NULL,
    meeting_score TEXT NOT NULL,
    meeting_level TEXT NOT NULL,
    tasks_done INTEGER NOT NULL,
    tasks_base INTEGER NOT NULL,
    criteria_score TEXT NOT NULL,
    criteria_level TEXT NOT NULL,
    criteria_scored INTEGER NOT NULL,
    criteria_base INTEGER NOT NULL,
    minutes_pages INTEGER NOT NULL,
    resolution_pages INTEGER NOT NULL,
    secretary_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX attendance_of_member ON attendance (member_id);
CREATE INDEX packet_of_cell ON packet (cell_id, month);
