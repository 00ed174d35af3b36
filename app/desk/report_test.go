package desk_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/report"
)

// isFormat reports whether a file's bytes are what its format says, by opening it.
func isFormat(t *testing.T, format desk.Format, data []byte) bool {
	t.Helper()
	switch format {
	case desk.PDF:
		return bytes.HasPrefix(data, []byte("%PDF-"))
	case desk.DOCX:
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		return err == nil && slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == "word/document.xml" })
	}
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return false
	}
	return file.Close() == nil
}

func TestDocumentsAreWrittenInEveryFormat(t *testing.T) {
	o := newOffice(t)
	id, err := o.cell.NewMeeting(o.ctx, "2026-10", app.RegularMeeting)
	check(t, err)
	for _, kind := range []app.ReportKind{app.ReportMinutes, app.ReportResolution, app.ReportScoreSheet, app.ReportPoints, app.ReportMembers, app.ReportCriteria} {
		for _, format := range desk.Formats {
			path := filepath.Join(o.folder(), "document")
			err := o.cell.SaveReport(o.ctx, app.ReportRef{Kind: kind, Month: "2026-10", MeetingID: id}, format, path)
			text := kind == app.ReportMinutes || kind == app.ReportResolution
			if format == desk.XLSX && text {
				if app.CodeOf(err) != desk.CodeNoTable {
					t.Errorf("%s as Excel: %v", kind, err)
				}
				if _, err := os.Stat(path); !os.IsNotExist(err) {
					t.Errorf("%s: something was written: %v", kind, err)
				}
				continue
			}
			check(t, err)
			data, err := os.ReadFile(path)
			check(t, err)
			if !isFormat(t, format, data) {
				t.Errorf("%s is no %s", kind, format)
			}
		}
	}
}

func TestAnExcelFileHoldsTheDocumentsTable(t *testing.T) {
	o := newOffice(t)
	path := filepath.Join(o.folder(), "members.xlsx")
	check(t, o.cell.SaveReport(o.ctx, app.ReportRef{Kind: app.ReportMembers, Month: "2026-10"}, desk.XLSX, path))
	file, err := excelize.OpenFile(path)
	check(t, err)
	defer file.Close()
	rows, err := file.GetRows("Bảng")
	check(t, err)
	var text strings.Builder
	for _, row := range rows {
		text.WriteString(strings.Join(row, "|") + "\n")
	}
	for _, want := range []string{"DANH SÁCH ĐẢNG VIÊN", "TT|Họ và tên|", "2|Nguyễn Thị Minh Hằng|"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is missing in\n%s", want, text.String())
		}
	}
}

func TestEveryMeetingHasDocumentsOfItsOwn(t *testing.T) {
	o := newOffice(t)
	_, err := o.cell.NewMeeting(o.ctx, "2026-10", app.RegularMeeting)
	check(t, err)
	id, err := o.cell.NewMeeting(o.ctx, "2026-10", app.ThematicMeeting)
	check(t, err)
	thematic := app.ReportRef{Kind: app.ReportMinutes, Month: "2026-10", MeetingID: id}
	paper, err := o.cell.Report(o.ctx, thematic)
	check(t, err)
	if title := paper.Laid.Title; !strings.Contains(title, "chuyên đề") || !strings.HasPrefix(paper.FileName(desk.DOCX), "Bien-ban-chuyen-de-2026-10-") {
		t.Errorf("title %q, file %q", title, paper.FileName(desk.DOCX))
	}
	thematic.Kind = app.ReportResolution
	if _, err := o.cell.Report(o.ctx, thematic); app.CodeOf(err) != desk.CodeNotIssued {
		t.Errorf("a thematic meeting's resolution: %v", err)
	}
	if _, err := o.cell.Report(o.ctx, app.ReportRef{Kind: app.ReportMinutes, Month: "2026-10", MeetingID: "none"}); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("an unknown meeting: %v", err)
	}
	saved, err := o.cell.SaveReports(o.ctx, "2026-10", o.folder(), []desk.Format{desk.PDF, desk.DOCX}, nil)
	check(t, err)
	minutes := 0
	for _, path := range saved.Paths {
		if strings.HasPrefix(filepath.Base(path), "Bien-ban") {
			minutes++
		}
	}
	if minutes != 4 {
		t.Errorf("minutes of two meetings in two formats: %v", saved.Paths)
	}
}

// texts returns what a document says, on one line.
func texts(paper desk.Paper) string {
	var b strings.Builder
	for _, block := range paper.Laid.Document().Blocks {
		switch e := block.(type) {
		case report.PartyHead:
			b.WriteString(e.Number + "; " + e.PlaceDate + "; ")
		case report.Title:
			b.WriteString(e.Type + " " + e.Subject + "; ")
		case report.Heading:
			b.WriteString(e.Text + "; ")
		case report.Paragraph:
			b.WriteString(report.TextOf(e.Runs) + "; ")
		case report.List:
			for _, item := range e.Items {
				b.WriteString(report.TextOf(item) + "; ")
			}
		case report.Table:
			for _, row := range e.Rows {
				for _, cell := range row.Cells {
					b.WriteString(report.TextOf(cell.Runs) + "|")
				}
				b.WriteString("; ")
			}
		}
	}
	return b.String()
}

func (o *office) report(ref app.ReportRef) string {
	o.Helper()
	paper, err := o.cell.Report(o.ctx, ref)
	check(o.T, err)
	return texts(paper)
}

func wantTexts(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

func TestEveryDocumentOfTheListCanBeMade(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.locked("2026-09")
	_, err := o.cell.NewMeeting(o.ctx, "2026-09", app.ThematicMeeting)
	check(t, err)
	states, err := o.cell.ReportStates(o.ctx, "2026-09")
	check(t, err)
	made := map[app.ReportKind]bool{}
	for _, state := range states {
		if state.Missing {
			continue
		}
		paper, err := o.cell.Report(o.ctx, state.Ref)
		check(t, err)
		if paper.Laid.Pages() < 1 || paper.Name == "" || strings.HasPrefix(paper.Name, "-") {
			t.Errorf("%s: %d pages, file %q", state.Ref.Kind, paper.Laid.Pages(), paper.Name)
		}
		if paper.Draft != state.Draft {
			t.Errorf("%s: draft %v in the list, %v made", state.Ref.Kind, state.Draft, paper.Draft)
		}
		made[state.Ref.Kind] = true
	}
	for _, kind := range desk.CellReports {
		if !made[kind] && kind != app.ReportSlip && kind != app.ReportYearPlan {
			t.Errorf("%s was not made", kind)
		}
	}
}

func TestAnExcerptHoldsTheChosenParts(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	m := o.locked("2026-09").Meeting
	ref := app.ReportRef{Kind: app.ReportMinutesExcerpt, Month: "2026-09", MeetingID: m.ID}
	parts, err := o.cell.ExcerptParts(o.ctx, ref)
	check(t, err)
	if len(parts) < 2 {
		t.Fatalf("parts %q", parts)
	}
	ref.Parts = "2"
	text := o.report(ref)
	wantTexts(t, text, "TRÍCH BIÊN BẢN", "(…)", parts[1], "Trích từ Biên bản số 01-BB/CB, ngày "+m.HeldOn.String())
	if strings.Contains(text, parts[0]) {
		t.Errorf("a part that was not chosen: %s", text)
	}
	ref.Parts = "x"
	if _, err := o.cell.Report(o.ctx, ref); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("parts that are no numbers: %v", err)
	}
}
