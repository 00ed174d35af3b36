package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func docxOf(t testing.TB, laid *Laid) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := laid.DOCX(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// docxParts returns the parts of a Word file by name.
func docxParts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, file := range archive.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts[file.Name] = string(text)
	}
	return parts
}

// docxText returns the text of a body: paragraphs on lines of their own, breaks as blanks.
func docxText(t testing.TB, body string) string {
	t.Helper()
	var b strings.Builder
	decoder := xml.NewDecoder(strings.NewReader(body))
	inText := false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "t"
			if e.Name.Local == "br" {
				b.WriteByte(' ')
			}
		case xml.EndElement:
			inText = false
			if e.Name.Local == "p" {
				b.WriteByte('\n')
			}
		case xml.CharData:
			if inText {
				b.Write(e)
			}
		}
	}
}

func TestTheSameDocumentGivesTheSameWordFile(t *testing.T) {
	first := docxOf(t, laidOut(t, Minutes(samplePaper(t), partyLayout(t))))
	if again := docxOf(t, laidOut(t, Minutes(samplePaper(t), partyLayout(t)))); !bytes.Equal(first, again) {
		t.Error("other bytes")
	}
}

func TestEveryPartOfAWordFileIsWellFormed(t *testing.T) {
	documents := allDocuments(t)
	documents["hostile"], documents["empty"] = hostile(), Document{}
	for name, doc := range documents {
		for part, text := range docxParts(t, docxOf(t, laidOut(t, doc))) {
			decoder := xml.NewDecoder(strings.NewReader(text))
			for {
				if _, err := decoder.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Errorf("%s, %s: %v", name, part, err)
					break
				}
			}
		}
	}
}

func TestAWordFileHoldsTheWordsOfThePages(t *testing.T) {
	for name, doc := range allDocuments(t) {
		laid := laidOut(t, doc)
		body := docxParts(t, docxOf(t, laid))["word/document.xml"]
		got := strings.Join(strings.Fields(docxText(t, body)), " ")
		for _, block := range doc.Blocks {
			p, ok := block.(Paragraph)
			if !ok {
				continue
			}
			var want strings.Builder
			for _, run := range p.Runs {
				want.WriteString(run.Text)
			}
			if words := strings.Join(strings.Fields(want.String()), " "); !strings.Contains(got, words) {
				t.Errorf("%s: missing %q", name, words)
			}
		}
	}
}

func TestAWordFileHasThePapersForm(t *testing.T) {
	profile := partyLayout(t)
	profile.Text.PitchPt = 19
	laid, err := Layout(Resolution(samplePaper(t), profile), profile)
	if err != nil {
		t.Fatal(err)
	}
	parts := docxParts(t, docxOf(t, laid))
	for part, wants := range map[string][]string{
		"word/document.xml": {
			`<w:pgSz w:w="11906" w:h="16838"/>`, `w:top="1134" w:right="850" w:bottom="1134" w:left="1701"`, `<w:titlePg/>`,
			`<w:tblHeader/>`, `<w:cantSplit/>`, `<w:pStyle w:val="Heading1"/>`,
		},
		"word/styles.xml":   {`w:line="380" w:lineRule="exact"`, `w:firstLine="567"`, `w:ascii="Times New Roman"`, `<w:jc w:val="both"/>`},
		"word/header1.xml":  {`PAGE`, `<w:jc w:val="center"/>`},
		"docProps/core.xml": {`<dc:title>Nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 12/2026, Chi bộ Xưởng May 2</dc:title>`, `2026-11-20T00:00:00Z`},
	} {
		for _, want := range wants {
			if !strings.Contains(parts[part], want) {
				t.Errorf("%s lacks %s", part, want)
			}
		}
	}
	members := MemberList(MembersPaper{samplePaper(t).Settings, samplePaper(t).Members, "2026-11-30"}, profile)
	if body := docxParts(t, docxOf(t, laidOut(t, members)))["word/document.xml"]; !strings.Contains(body, `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`) {
		t.Error("a landscape paper is not")
	}
}

func TestAPageBreakBeginsAPageInWord(t *testing.T) {
	doc := Document{Blocks: []Block{line("một"), PageBreak{}, PartyHead{Superior: "A", Body: "B"}, line("hai"), PageBreak{}, line("ba")}}
	body := docxParts(t, docxOf(t, laidOut(t, doc)))["word/document.xml"]
	if n := strings.Count(body, `<w:pageBreakBefore/>`); n != 2 {
		t.Errorf("%d page breaks in %s", n, body)
	}
}

func TestAWordFilesWriterErrorComesBack(t *testing.T) {
	if err := laidOut(t, Document{}).DOCX(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
