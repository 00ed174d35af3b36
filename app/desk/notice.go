package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// NoticeContent is the data.json of a notice.
type NoticeContent struct {
	Format   int              `json:"format"`
	ID       string           `json:"id"`
	Title    string           `json:"title"`
	Body     string           `json:"body"`
	IssuedOn app.Date         `json:"issuedOn"`
	Files    []NoticeDocument `json:"files"`
}

// NoticeDocument ties a part of the packet to the name under which people know it.
type NoticeDocument struct {
	Part string `json:"part"` // "reports/1.pdf"
	Name string `json:"name"` // "Hướng dẫn số 12.pdf"
}

// NewNotice is a notice to be written.
type NewNotice struct {
	Title, Body string
	Files       []string // paths: PDF, Word or Excel files without macros
	Cells       []string // codes of the cells that get it; none: all
}

// maxNoticeFiles is how many documents a notice carries, maxNoticeText how long its words may be, in letters.
const (
	maxNoticeFiles = 20
	maxNoticeText  = 20_000
)

// valueNoticeSeq is the number of the last notice.
const valueNoticeSeq = "handover.notice_seq"

// IssueNotice records a notice of the committee with its documents. WriteNotice carries it to the cells.
// Errors: CodeNotCommittee, CodeDeputyBook, app.CodeRequired, app.CodeNotFound for a cell, CodeFileUnread, app.CodeNoticeFile, app.CodeTooLarge for one
// document, handover.CodeTooLarge for all together.
func (d *Desk) IssueNotice(ctx context.Context, n NewNotice) (app.Notice, error) {
	notice := app.Notice{ID: d.newID(), Title: app.Clean(n.Title), Body: cleanLines(n.Body), IssuedOn: d.Today(), Cells: n.Cells}
	if err := checkNotice(notice, len(n.Files)); err != nil {
		return notice, err
	}
	documents, err := readNoticeFiles(n.Files)
	if err != nil {
		return notice, err
	}
	return notice, d.update(ctx, "issue notice", func(tx *store.Tx) error {
		settings, err := requireRole(tx, app.CommitteeBook)
		if err != nil {
			return err
		}
		if err := notOfDeputy(tx); err != nil {
			return err
		}
		if _, err := chosenCells(tx, n.Cells); err != nil {
			return err
		}
		if notice.Seq, err = countUp(tx, valueNoticeSeq); err != nil {
			return err
		}
		notice.Sender, notice.Files = settings.Name, nil
		if notice.Files, err = d.putNoticeFiles(ctx, tx, documents); err != nil {
			return err
		}
		return tx.PutNotice(notice)
	})
}

func checkNotice(n app.Notice, files int) error {
	switch {
	case n.Title == "":
		return app.NewError(app.CodeRequired, "field", "title")
	case len([]rune(n.Title)) > 300 || len([]rune(n.Body)) > maxNoticeText:
		return app.NewError(app.CodeTooLarge, "path", n.Title, "limit", int64(maxNoticeText))
	case files > maxNoticeFiles:
		return app.NewError(app.CodeOutOfRange, "field", "files", "value", files, "min", 0, "max", maxNoticeFiles)
	}
	return n.IssuedOn.Validate()
}

// readNoticeFiles reads the documents of a notice; of each that has the name of another, the name gets a number.
func readNoticeFiles(paths []string) ([]handover.File, error) {
	var documents []handover.File
	size := 0
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() {
			return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
		}
		if info.Size() > app.MaxAttachment {
			return nil, app.NewError(app.CodeTooLarge, "path", path, "limit", int64(app.MaxAttachment))
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
		}
		ending, err := app.NoticeFileKind(filepath.Base(path), content)
		if err != nil {
			return nil, err
		}
		if size += len(content); size > handover.MaxContents-dataRoom {
			return nil, app.NewError(handover.CodeTooLarge, "size", size, "limit", handover.MaxContents-dataRoom)
		}
		documents = append(documents, handover.File{Name: freeName(documents, plainName(filepath.Base(path), ending)), Bytes: content})
	}
	return documents, nil
}

// freeName is a name that no document has, "Kế hoạch (2).pdf" where one is called "Kế hoạch.pdf".
func freeName(documents []handover.File, name string) string {
	const most = 70 // letters; with the number a name is no longer than names may be
	ending := filepath.Ext(name)
	stem := []rune(strings.TrimSuffix(name, ending))
	for n := 2; slices.ContainsFunc(documents, func(d handover.File) bool { return strings.EqualFold(d.Name, name) }); n++ {
		name = fmt.Sprintf("%s (%d)%s", string(stem[:min(len(stem), most)]), n, ending)
	}
	return name
}

// putNoticeFiles keeps the documents of a notice.
func (d *Desk) putNoticeFiles(ctx context.Context, tx *store.Tx, documents []handover.File) ([]app.NoticeFile, error) {
	var files []app.NoticeFile
	for _, document := range documents {
		ref, err := d.book.PutFile(ctx, tx, document.Name, "application/octet-stream", bytes.NewReader(document.Bytes))
		if err != nil {
			return nil, err
		}
		files = append(files, app.NoticeFile{Name: document.Name, FileID: ref.ID})
	}
	return files, nil
}

