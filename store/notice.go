package store

import "sochibo/app"

// Notices returns the notices of the book with their files, newest first.
func (tx *Tx) Notices() ([]app.Notice, error) {
	list, err := all(tx, "notice", noticeColumns, "ORDER BY issued_on DESC, id DESC")
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].Files, err = tx.noticeFiles(list[i].ID); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Notice returns one notice; CodeNotFound if there is none.
func (tx *Tx) Notice(id string) (app.Notice, error) {
	n, err := one(tx, entityNotice, "notice", noticeColumns, "WHERE id = ?", id)
	if err != nil {
		return n, err
	}
	n.Files, err = tx.noticeFiles(id)
	return n, err
}

func (tx *Tx) noticeFiles(id string) ([]app.NoticeFile, error) {
	return all(tx, "notice_file", noticeFileColumns, "WHERE notice_id = ? ORDER BY no", id)
}

// PutNotice adds or replaces a notice with its files.
func (tx *Tx) PutNotice(n app.Notice) error {
	before, err := stored(tx.Notice(n.ID))
	if err != nil {
		return err
	}
	return tx.record(entityNotice, n.ID, before, n, func() error {
		if err := tx.put("notice", 1, noticeColumns(&n)); err != nil {
			return err
		}
		if err := tx.exec("DELETE FROM notice_file WHERE notice_id = ?", n.ID); err != nil {
			return err
		}
		for no := range n.Files {
			columns := append([]column{{"notice_id", &n.ID}, {"no", &no}}, noticeFileColumns(&n.Files[no])...)
			if err := tx.put("notice_file", 2, columns); err != nil {
				return err
			}
		}
		return nil
	})
}

func noticeColumns(n *app.Notice) []column {
	return []column{{"id", &n.ID}, {"sender", &n.Sender}, {"title", &n.Title}, {"body", &n.Body}, {"issued_on", &n.IssuedOn},
		{"received_at", moment{&n.ReceivedAt}}, {"read_at", moment{&n.ReadAt}}, {"seq", &n.Seq}, {"cells", list{&n.Cells}}}
}

func noticeFileColumns(f *app.NoticeFile) []column {
	return []column{{"name", &f.Name}, {"file_id", &f.FileID}}
}
