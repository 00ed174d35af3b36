package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // pictures that are attached are opened once, so that a broken one is not kept
	_ "image/jpeg" // see above
	_ "image/png"  // see above
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"sochibo/app"
	"sochibo/store"
)

// Codes of attached files.
const (
	CodeAttachmentBroken app.Code = "attachment_broken"     // a picture that cannot be opened; Values: name
	CodeNotLockedYet     app.Code = "attachment_not_locked" // the signed paper of minutes that are not locked
)

// CriterionOwner is what the evidence of one criterion of a sheet is attached to.
func CriterionOwner(key SheetKey, criterionID string) app.AttachmentOwner {
	return app.AttachmentOwner{Kind: app.OwnerCriterion, ID: fmt.Sprintf("%s/%d/%s/%s", key.Framework, key.Version, key.Subject, criterionID)}
}

// MeetingOwner is what the signed paper of a meeting's minutes is attached to.
func MeetingOwner(meetingID string) app.AttachmentOwner {
	return app.AttachmentOwner{Kind: app.OwnerMeeting, ID: meetingID}
}

// AttachedFile is a file from outside that was read and found fit to be attached.
type AttachedFile struct {
	Name      string
	MediaType string
	Content   []byte
}

// ReadAttachment reads a file that is to be attached: a picture or a PDF of at most app.MaxAttachment bytes, known by its content.
// Errors: app.CodeFileUnread, app.CodeTooLarge, app.CodeAttachmentKind, CodeAttachmentBroken.
func ReadAttachment(path string) (AttachedFile, error) {
	file := AttachedFile{Name: filepath.Base(path)}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrInvalid
	}
	if err != nil {
		return file, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	if info.Size() > app.MaxAttachment {
		return file, app.NewError(app.CodeTooLarge, "path", path, "limit", app.MaxAttachment)
	}
	source, err := os.Open(path)
	if err != nil {
		return file, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	content, err := io.ReadAll(io.LimitReader(source, app.MaxAttachment+1))
	if err := errors.Join(err, source.Close()); err != nil {
		return file, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	if len(content) > app.MaxAttachment { // it grew while it was read
		return file, app.NewError(app.CodeTooLarge, "path", path, "limit", app.MaxAttachment)
	}
	file.Content = content
	if file.MediaType, err = app.RecognizeFile(file.Name, content); err != nil {
		return file, err
	}
	return file, checkPicture(file)
}

// checkPicture returns CodeAttachmentBroken for a picture that has the right first bytes and is none.
func checkPicture(file AttachedFile) error {
	switch file.MediaType {
	case "image/jpeg", "image/png", "image/gif":
		if _, _, err := image.DecodeConfig(bytes.NewReader(file.Content)); err != nil {
			return app.WrapError(err, CodeAttachmentBroken, "name", file.Name)
		}
	}
	return nil
}

// Attach reads a file and keeps it sealed as belonging to something. The signed paper of a meeting may be attached once the minutes are
// locked, also in a closed month: it often comes later. Errors: those of ReadAttachment, app.CodeNotFound without the owner,
// CodeNotLockedYet, app.CodeLocked, app.CodeMonthClosed.
func (d *Desk) Attach(ctx context.Context, owner app.AttachmentOwner, path, note string) (app.Attachment, error) {
	var attached app.Attachment
	file, err := ReadAttachment(path)
	if err != nil {
		return attached, err
	}
	err = d.update(ctx, "attach file", func(tx *store.Tx) error {
		if err := requireAttachable(tx, owner); err != nil {
			return err
		}
		attached, err = d.putAttachment(ctx, tx, owner, file, note)
		return err
	})
	return attached, err
}

// putAttachment keeps a file as belonging to something, within a command that has more to do.
func (d *Desk) putAttachment(ctx context.Context, tx *store.Tx, owner app.AttachmentOwner, file AttachedFile, note string) (app.Attachment, error) {
	ref, err := d.book.PutFile(ctx, tx, file.Name, file.MediaType, bytes.NewReader(file.Content))
	if err != nil {
		return app.Attachment{}, err
	}
	attached := app.Attachment{FileID: ref.ID, Owner: owner, Name: ref.Name, MediaType: ref.MediaType, Size: ref.Size, SHA256: ref.SHA256,
		Note: app.Clean(note), AddedBy: d.actor(), AddedAt: d.Now()}
	return attached, tx.PutAttachment(attached)
}

// requireAttachable returns an error if nothing can be attached to an owner now.
func requireAttachable(tx *store.Tx, owner app.AttachmentOwner) error {
	switch owner.Kind {
	case app.OwnerMeeting:
		meeting, err := tx.Meeting(owner.ID)
		if err == nil && !meeting.IsLocked() {
			err = app.NewError(CodeNotLockedYet)
		}
		return err
	case app.OwnerCriterion:
		key, _, err := criterionOf(owner)
		if err != nil {
			return err
		}
		return requireMarkable(tx, key)
	}
	return app.NewError(app.CodeInvalid, "field", "attachmentOwner", "value", string(owner.Kind))
}

// criterionOf takes the id of a criterion's evidence apart.
func criterionOf(owner app.AttachmentOwner) (SheetKey, string, error) {
	var key SheetKey
	parts := bytes.SplitN([]byte(owner.ID), []byte("/"), 4)
	if owner.Kind != app.OwnerCriterion || len(parts) != 4 {
		return key, "", app.NewError(app.CodeInvalid, "field", "attachmentOwner", "value", owner.ID)
	}
	if _, err := fmt.Sscanf(string(parts[1]), "%d", &key.Version); err != nil {
		return key, "", app.WrapError(err, app.CodeInvalid, "field", "attachmentOwner", "value", owner.ID)
	}
	key.Framework, key.Subject = string(parts[0]), string(parts[2])
	return key, string(parts[3]), nil
}

// Attachments returns what is attached to something, oldest first.
func (d *Desk) Attachments(ctx context.Context, owner app.AttachmentOwner) ([]app.Attachment, error) {
	var list []app.Attachment
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		list, err = tx.Attachments(owner)
		return err
	})
	return list, err
}