// countUp counts a value of the book up.
func countUp(tx *store.Tx, name string) (int, error) {
	text, err := valueOr(tx, name)
	if err != nil {
		return 0, err
	}
	last := 0
	if text != "" {
		if last, err = strconv.Atoi(text); err != nil {
			return 0, app.WrapError(err, app.CodeInternal)
		}
	}
	return last + 1, tx.PutValue(name, strconv.Itoa(last+1))
}

// chosenCells finds cells by their codes; none stand for no choice.
func chosenCells(tx *store.Tx, codes []string) ([]app.CellEntry, error) {
	all, err := tx.Cells()
	if err != nil {
		return nil, err
	}
	var chosen []app.CellEntry
	for _, code := range codes {
		found := false
		for _, cell := range all {
			if cell.Code == code {
				chosen, found = append(chosen, cell), true
			}
		}
		if !found {
			return nil, app.NewError(app.CodeNotFound, "what", code)
		}
	}
	return chosen, nil
}

// WriteNotice writes a notice to a folder or stick: one signed packet that every cell takes, or one for each of the chosen cells. It can be written as often as
// there are sticks; a cell that has it already passes it over. It returns the names of the files. Errors: app.CodeNotFound, those of handover.WriteTo.
func (d *Desk) WriteNotice(ctx context.Context, id, dir string, progress func(done, total int64)) ([]string, error) {
	var settings app.Settings
	var notice app.Notice
	var data []byte
	var files []handover.File
	to := []app.CellEntry{{}} // the packet names no cell: it is for all
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		if settings, err = requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		if notice, err = tx.Notice(id); err != nil {
			return err
		}
		if len(notice.Cells) > 0 {
			if to, err = chosenCells(tx, notice.Cells); err != nil {
				return err
			}
		}
		data, files, err = noticeParts(tx, notice)
		return err
	})
	if err != nil {
		return nil, err
	}
	var names []string
	for _, cell := range to { // one after the other: each packet holds all documents
		var sealed *handover.Sealed
		err := d.view(ctx, func(tx *store.Tx) error {
			var err error
			sealed, err = d.sealPacket(tx, settings, handover.Manifest{Kind: handover.KindNotice, Seq: notice.Seq, Period: notice.IssuedOn.Month(),
				Cell: handover.Cell{ID: cell.ID, Code: cell.Code, Name: cell.Name}}, data, files)
			return err
		})
		if err != nil {
			return names, err
		}
		written, err := handover.WriteTo(ctx, handover.Disk, dir, sealed.Name, sealed.Bytes, progress)
		if err != nil {
			return names, err
		}
		names = append(names, written.Name)
	}
	return names, nil
}

func noticeParts(tx *store.Tx, notice app.Notice) ([]byte, []handover.File, error) {
	content := NoticeContent{Format: app.SnapshotFormat, ID: notice.ID, Title: notice.Title, Body: notice.Body, IssuedOn: notice.IssuedOn, Files: []NoticeDocument{}}
	var files []handover.File
	for i, f := range notice.Files {
		document, err := readSealed(tx, f.FileID)
		if err != nil {
			return nil, nil, err
		}
		ending, err := app.NoticeFileKind(f.Name, document)
		if err != nil {
			return nil, nil, err
		}
		folder := "evidence"
		if ending == ".pdf" {
			folder = "reports"
		}
		part := fmt.Sprintf("%s/%d%s", folder, i+1, ending)
		files = append(files, handover.File{Name: part, Bytes: document})
		content.Files = append(content.Files, NoticeDocument{Part: part, Name: f.Name})
	}
	data, err := json.Marshal(content)
	if err != nil {
		return nil, nil, app.WrapError(err, app.CodeInternal)
	}
	return data, files, nil
}

// Notices returns the notices of the book, newest first: in a cell's book those of its committee, in a committee's its own.
func (d *Desk) Notices(ctx context.Context) ([]app.Notice, error) {
	var list []app.Notice
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		list, err = tx.Notices()
		return err
	})
	return list, err
}

// ReadNotice returns a notice and records that it was read.
func (d *Desk) ReadNotice(ctx context.Context, id string) (app.Notice, error) {
	var notice app.Notice
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		notice, err = tx.Notice(id)
		return err
	})
	if err != nil || !notice.ReadAt.IsZero() || notice.ReceivedAt.IsZero() {
		return notice, err
	}
	notice.ReadAt = d.Now()
	return notice, d.update(ctx, "read notice", func(tx *store.Tx) error { return tx.PutNotice(notice) })
}

// NoticeFile returns a document of a notice. app.CodeNotFound if the notice has none of that name.
func (d *Desk) NoticeFile(ctx context.Context, id, name string) ([]byte, error) {
	var content []byte
	err := d.view(ctx, func(tx *store.Tx) error {
		notice, err := tx.Notice(id)
		if err != nil {
			return err
		}
		for _, f := range notice.Files {
			if f.Name == name {
				content, err = readSealed(tx, f.FileID)
				return err
			}
		}
		return app.NewError(app.CodeNotFound, "what", name)
	})
	return content, err
}
