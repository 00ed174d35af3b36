package desk

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// receiveNotice takes a notice of the committee with its documents. One that the book has already changes nothing.
func (d *Desk) receiveNotice(ctx context.Context, file openedFile, result Received) (Received, error) {
	notice, documents, err := readNotice(file)
	if err != nil {
		return refused(result, err), nil
	}
	known := false
	err = d.updateUnsaved(ctx, "receive notice", func(tx *store.Tx) error {
		_, err := tx.Notice(notice.ID)
		if known = err == nil; known || app.CodeOf(err) != app.CodeNotFound {
			return err
		}
		if notice.Files, err = d.putNoticeFiles(ctx, tx, documents); err != nil {
			return err
		}
		notice.ReceivedAt = d.Now()
		return tx.PutNotice(notice)
	})
	if err != nil {
		return unlessOurs(result, err)
	}
	if known {
		result.Outcome, result.Reason, result.Values = handover.Ignore, handover.CodeSame, map[string]any{"seq": result.Seq}
		return result, nil
	}
	result.Taken = true
	return result, nil
}

// readNotice reads a notice and its documents from a packet that was opened before, and checks all of it: what a committee's program writes is bounded
// and of few kinds, what comes on a stick may be anything.
func readNotice(file openedFile) (app.Notice, []handover.File, error) {
	whole, err := handover.ReadFile(file.path)
	if err != nil {
		return app.Notice{}, nil, err
	}
	packet, _, err := handover.Open(whole)
	if err != nil {
		return app.Notice{}, nil, err
	}
	if packet.ManifestHash != file.packet.ManifestHash { // it changed since it was judged
		return app.Notice{}, nil, app.NewError(app.CodeFileUnread, "path", file.path)
	}
	var content NoticeContent
	if err := decodeData(packet.Data, &content); err != nil {
		return app.Notice{}, nil, err
	}
	if content.Format < 1 || content.Format > app.SnapshotFormat {
		return app.Notice{}, nil, app.NewError(app.CodeSnapshotNewer, "format", content.Format)
	}
	m := packet.Manifest
	notice := app.Notice{ID: content.ID, Sender: m.Committee.Name, Title: app.Clean(content.Title), Body: cleanLines(content.Body), IssuedOn: content.IssuedOn, Seq: m.Seq}
	if err := checkNotice(notice, len(content.Files)); err != nil || notice.ID == "" || len(notice.ID) > 64 || len(notice.IssuedOn) != 10 || len(packet.Files) != len(content.Files) {
		return notice, nil, app.WrapError(err, CodeBadData)
	}
	var documents []handover.File
	for _, f := range content.Files {
		bytes := packet.File(f.Part)
		ending, err := app.NoticeFileKind(f.Part, bytes)
		if err != nil {
			return notice, nil, err
		}
		name := plainName(f.Name, ending)
		if slices.ContainsFunc(documents, func(d handover.File) bool { return d.Name == name }) {
			return notice, nil, app.NewError(CodeBadData)
		}
		documents = append(documents, handover.File{Name: name, Bytes: bytes})
	}
	return notice, documents, nil
}

// plainName makes a name from outside one that a folder takes and that ends as the content is.
func plainName(name, ending string) string {
	stem := app.Attachment{Name: strings.TrimSuffix(name, filepath.Ext(name)), MediaType: "application/pdf"}.SafeName()
	return strings.TrimSuffix(stem, ".pdf") + ending
}