// Detach takes an attached file off and removes its content. Errors: app.CodeNotFound, app.CodeLocked, app.CodeMonthClosed once the
// month of what it belongs to is closed.
func (d *Desk) Detach(ctx context.Context, fileID string) error {
	return d.update(ctx, "detach file", func(tx *store.Tx) error {
		attached, err := tx.Attachment(fileID)
		if err != nil {
			return err
		}
		if err := requireAttachable(tx, attached.Owner); err != nil {
			return err
		}
		if attached.Owner.Kind == app.OwnerMeeting {
			meeting, err := tx.Meeting(attached.Owner.ID)
			if err != nil {
				return err
			}
			if err := requireOpen(tx, meeting.Month); err != nil {
				return err
			}
		}
		return tx.DropAttachment(fileID)
	})
}

// ReadAttached returns an attached file with its content, which is checked against its hash. Errors: app.CodeNotFound,
// app.CodeFileUnread, store.CodeFileDamaged.
func (d *Desk) ReadAttached(ctx context.Context, fileID string) (app.Attachment, []byte, error) {
	var attached app.Attachment
	var content []byte
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		if attached, err = tx.Attachment(fileID); err != nil {
			return err
		}
		source, err := tx.OpenFile(fileID)
		if err != nil {
			return err
		}
		content, err = io.ReadAll(source)
		return errors.Join(err, source.Close())
	})
	return attached, content, err
}

// ExportAttached writes an attached file to a path of the user's choice, logged as an export. Errors: those of ReadAttached,
// app.CodeFileUnwrite.
func (d *Desk) ExportAttached(ctx context.Context, fileID, path string) error {
	attached, content, err := d.ReadAttached(ctx, fileID)
	if err != nil {
		return err
	}
	if err := writeWhole(path, content); err != nil {
		return err
	}
	return d.update(ctx, "export attachment", func(tx *store.Tx) error { return tx.LogAccess("export", attached.Name) })
}
