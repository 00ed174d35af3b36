package store

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/scrypt"

	"sochibo/app"
)

// fillBook enters 24 members with five years of points, meetings, tasks and sheets, each with its history.
func fillBook(t testing.TB, b *Book) (sheet app.MarkedSheet) {
	t.Helper()
	update(t, b, func(tx *Tx) error {
		for i := range 24 {
			if err := tx.PutMember(app.Member{ID: fmt.Sprintf("m%02d", i), FullName: fmt.Sprintf("Nguyễn Văn Đoàn %d", i), Kind: app.Official, CitizenID: fmt.Sprintf("0002%08d", i)}); err != nil {
				return err
			}
		}
		if err := tx.PutFramework(Framework{Code: "MEETING", Version: 1, Body: bytes.Repeat([]byte(" "), 20<<10)}); err != nil {
			return err
		}
		for n := range 60 {
			if err := fillMonth(tx, app.Month("2022-01").Add(n), &sheet); err != nil {
				return err
			}
		}
		return nil
	})
	return sheet
}

func fillMonth(tx *Tx, month app.Month, sheet *app.MarkedSheet) error {
	meeting := app.Meeting{ID: "g" + string(month), Kind: app.RegularMeeting, Month: month, HeldOn: month.First().AddDays(4), Start: "16:30", End: "18:05",
		ChairID: "m00", RecorderID: "m01", State: app.MeetingLocked, Version: 1, Conclusion: strings.Repeat("Chi bộ thống nhất. ", 20)}
	for i := range 24 {
		id := fmt.Sprintf("m%02d", i)
		meeting.Attendance = append(meeting.Attendance, app.Attendance{MemberID: id, Presence: app.Present})
		if err := tx.PutPoint(app.PointEntry{MemberID: id, Month: month, Points: 30 + i%9, Source: app.Typed}); err != nil {
			return err
		}
	}
	for i := range 6 {
		item := app.AgendaItem{ID: fmt.Sprint(i), Kind: app.AgendaDiscussion, Title: "Thảo luận", Text: strings.Repeat("Đánh giá kết quả thực hiện nhiệm vụ. ", 10)}
		for s := range 4 {
			item.Statements = append(item.Statements, app.Statement{MemberID: fmt.Sprintf("m%02d", i*4+s), Text: strings.Repeat("Tôi nhất trí. ", 12)})
		}
		meeting.Agenda = append(meeting.Agenda, item)
	}
	if err := tx.PutMeeting(meeting); err != nil {
		return err
	}
	for i := range 5 {
		task := app.Task{ID: fmt.Sprintf("t%s-%d", month, i), MeetingID: meeting.ID, No: i + 1, Title: "Hoàn thành kế hoạch sản xuất tháng", AssigneeID: "m02", State: app.TaskDone}
		if err := tx.PutTask(task); err != nil {
			return err
		}
	}
	*sheet = app.MarkedSheet{Framework: "MEETING", Version: 1, Subject: meeting.ID}
	for i := range 30 {
		yes := true
		sheet.Marks = append(sheet.Marks, app.Mark{ID: fmt.Sprintf("c%02d", i), Done: &yes, Note: "Có biên bản kèm theo"})
	}
	return tx.PutSheet(*sheet)
}

// BenchmarkOneMark saves one mark of a sheet in a book of 24 members and five years. The metric ratio compares its median with that of the floor,
// measured between the same saves: serialize, seal, and write the same bytes to a new file with one fsync.
func BenchmarkOneMark(b *testing.B) {
	book, _ := createBook(b, b.TempDir())
	sheet := fillBook(b, book)
	plain, err := book.image.serialize()
	if err != nil {
		b.Fatal(err)
	}
	folder := b.TempDir()
	var saving, floor []time.Duration
	n := 0
	for b.Loop() {
		n++
		sheet.Marks[n%30].Number = fmt.Sprint(n)
		start := time.Now()
		update(b, book, func(tx *Tx) error { return tx.PutSheet(sheet) })
		saving = append(saving, time.Since(start))
		path := filepath.Join(folder, fmt.Sprint(n))
		start = time.Now()
		if err := writeFloor(book, path); err != nil {
			b.Fatal(err)
		}
		floor = append(floor, time.Since(start))
		os.Remove(path)
	}
	b.ReportMetric(float64(median(saving))/float64(median(floor)), "ratio")
	b.ReportMetric(float64(median(saving).Microseconds())/1000, "save-ms")
	b.ReportMetric(float64(median(floor).Microseconds())/1000, "floor-ms")
	b.ReportMetric(float64(len(plain))/(1<<20), "MiB")
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

func writeFloor(book *Book, path string) error {
	plain, err := book.image.serialize()
	if err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriterSize(file, 256<<10)
	if err := seal(buffer, book.key, bytes.NewReader(plain)); err != nil {
		return err
	}
	if err := buffer.Flush(); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return file.Close()
}

// BenchmarkOpen opens the same book; the scrypt key of the passphrase comes on top.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	book, _ := createBook(b, dir)
	fillBook(b, book)
	closeBook(b, book)
	for b.Loop() {
		again := openBook(b, dir)
		if err := again.Close(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMeetings reads five years of meetings with everything in them.
func BenchmarkMeetings(b *testing.B) {
	book, _ := createBook(b, b.TempDir())
	fillBook(b, book)
	for b.Loop() {
		view(b, book, func(tx *Tx) error {
			list, err := tx.Meetings()
			if len(list) != 60 {
				b.Fatalf("%d meetings", len(list))
			}
			return err
		})
	}
}

// BenchmarkUnlock opens a key file with its passphrase at the work factor that books have: what the user waits for beside BenchmarkOpen.
// The floor is scrypt alone with the same parameters, which is there to be slow.
func BenchmarkUnlock(b *testing.B) {
	keys, err := newKeyring()
	if err != nil {
		b.Fatal(err)
	}
	sealed, err := sealKey(keys, testPassphrase, DefaultWorkFactor)
	if err != nil {
		b.Fatal(err)
	}
	var floor time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := scrypt.Key([]byte(testPassphrase), make([]byte, 16), 1<<DefaultWorkFactor, 8, 1, 32); err != nil {
			b.Fatal(err)
		}
		floor += time.Since(start)
		if _, err := openKey(sealed, testPassphrase, keyFile, CodeWrongPassphrase); err != nil {
			b.Fatal(err)
		}
	}
	perRound := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(b.N) }
	b.ReportMetric(perRound(floor), "floor-ms")
	b.ReportMetric(perRound(b.Elapsed()-floor), "unlock-ms")
}
