package desk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/app/report"
	"sochibo/store"
)

// reportNames begin the file names of documents: ASCII, so that every stick and mail program takes them.
var reportNames = map[app.ReportKind]string{app.ReportMinutes: "Bien-ban", app.ReportResolution: "Nghi-quyet", app.ReportScoreSheet: "Phieu-cham-diem",
	app.ReportPoints: "Bang-diem-so-tay", app.ReportMembers: "Danh-sach-dang-vien", app.ReportCriteria: "Bang-tieu-chi",
	app.ReportSlip: "Phieu-ban-giao", app.ReportRollUp: "Tong-hop", app.ReportMinutesExcerpt: "Trich-bien-ban", app.ReportResolutionExcerpt: "Trich-nghi-quyet",
	app.ReportNotice: "Thong-bao", app.ReportRollCall: "Diem-danh", app.ReportConclusion: "Ket-luan", app.ReportThematicPaper: "Chuyen-de",
	app.ReportMonth: "Bao-cao", app.ReportYearPlan: "Ke-hoach", app.ReportYearBook: "So-bien-ban", app.ReportRegister: "So-van-ban-di", app.ReportYear: "Ket-qua-nam"}

// reportName is the file name of a document, without its ending: that of a meeting other than the regular one names kind and day.
func reportName(ref app.ReportRef, meeting *app.Meeting) string {
	name := reportNames[ref.Kind]
	if ref.Kind.Scope() == app.OfYear {
		return name + "-" + strconv.Itoa(ref.Month.Year())
	}
	if ref.Kind == app.ReportRollUp && ref.Period != "" {
		return name + "-" + string(ref.Period)
	}
	if meeting == nil || meeting.Kind == app.RegularMeeting {
		return name + "-" + string(ref.Month)
	}
	kinds := map[app.MeetingKind]string{app.ThematicMeeting: "chuyen-de", app.CellCommitteeMeeting: "chi-uy", app.ExtraordinaryMeeting: "bat-thuong", app.YearEndReview: "kiem-diem"}
	return name + "-" + kinds[meeting.Kind] + "-" + string(meeting.HeldOn)
}

// versionName is the end of the file name of a kept version's document.
func versionName(ref app.ReportRef) string {
	if ref.Version == 0 {
		return ""
	}
	return "-ban-" + strconv.Itoa(ref.Version)
}

// SaveReport writes a document to a path in a format; a file that is there is replaced as a whole. It is entered in the access log.
// Errors: those of Report and of Paper.Bytes.
func (d *Desk) SaveReport(ctx context.Context, ref app.ReportRef, format Format, path string) error {
	paper, err := d.Report(ctx, ref)
	if err != nil {
		return err
	}
	return d.SavePaper(ctx, paper, format, path)
}

// SavePaper is SaveReport for a document that was made already.
func (d *Desk) SavePaper(ctx context.Context, paper Paper, format Format, path string) error {
	data, err := paper.Bytes(format)
	if err != nil {
		return err
	}
	if err := writeWhole(path, data); err != nil {
		return err
	}
	return d.update(ctx, "export report", func(tx *store.Tx) error { return tx.LogAccess("export", paper.subject()+" "+string(format)) })
}

// subject names a document in the access log.
func (p Paper) subject() string {
	switch {
	case p.Ref.Kind == "": // one that belongs to no month
		return p.Name
	case p.Ref.Kind.BelongsToRating():
		return strings.TrimSpace(string(p.Ref.Kind) + " " + string(p.Ref.Period) + " " + p.Ref.Subject)
	}
	return string(p.Ref.Kind) + " " + string(p.Ref.Month)
}

// PrintReport makes a document as PDF for the printer, in the folder of files to be looked at, and enters the printing in the access log.
// It returns the file's path. Errors: those of Paper.PDF and ShowFile.
func (d *Desk) PrintReport(ctx context.Context, paper Paper) (string, error) {
	data, err := paper.PDF()
	if err != nil {
		return "", err
	}
	return d.printFile(ctx, paper.FileName(PDF), data, paper.subject())
}

// printFile lays a file out for the printer and enters the printing in the access log.
func (d *Desk) printFile(ctx context.Context, name string, data []byte, subject string) (string, error) {
	path, err := ShowFile(d.dir, name, data)
	if err != nil {
		return "", err
	}
	return path, d.update(ctx, "print", func(tx *store.Tx) error { return tx.LogAccess("print", subject) })
}

// SavedReports are the files of a month's documents, and what could not be printed in them.
type SavedReports struct {
	Paths    []string
	Replaced []*app.Error // report.CodeCharReplaced: characters for which a sign stands
}

