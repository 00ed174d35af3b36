package report

import (
	"bytes"
	"compress/zlib"
	"io"
	"path"
	"regexp"
	"strings"
	"testing"
)

// activeNames are the names of PDF 32000-1, 12.6 and 7.11.4, by which a file acts, reaches out, or carries other files along.
var activeNames = []string{"JavaScript", "JS", "OpenAction", "AA", "A", "Launch", "URI", "GoToR", "GoToE", "SubmitForm", "ImportData", "Named", "Rendition", "Movie", "Sound",
	"RichMedia", "EmbeddedFile", "EmbeddedFiles", "Filespec", "AcroForm", "XFA", "Annots", "Encrypt", "ObjStm"}

var pdfName = regexp.MustCompile(`/([A-Za-z0-9#]+)`)

// emptyTree is the list of files without a file that the PDF library writes into every catalogue.
var emptyTree = regexp.MustCompile(`/EmbeddedFiles << /Names \[\s*\] >>`)

// activeInPDF returns the active names that a PDF holds. The streams are looked at apart, unpacked: compressed bytes may spell anything.
func activeInPDF(t *testing.T, data []byte) []string {
	t.Helper()
	var found []string
	data = emptyTree.ReplaceAll(data, nil)
	look := func(text []byte) {
		for _, name := range pdfName.FindAllSubmatch(text, -1) {
			for _, active := range activeNames {
				if string(name[1]) == active {
					found = append(found, active)
				}
			}
		}
	}
	for rest := data; ; {
		before, after, more := bytes.Cut(rest, []byte("stream\n"))
		look(before)
		if !more {
			return found
		}
		stream, tail, closed := bytes.Cut(after, []byte("\nendstream"))
		if !closed {
			t.Fatal("a stream has no end")
		}
		if unpacked, err := zlib.NewReader(bytes.NewReader(stream)); err == nil {
			if text, err := io.ReadAll(unpacked); err == nil && bytes.Contains(text, []byte(" Tf")) { // a page, no typeface or picture
				look(drawnText.ReplaceAll(text, nil))
			}
		}
		rest = tail
	}
}

// drawnText is what a page shows: strings in brackets, where "\(" and "\)" are letters.
var drawnText = regexp.MustCompile(`(?s)\((?:\\.|[^\\()])*\)`)

// hostileText is what somebody may type in the hope that a document does something.
const hostileText = `/OpenAction << /S /JavaScript /JS (app.alert(1)) >> =HYPERLINK("http://example.invalid") {\field{\*\fldinst DDEAUTO cmd}} <w:object/> ]]> javascript:alert(1)`

func withHostileText(t *testing.T) map[string]Document {
	t.Helper()
	paper := samplePaper(t)
	paper.Settings.Name += hostileText
	paper.Meeting.Conclusion, paper.Meeting.Place = hostileText, hostileText
	return map[string]Document{"minutes": Minutes(paper, partyLayout(t)), "resolution": Resolution(paper, partyLayout(t))}
}

func TestDocumentsHoldNothingActive(t *testing.T) {
	documents := allDocuments(t)
	for name, doc := range withHostileText(t) {
		documents["hostile "+name] = doc
	}
	for name, doc := range documents {
		laid := laidOut(t, doc)
		if found := activeInPDF(t, pdfOf(t, laid)); len(found) > 0 {
			t.Errorf("%s: the PDF holds %v", name, found)
		}
		if found := activeInWord(docxParts(t, docxOf(t, laid))); len(found) > 0 {
			t.Errorf("%s: the Word file holds %v", name, found)
		}
	}
}

var (
	fieldOfWord = regexp.MustCompile(`<w:instrText[^>]*>([^<]*)</w:instrText>`)
	activeParts = regexp.MustCompile(`(?i)vba|macro|\.bin$|embeddings/|activex|oleobject|\.(exe|dll|js|vbs|hta)$`)
	activeTags  = regexp.MustCompile(`<(w:object|o:OLEObject|w:control|w:altChunk|w:hyperlink|w:fldSimple|w:subDoc|w:dataSource|w:attachedTemplate)\b`)
)

// activeInWord returns what in the parts of a Word file acts or reaches out: parts, relationships, tags, and fields but the page number.
func activeInWord(parts map[string]string) []string {
	var found []string
	for name, text := range parts {
		if activeParts.MatchString(name) {
			found = append(found, name)
		}
		if path.Ext(name) == ".rels" && strings.Contains(text, "TargetMode") || strings.Contains(text, "macroEnabled") {
			found = append(found, name+" reaches out")
		}
		found = append(found, activeTags.FindAllString(text, -1)...)
		for _, field := range fieldOfWord.FindAllStringSubmatch(text, -1) {
			if strings.TrimSpace(field[1]) != "PAGE" {
				found = append(found, field[1])
			}
		}
	}
	return found
}

func TestActiveContentIsFound(t *testing.T) {
	for _, text := range []string{"<< /OpenAction 3 0 R >>", "<</S/URI/URI(http://example.invalid)>>", "/Type /Filespec", "/EmbeddedFiles << /Names [ (a) 5 0 R ] >>"} {
		if len(activeInPDF(t, []byte(text))) == 0 {
			t.Errorf("%s is not found", text)
		}
	}
	for name, text := range map[string]string{"word/vbaProject.bin": "", "word/_rels/document.xml.rels": `<Relationship TargetMode="External"/>`,
		"word/document.xml": `<w:instrText xml:space="preserve"> DDEAUTO cmd </w:instrText>`, "word/footer1.xml": `<w:object>`} {
		if len(activeInWord(map[string]string{name: text})) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
}
