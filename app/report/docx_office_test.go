package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sochibo/assets"
)

// office converts Word files to PDF with LibreOffice in one run, with the program's own typeface in the place of Times New Roman.
// Without LibreOffice the test says that nothing was checked.
func office(t testing.TB, dir string, files ...string) {
	t.Helper()
	path, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("not checked: LibreOffice is not installed")
	}
	args := append([]string{"--headless", "-env:UserInstallation=file://" + dir + "/profile", "--convert-to", "pdf", "--outdir", dir}, files...)
	run := exec.Command(path, args...)
	run.Env = append(os.Environ(), "FONTCONFIG_FILE="+ownFonts(t, dir), "HOME="+dir)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// ownFonts writes the typeface and a list that knows nothing else.
func ownFonts(t testing.TB, dir string) string {
	t.Helper()
	for face := Regular; face <= BoldItalic; face++ {
		data, err := assets.Font(face.String())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, face.String()+".ttf"), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	config := filepath.Join(dir, "fonts.conf")
	text := `<?xml version="1.0"?><fontconfig><dir>` + dir + `</dir><cachedir>` + dir + `/cache</cachedir>` +
		`<alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias></fontconfig>`
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return config
}

// readWord is one word of a PDF as pdftotext finds it, in points.
type readWord struct {
	page int
	x, y float64
	text string
}

func readWords(t *testing.T, path string) (words []readWord, pages int) {
	t.Helper()
	out, err := exec.Command(tool(t, "pdftotext"), "-bbox", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(out, []byte("<doc>")) // the title above it may be no text
	if at < 0 {
		t.Fatalf("%s has no pages:\n%s", path, out)
	}
	decoder := xml.NewDecoder(bytes.NewReader(out[at:]))
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	for {
		token, err := decoder.Token()
		if err != nil {
			return words, pages
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "page":
			pages++
		case "word":
			var text string
			if err := decoder.DecodeElement(&text, &start); err != nil {
				t.Fatal(err)
			}
			words = append(words, readWord{page: pages, x: number(start, "xMin"), y: number(start, "yMin"), text: text})
		}
	}
}

func number(e xml.StartElement, name string) float64 {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			value, _ := strconv.ParseFloat(a.Value, 64)
			return value
		}
	}
	return math.NaN()
}

// textOf returns the words, sorted, without the page numbers.
func textOf(words []readWord, pages int) []string {
	var texts []string
	for _, w := range words {
		texts = append(texts, w.text)
	}
	for page := 2; page <= pages; page++ {
		if at := slices.Index(texts, strconv.Itoa(page)); at >= 0 {
			texts = slices.Delete(texts, at, at+1)
		}
	}
	slices.Sort(texts)
	return texts
}

func TestLibreOfficeShowsThePagesOfThePDF(t *testing.T) {
	dir := t.TempDir()
	laid := map[string]*Laid{}
	var files []string
	for name, doc := range allDocuments(t) {
		laid[name] = laidOut(t, doc)
		path := filepath.Join(dir, name+".docx")
		if err := os.WriteFile(path, docxOf(t, laid[name]), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	office(t, dir, files...)
	for name, l := range laid {
		ours, ourPages := readWords(t, written(t, l))
		theirs, theirPages := readWords(t, filepath.Join(dir, name+".pdf"))
		if d := ourPages - theirPages; d < -1 || d > 1 {
			t.Errorf("%s: %d pages, in LibreOffice %d", name, ourPages, theirPages)
		}
		if a, b := textOf(ours, ourPages), textOf(theirs, theirPages); !slices.Equal(a, b) {
			t.Errorf("%s: other words: %s", name, firstOther(a, b))
		}
		sameHead(t, name, ours, theirs)
		if ourPages == theirPages {
			sameEnd(t, name, ours, theirs)
		}
	}
}

// A table that just fills its page, so that the signatures below it would stand alone on the next one.
func TestSignaturesStayWithTheLastRowInLibreOffice(t *testing.T) {
	var doc Document
	for rows := 10; ; rows++ {
		table := Table{Columns: []Column{{Head: "TT", Width: 1}, {Head: "Nội dung", Width: 6}}}
		for i := range rows {
			table.Rows = append(table.Rows, rowOf(itoa(i+1), "một\nviệc"))
		}
		table.Rows = append(table.Rows, rowOf("", "Cộng"))
		doc = Document{Blocks: []Block{table, Signatures{Left: &Signature{Post: "THƯ KÝ", Name: "Trái"}, Right: &Signature{Post: "CHỦ TRÌ", Name: "Phải"}}}}
		if laidOut(t, doc).Pages() > 1 {
			break
		}
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "signed.docx")
	laid := laidOut(t, doc)
	if err := os.WriteFile(path, docxOf(t, laid), 0o600); err != nil {
		t.Fatal(err)
	}
	office(t, dir, path)
	theirs, _ := readWords(t, filepath.Join(dir, "signed.pdf"))
	ours, _ := readWords(t, written(t, laid))
	for _, text := range []string{"Cộng", "TRÌ", "Trái", "Phải"} {
		for where, words := range map[string][]readWord{"the PDF": ours, "LibreOffice": theirs} {
			if i := slices.IndexFunc(words, func(w readWord) bool { return w.text == text }); i < 0 || words[i].page != 2 {
				t.Errorf("%q is not on page 2 of %s", text, where)
			}
		}
	}
}

func firstOther(a, b []string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%q and %q (%d and %d words)", a[i], b[i], len(a), len(b))
		}
	}
	return fmt.Sprintf("%d and %d words", len(a), len(b))
}

// placeTolerance is how far a word may stand from its place, in points: a fifth of a line.
const placeTolerance = 4

// sameHead compares the places of the words of the first page's upper quarter.
func sameHead(t *testing.T, name string, ours, theirs []readWord) {
	t.Helper()
	for _, w := range ours {
		if w.page == 1 && w.y < 150 && !near(w, theirs) {
			t.Errorf("%s: %q of the head is not at %.0f, %.0f", name, w.text, w.x, w.y)
		}
	}
}

// sameEnd compares where the signatures stand: the lowest words of the last page, across exactly, down within two lines, as each
// row of a table may differ by its rules.
func sameEnd(t *testing.T, name string, ours, theirs []readWord) {
	t.Helper()
	last := ours[len(ours)-1]
	for _, w := range theirs {
		if w.page == last.page && w.text == last.text && math.Abs(w.x-last.x) < placeTolerance && math.Abs(w.y-last.y) < 36 {
			return
		}
	}
	t.Errorf("%s: the last word %q is not at %.0f, %.0f of page %d", name, last.text, last.x, last.y, last.page)
}

func near(w readWord, among []readWord) bool {
	return slices.ContainsFunc(among, func(o readWord) bool {
		return o.page == w.page && o.text == w.text && math.Abs(o.x-w.x) < placeTolerance && math.Abs(o.y-w.y) < placeTolerance
	})
}

func TestLibreOfficeOpensHostileText(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "hostile.docx")
	if err := os.WriteFile(path, docxOf(t, laidOut(t, hostile())), 0o600); err != nil {
		t.Fatal(err)
	}
	office(t, dir, path)
	words, _ := readWords(t, filepath.Join(dir, "hostile.pdf"))
	if !slices.ContainsFunc(words, func(w readWord) bool { return strings.Contains(w.text, "Ước") }) {
		t.Error("text is missing")
	}
}
