package desk_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// scan writes a small picture, as a scanner or phone does.
func scan(t *testing.T, name string) string {
	t.Helper()
	var b bytes.Buffer
	check(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 50))))
	return fileOf(t, name, b.Bytes())
}

func fileOf(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	check(t, os.WriteFile(path, content, 0o600))
	return path
}

// lockedMeeting holds and locks the meeting of a month.
func (o *office) lockedMeeting(month app.Month) string {
	o.Helper()
	id, err := o.cell.NewMeeting(o.ctx, month, app.RegularMeeting)
	check(o.T, err)
	view, err := o.cell.Meeting(o.ctx, id)
	check(o.T, err)
	m := view.Meeting
	m.Start, m.End, m.ChairID, m.RecorderID, m.Conclusion = "16:30", "18:10", o.members[0], o.members[1], "Chi bộ thống nhất."
	_, err = o.cell.SaveMeeting(o.ctx, m, nil)
	check(o.T, err)
	check(o.T, o.cell.LockMeeting(o.ctx, id))
	return id
}

func TestTheSignedPaperIsAttachedToLockedMinutes(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	id := o.lockedMeeting("2026-11")
	owner := desk.MeetingOwner(id)
	source := scan(t, "Biên bản ký.PNG")
	attached, err := o.cell.Attach(o.ctx, owner, source, " trang 1 ")
	check(t, err)
	list, err := o.cell.Attachments(o.ctx, owner)
	check(t, err)
	if len(list) != 1 || list[0].FileID != attached.FileID || list[0].Size != attached.Size || attached.Note != "trang 1" || attached.MediaType != "image/png" || attached.AddedBy == "" {
		t.Fatalf("attached %+v, listed %+v", attached, list)
	}
	check(t, os.Remove(source))
	shown, err := o.cell.ShowAttached(o.ctx, attached.FileID)
	check(t, err)
	info, err := os.Stat(shown)
	check(t, err)
	if filepath.Base(shown) != "Biên bản ký.PNG" || info.Size() != attached.Size || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("shown as %s, %v", shown, info.Mode())
	}
	again, err := o.cell.ShowAttached(o.ctx, attached.FileID) // a second look
	check(t, err)
	if again != shown {
		t.Errorf("shown at %s, then at %s", shown, again)
	}
	check(t, o.cell.CloseMonth(o.ctx, "2026-11", true))
	second, err := o.cell.Attach(o.ctx, owner, scan(t, "trang 2.png"), "") // the paper comes when the month is closed
	check(t, err)
	wantCode(t, o.cell.Detach(o.ctx, second.FileID), app.CodeMonthClosed)
	check(t, o.cell.ReopenMonth(o.ctx, "2026-11", "bỏ trang thừa"))
	check(t, o.cell.Detach(o.ctx, second.FileID))
	list, err = o.cell.Attachments(o.ctx, owner)
	check(t, err)
	if len(list) != 1 {
		t.Errorf("left are %+v", list)
	}
	dir := o.cell.Dir()
	check(t, o.cell.Close(o.ctx))
	if _, err := os.Stat(shown); !os.IsNotExist(err) {
		t.Errorf("the shown file is still there: %v", err)
	}
	opened, err := desk.Open(o.ctx, dir, "cell", desk.WithClock(o.clock.Now))
	check(t, err)
	t.Cleanup(opened.CloseDiscarding)
	_, content, err := opened.ReadAttached(o.ctx, attached.FileID)
	check(t, err)
	if int64(len(content)) != attached.Size {
		t.Errorf("%d bytes of %d came back", len(content), attached.Size)
	}
}

func TestFilesThatAreNotAttached(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	locked := desk.MeetingOwner(o.lockedMeeting("2026-11"))
	draft, err := o.cell.NewMeeting(o.ctx, "2026-12", app.RegularMeeting)
	check(t, err)
	good := scan(t, "ky.png")
	large := append([]byte("%PDF-1.7\n"), make([]byte, app.MaxAttachment)...)
	for _, test := range []struct {
		name  string
		owner app.AttachmentOwner
		path  string
		code  app.Code
	}{
		{"a program that calls itself a PDF", locked, fileOf(t, "ky.pdf", []byte("MZ\x90\x00 chương trình")), app.CodeAttachmentKind},
		{"a script", locked, fileOf(t, "ky.png", []byte("#!/bin/sh\nrm -rf ~")), app.CodeAttachmentKind},
		{"an empty file", locked, fileOf(t, "ky.jpg", nil), app.CodeAttachmentKind},
		{"a picture of which only the beginning came", locked, fileOf(t, "ky.png", []byte("\x89PNG\r\n\x1a\n\x00\x00")), desk.CodeAttachmentBroken},
		{"more than 10 MB", locked, fileOf(t, "ky.pdf", large), app.CodeTooLarge},
		{"a folder", locked, t.TempDir(), app.CodeFileUnread},
		{"a file that is not there", locked, filepath.Join(t.TempDir(), "ky.pdf"), app.CodeFileUnread},
		{"minutes that are not locked", desk.MeetingOwner(draft), good, desk.CodeNotLockedYet},
		{"a meeting that is not there", desk.MeetingOwner("x"), good, app.CodeNotFound},
		{"something that takes no files", app.AttachmentOwner{Kind: "member", ID: "x"}, good, app.CodeInvalid},
		{"a criterion without its sheet", app.AttachmentOwner{Kind: app.OwnerCriterion, ID: "F"}, good, app.CodeInvalid},
	} {
		_, err := o.cell.Attach(context.Background(), test.owner, test.path, "")
		if app.CodeOf(err) != test.code {
			t.Errorf("%s: got %v, want %s", test.name, err, test.code)
		}
	}
	if list, err := o.cell.Attachments(o.ctx, locked); err != nil || len(list) != 0 {
		t.Errorf("attached are %+v, %v", list, err)
	}
}

func TestAnAttachedFileIsExported(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	attached, err := o.cell.Attach(o.ctx, desk.MeetingOwner(o.lockedMeeting("2026-11")), fileOf(t, "ky.pdf", []byte("%PDF-1.7\nbản ký")), "")
	check(t, err)
	path := filepath.Join(t.TempDir(), "ra.pdf")
	check(t, o.cell.ExportAttached(o.ctx, attached.FileID, path))
	content, err := os.ReadFile(path)
	check(t, err)
	if !strings.HasSuffix(string(content), "bản ký") {
		t.Errorf("exported %q", content)
	}
	wantCode(t, o.cell.ExportAttached(o.ctx, "x", path), app.CodeNotFound)
}