// SaveReports writes all documents of a cell's month that can be made to a folder, each in all formats asked for.
// A document that has no table is left out of the Excel files.
func (d *Desk) SaveReports(ctx context.Context, month app.Month, dir string, formats []Format, progress func(done, total int)) (SavedReports, error) {
	var saved SavedReports
	refs, err := d.monthReports(ctx, month)
	if err != nil {
		return saved, err
	}
	for i, ref := range refs {
		if ctx.Err() != nil {
			return saved, app.WrapError(ctx.Err(), app.CodeCanceled)
		}
		paper, err := d.Report(ctx, ref)
		switch app.CodeOf(err) {
		case "":
			saved.Replaced = append(saved.Replaced, paper.Replaced()...)
			if saved.Paths, err = d.saveInto(ctx, paper, dir, formats, saved.Paths); err != nil {
				return saved, err
			}
		case CodeNoMeeting, CodeNoFramework, CodeNoPacket:
		default:
			return saved, err
		}
		if progress != nil {
			progress(i+1, len(refs))
		}
	}
	return saved, d.update(ctx, "reports made", func(tx *store.Tx) error {
		record, err := tx.MonthRecord(month)
		if err != nil {
			return err
		}
		record.ReportedAt = d.Now()
		return tx.PutMonthRecord(record)
	})
}

func (d *Desk) saveInto(ctx context.Context, paper Paper, dir string, formats []Format, paths []string) ([]string, error) {
	for _, format := range formats {
		path := filepath.Join(dir, paper.FileName(format))
		err := d.SavePaper(ctx, paper, format, path)
		if app.CodeOf(err) == CodeNoTable {
			continue
		}
		if err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// writeWhole writes a file beside its place and renames it, so that nothing half stands under its name. What is no ordinary file
// (a device, a pipe) is written into, never replaced.
func writeWhole(path string, data []byte) error {
	var err error
	if info, statErr := os.Stat(path); statErr == nil && !info.Mode().IsRegular() {
		err = os.WriteFile(path, data, 0o644)
	} else {
		err = writeBeside(path, data)
	}
	switch {
	case err == nil:
		return nil
	case isDiskFull(err):
		return app.WrapError(err, app.CodeDiskFull, "path", path)
	}
	return app.WrapError(err, app.CodeFileUnwrite, "path", path)
}

// writeBeside writes a part beside path and renames it; after an error nothing is left of the part.
func writeBeside(path string, data []byte) error {
	part, err := os.CreateTemp(filepath.Dir(path), ".part-*")
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	if err == nil {
		err = part.Sync()
	}
	if closeErr := part.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chmod(part.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(part.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(part.Name()))
	}
	return nil
}

// isDiskFull knows the error numbers of a full disk on Unix systems (ENOSPC) and on Windows (ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL).
func isDiskFull(err error) bool {
	var number syscall.Errno
	if !errors.As(err, &number) {
		return false
	}
	return number == syscall.ENOSPC || runtime.GOOS == "windows" && (number == 39 || number == 112)
}

// packetReports makes the documents that travel in a packet.
func (d *Desk) packetReports(ctx context.Context, month app.Month) ([]handover.File, error) {
	refs, err := d.monthReports(ctx, month)
	if err != nil {
		return nil, err
	}
	var files []handover.File
	for _, ref := range refs {
		if ref.Kind == app.ReportSlip || ref.Kind == app.ReportNotice || ref.Kind == app.ReportRollCall { // they are of no use to the committee
			continue
		}
		paper, err := d.Report(ctx, ref)
		switch app.CodeOf(err) {
		case "":
		case CodeNoMeeting, CodeNoFramework:
			continue
		default:
			return nil, err
		}
		data, err := paper.PDF()
		if err != nil {
			return nil, err
		}
		files = append(files, handover.File{Name: "reports/" + paper.FileName(PDF), Bytes: data})
	}
	return files, nil
}

// PrintRecovery makes the recovery sheet for the printer and enters the printing in the access log. It returns the file's path.
func (d *Desk) PrintRecovery(ctx context.Context, code string) (string, error) {
	data, err := d.RecoveryPDF(ctx, code)
	if err != nil {
		return "", err
	}
	return d.printFile(ctx, "Phieu-ma-khoi-phuc.pdf", data, "recovery")
}

// RecoveryPDF makes the recovery sheet. The code is not kept anywhere.
func (d *Desk) RecoveryPDF(ctx context.Context, code string) ([]byte, error) {
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	profile, err := d.profile(ctx, d.Today())
	if err != nil {
		return nil, err
	}
	laid, err := report.Layout(report.RecoverySheet(report.RecoveryPaper{Name: settings.Name, Code: code, On: d.Today()}), profile)
	if err != nil {
		return nil, err
	}
	return Paper{Laid: laid}.PDF()
}
