-- From when a member counts as official where the cell decided only after the day on which he became so: the months closed before keep their figures.

ALTER TABLE member ADD COLUMN recognised_on TEXT NOT NULL DEFAULT '' CHECK (recognised_on = '' OR length(recognised_on) = 10 AND date(recognised_on) IS recognised_on);
