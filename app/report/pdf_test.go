package report

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	first := pdfOf(t, laidOut(t, Minutes(samplePaper(t), partyLayout(t))))
	for range 5 {
		if again := pdfOf(t, laidOut(t, Minutes(samplePaper(t), partyLayout(t)))); !bytes.Equal(first, again) {
			t.Fatal("other bytes")
		}
	}
	changed := samplePaper(t)
	changed.Meeting.Place = "Phòng họp Xưởng May 3"
	if bytes.Equal(first, pdfOf(t, laidOut(t, Minutes(changed, partyLayout(t))))) {
		t.Error("another place gives the same bytes")
	}
}

func TestManyDocumentsAreWrittenAtOnce(t *testing.T) {
	laid := laidOut(t, Minutes(samplePaper(t), partyLayout(t)))
	want := pdfOf(t, laid)
	var group sync.WaitGroup
	results := make([][]byte, 6)
	for i := range results {
		group.Go(func() {
			var b bytes.Buffer
			if err := laid.PDF(&b); err == nil {
				results[i] = b.Bytes()
			}
		})
	}
	group.Wait()
	for i, got := range results {
		if !bytes.Equal(got, want) {
			t.Errorf("writer %d got other bytes", i)
		}
	}
}

func TestThePDFNamesItsTitleAndAuthor(t *testing.T) {
	data := pdfOf(t, laidOut(t, Document{Title: "T1", Author: "A1", Date: "2026-11-20", Blocks: []Block{line("một")}}))
	for _, want := range []string{"/Title (\xfe\xff\x00T\x001)", "/Author (\xfe\xff\x00A\x001)", "/CreationDate (D:20261120000000)"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("missing %q", want)
		}
	}
}

var errFull = errors.New("disk full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestAWritersErrorComesBack(t *testing.T) {
	if err := laidOut(t, Document{}).PDF(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

// hostile is a document of texts that break naive writers.
func hostile() Document {
	name := strings.Repeat("Nguyễn Thị Phương Thảo ", 9)
	return Document{
		Title: "T\x00\U0001F600", Author: norm.NFD.String("Chi bộ Nguyễn"), Date: "2026-11",
		Blocks: []Block{
			PartyHead{Superior: name, Body: strings.Repeat("W", 300), Number: "1)(\\/BB"},
			Title{Type: "", Subject: "\U0001F600"},
			line(norm.NFD.String("Đồng chí Nguyễn Thị Ước phát biểu") + " \U0001F468\u200d\U0001F469 \x00\x1b[0m \u202e đảo"),
			List{Items: [][]Run{nil, {{Text: name, Bold: true, Italic: true, Underline: true}}}},
			Table{Columns: []Column{{Head: "A", Width: -1}, {Width: 0}, {Width: 1e300}}, Rows: []Row{{}, rowOf(name, "", "x", "y", "z"), {Cells: []Cell{{Span: 99}}}}},
			Table{},
			Callout{Text: "A\n\nB", SizePt: -1},
			Signatures{},
			Signatures{Left: &Signature{Name: name}, Right: &Signature{Name: strings.Repeat("M", 100)}},
		},
	}
}

func TestHostileTextIsPrintedWithoutPanic(t *testing.T) {
	laid := laidOut(t, hostile())
	if !bytes.HasPrefix(pdfOf(t, laid), []byte("%PDF-")) {
		t.Error("no PDF")
	}
	all := fmt.Sprint(pageTexts(laid))
	if !strings.Contains(all, "Đồng chí Nguyễn Thị Ước phát biểu □□ [0m đảo") {
		t.Errorf("%s", all)
	}
	if len(laid.Warnings) != 3 {
		t.Errorf("warnings: %v", laid.Warnings)
	}
	for number := 1; number <= laid.Pages(); number++ {
		if _, err := laid.Picture(number, 40); err != nil {
			t.Error(err)
		}
	}
}

// tool returns the path of a program that checks PDF files; the test is left out where it is not installed.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

func written(t *testing.T, laid *Laid) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(path, pdfOf(t, laid), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAnIndependentReaderFindsNoFault(t *testing.T) {
	qpdf := tool(t, "qpdf")
	for name, doc := range allDocuments(t) {
		if out, err := exec.Command(qpdf, "--check", written(t, laidOut(t, doc))).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func TestTextIsReadInTheOrderOfThePage(t *testing.T) {
	path := written(t, laidOut(t, Minutes(samplePaper(t), partyLayout(t))))
	out, err := exec.Command(tool(t, "pdftotext"), "-raw", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	at := 0
	for _, want := range []string{
		"CHI BỘ XƯỞNG MAY 2", "Số 17-BB/CB", "ĐẢNG CỘNG SẢN VIỆT NAM", "BIÊN BẢN", "sinh hoạt chi bộ thường kỳ tháng 11 năm 2026",
		"Khách mời: đồng chí Vũ Hồng Quân, Đảng ủy viên, Trưởng phòng Kế hoạch Công ty.",
		"I- THỜI SỰ, VĂN BẢN MỚI, HỌC TẬP VÀ LÀM THEO BÁC", "II- ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT THÁNG 10/2026",
		"III- Ý KIẾN THẢO LUẬN", "IV- KẾT LUẬN CỦA CHỦ TRÌ", "TT Nhiệm vụ Phụ trách Hạn", "Hoàn thành 45.000 áo khoác đơn hàng cuối năm Nguyễn Văn Khải 26/12/2026",
		"V- BIỂU QUYẾT, TỰ CHẤM ĐIỂM", "THƯ KÝ Lê Thị Mai Loan CHỦ TRÌ Trần Thị Bích Hạnh",
	} {
		found := strings.Index(text[at:], want)
		if found < 0 {
			t.Fatalf("missing, or before what stands above it: %s\n%s", want, text)
		}
		at += found + len(want)
	}
}

func TestWordsAcrossStretchedSpacesAreFound(t *testing.T) {
	path := written(t, laidOut(t, Document{Blocks: []Block{line(strings.Repeat("Nguyễn Thị Phương Thảo, ", 60))}}))
	out, err := exec.Command(tool(t, "pdftotext"), path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	if n := strings.Count(text, "Nguyễn Thị Phương Thảo"); n != 60 {
		t.Errorf("found %d of 60", n)
	}
}
