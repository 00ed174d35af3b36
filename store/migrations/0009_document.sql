-- The register of outgoing documents: which document of the program a line stands for, to whom it went, why a number was set by hand.

ALTER TABLE document ADD COLUMN report TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN month TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN recipients TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN note TEXT NOT NULL DEFAULT '';
UPDATE document SET report = CASE type WHEN 'BB' THEN 'minutes' WHEN 'NQ' THEN 'resolution' ELSE '' END WHERE meeting_id IS NOT NULL;

-- The form of printed documents from a day on, as JSON; without one the program's own holds.
CREATE TABLE layout_profile (
    valid_from TEXT PRIMARY KEY CHECK (length(valid_from) = 10 AND date(valid_from) IS valid_from),
    body TEXT NOT NULL CHECK (json_valid(body)),
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
