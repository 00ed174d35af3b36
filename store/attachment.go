package store

import "sochibo/app"

// entityAttachment names files attached to something in history.
const entityAttachment = "attachment"

// PutAttachment says what a sealed file belongs to; the file must be there (PutFile).
func (tx *Tx) PutAttachment(a app.Attachment) error {
	before, err := stored(tx.Attachment(a.FileID))
	if err != nil {
		return err
	}
	return tx.record(entityAttachment, a.FileID, before, a, func() error {
		present := ""
		return tx.put("attachment", 1, append(ownColumns(&a), column{"removed_at", &present}))
	})
}

// Attachment returns one attached file; CodeNotFound if there is none.
func (tx *Tx) Attachment(fileID string) (app.Attachment, error) {
	return one(tx, entityAttachment, attachedFiles, attachmentColumns, "WHERE a.file_id = ? AND a.removed_at = ''", fileID)
}

// Attachments returns the files that belong to something, in the order in which they were attached.
func (tx *Tx) Attachments(owner app.AttachmentOwner) ([]app.Attachment, error) {
	return all(tx, attachedFiles, attachmentColumns, "WHERE a.owner_kind = ? AND a.owner_id = ? AND a.removed_at = '' ORDER BY a.file_id", owner.Kind, owner.ID)
}

// AllAttachments returns every attached file, in the order in which they were attached.
func (tx *Tx) AllAttachments() ([]app.Attachment, error) {
	return all(tx, attachedFiles, attachmentColumns, "WHERE a.removed_at = '' ORDER BY a.file_id")
}

// DropAttachment takes a file off what it belongs to; its content is removed after the next save. CodeNotFound if there is none.
func (tx *Tx) DropAttachment(fileID string) error {
	before, err := tx.Attachment(fileID)
	if err != nil {
		return err
	}
	err = tx.record(entityAttachment, fileID, before, nil, func() error {
		return tx.exec("UPDATE attachment SET removed_at = ? WHERE file_id = ?", timeText(tx.change.At), fileID)
	})
	if err != nil {
		return err
	}
	return tx.DropFile(fileID)
}

const attachedFiles = "attachment a JOIN sealed_file f ON f.id = a.file_id"

func ownColumns(a *app.Attachment) []column {
	return []column{{"file_id", &a.FileID}, {"owner_kind", &a.Owner.Kind}, {"owner_id", &a.Owner.ID}, {"note", &a.Note},
		{"added_by", &a.AddedBy}, {"added_at", moment{&a.AddedAt}}}
}

func attachmentColumns(a *app.Attachment) []column {
	return []column{{"a.file_id", &a.FileID}, {"a.owner_kind", &a.Owner.Kind}, {"a.owner_id", &a.Owner.ID}, {"a.note", &a.Note},
		{"a.added_by", &a.AddedBy}, {"a.added_at", moment{&a.AddedAt}}, {"f.name", &a.Name}, {"f.media_type", &a.MediaType},
		{"f.size", &a.Size}, {"f.sha256", &a.SHA256}}
}
