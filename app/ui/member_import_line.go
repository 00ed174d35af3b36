package ui

import (
	"strconv"
	"strings"
	"time"

	"sochibo/app"
	"sochibo/app/wording"
)

// importLine is one row of a file as a preview shows it, of members or of points.
type importLine struct {
	row        int // as the spreadsheet numbers it
	name       string
	state      app.ImportState
	content    []Span   // what would change, or why not, in short
	details    []Span   // what would change, all of it
	reasons    []string // whole sentences: faults, then remarks
	faults     int      // how many of the reasons are faults
	candidates []string // ids of the members a doubtful row may mean
	doubtful   bool     // a person can settle it
	writes     int      // what writing this row writes: 0 when nothing
}

// reasonsOf returns the sentences of faults and remarks.
func reasonsOf(faults, remarks []app.ImportFault) []string {
	var list []string
	for _, fault := range append(append([]app.ImportFault{}, faults...), remarks...) {
		list = append(list, wording.Sentence(fault.Err()))
	}
	return list
}

// firstSentence is the beginning of a text up to its first full stop: the table shows it, the strip below shows all.
func firstSentence(text string) string {
	for i := range text {
		if strings.HasPrefix(text[i:], ". ") {
			return text[:i]
		}
	}
	return strings.TrimSuffix(text, ".")
}

// faultSpans are the short reasons of a row that is not written.
func faultSpans(faults []app.ImportFault) []Span {
	var spans []Span
	for _, fault := range faults {
		text := firstSentence(wording.Sentence(fault.Err()))
		if len(spans) > 0 {
			text = "; " + text
		}
		spans = append(spans, Span{Text: text, Tone: ToneError})
	}
	return spans
}

// remarkSpans are the short remarks of a row, each behind its icon.
func remarkSpans(remarks []app.ImportFault) []Span {
	var spans []Span
	for _, remark := range remarks {
		spans = append(spans, Span{Text: "   "}, Span{Text: remarkWords(remark), Icon: IconInfo, Tone: ToneAmber, Size: SizeSmall})
	}
	return spans
}

// remarkWords says in a few words what a remark is about; the strip below the table has the whole sentence.
func remarkWords(remark app.ImportFault) string {
	switch remark.Code {
	case app.CodeRemarkZeros, app.CodeRemarkIdentity:
		return wording.Text("zeros put back")
	case app.CodeRemarkNumber:
		return wording.Text("unusual number")
	case app.CodeRemarkSameName:
		return wording.Text("same name")
	case app.CodeRemarkName:
		return wording.Text("another name in the book")
	case app.CodeRemarkDate:
		return wording.Text("date of the book kept")
	case app.CodeRemarkKind:
		return wording.Text("taken as probationary")
	case app.CodeRemarkStanding:
		return wording.Text("standing of the book kept")
	}
	return firstSentence(wording.Sentence(remark.Err()))
}

// doubtCodes are the faults that a person's answer settles.
var doubtCodes = []app.Code{app.CodeRowTwin, app.CodeRowTwoMembers, app.CodeRowOther, app.CodeRowDoubtful, app.CodeRowLeft, app.CodeRowUnknown, app.CodeRowNear}

func isDoubtful(faults []app.ImportFault, candidates []string) bool {
	for _, fault := range faults {
		if indexOf(doubtCodes, fault.Code) >= 0 {
			return true
		}
	}
	return len(faults) > 0 && len(candidates) > 0
}

// memberImportLine shows a row of a list of members.
func memberImportLine(row app.ImportRow) importLine {
	l := importLine{row: row.Row, name: row.Name, state: row.State, candidates: row.Candidates}
	l.reasons, l.faults = reasonsOf(row.Faults, row.Remarks), len(row.Faults)
	switch row.State {
	case app.ImportError:
		l.content, l.doubtful = faultSpans(row.Faults), isDoubtful(row.Faults, row.Candidates)
		return l
	case app.ImportNew:
		l.content, l.writes = []Span{{Text: newMemberWords(row.Member)}}, 1
		l.details = l.content
	case app.ImportChanged:
		l.details, l.writes = changeSpans(row.Changes), 1
		l.content = changeSpans(row.Changes[:min(changesInRow, len(row.Changes))])
		if count := len(row.Changes); count > changesInRow { // in front, where a long value does not push it out of sight
			l.content = append([]Span{{Text: wording.Text("{count} changes:", "count", count) + "  ", Tone: ToneSecond, Size: SizeSmall}}, l.content...)
		}
	default:
		l.content = []Span{{Text: wording.Text("Same as in the book"), Tone: ToneSecond}}
	}
	l.content = append(l.content, remarkSpans(row.Remarks)...)
	return l
}

// How much of a row the table shows before it says how many more there are.
const (
	changesInRow = 2
	monthsInRow  = 6
)

func moreSpan(text string) Span { return Span{Text: "    " + text, Tone: ToneSecond, Size: SizeSmall} }

// newMemberWords says of a new member what tells people apart.
func newMemberWords(m app.Member) string {
	var parts []string
	if m.BornOn != "" {
		parts = append(parts, wording.Text("born {day}", "day", m.BornOn))
	}
	if m.AdmittedOn != "" {
		parts = append(parts, wording.Text("joined the Party {day}", "day", m.AdmittedOn))
	}
	if m.Kind == app.Probationary {
		parts = append(parts, strings.ToLower(kindWords(m.Kind)))
	}
	standing := app.Active
	if n := len(m.Events); n > 0 {
		standing = m.Events[n-1].Standing
	}
	parts = append(parts, strings.ToLower(memberStandingWords(standing)))
	return upperFirst(strings.Join(parts, ", "))
}

func upperFirst(text string) string {
	runes := []rune(text)
	if len(runes) == 0 {
		return ""
	}
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}

// changeSpans shows changes as field, old → new.
func changeSpans(changes []app.FieldChange) []Span {
	var spans []Span
	for i, c := range changes {
		label := memberFieldWords(c.Field) + "  "
		if i > 0 {
			label = "    " + label
		}
		old := fieldValueWords(c.Field, c.Old)
		if old == "" {
			old = wording.Text("left empty")
		}
		spans = append(spans, Span{Text: label, Tone: ToneSecond, Size: SizeSmall}, Span{Text: old + " ", Tone: ToneSecond},
			Span{Text: fieldValueWords(c.Field, c.New), Bold: true, Icon: IconForward})
	}
	return spans
}

// fieldValueWords writes a stored value of a field as people read it.
func fieldValueWords(field, value string) string {
	switch field {
	case "sex":
		return sexWords(app.Sex(value))
	case "kind":
		return kindWords(app.Kind(value))
	case "post":
		return postWords(app.Post(value))
	case "standing":
		return standingChangeWords(value)
	}
	return value // a date of a change is written as people read it already
}

// standingChangeWords writes a standing, with its day and reason where the change tells them.
func standingChangeWords(value string) string {
	standing, reason, _ := strings.Cut(value, " ")
	words := memberStandingWords(app.Standing(standing))
	first, rest, _ := strings.Cut(reason, " ")
	if day, err := app.ParseDate(first, time.Now().Year()); err == nil && day != "" {
		words, reason = words+" "+wording.Text("since {day}", "day", day), rest
	}
	if reason != "" {
		words += ", " + reason
	}
	return words
}

// pointImportLine shows a row of a table of points; several months of one row stand behind each other.
func pointImportLine(row app.PointImportRow) importLine {
	l := importLine{row: row.Row, name: row.Name, state: app.ImportUnchanged, candidates: row.Candidates}
	l.reasons, l.faults = reasonsOf(row.Faults, row.Remarks), len(row.Faults)
	fresh, changed := 0, 0
	var spans, all []Span
	for _, p := range row.Points {
		switch p.State {
		case app.ImportNew:
			fresh++
		case app.ImportChanged:
			changed++
		default:
			continue
		}
		all = append(all, pointSpans(p, len(all) > 0)...)
		if fresh+changed == monthsInRow {
			spans = all
		}
	}
	l.writes, l.details = fresh+changed, all
	if l.writes <= monthsInRow {
		spans = all
	} else {
		spans = append(spans[:len(spans):len(spans)], moreSpan(wording.Text("and {count} more", "count", l.writes-monthsInRow)))
	}
	switch {
	case len(row.Faults) > 0:
		l.state, l.doubtful = app.ImportError, isDoubtful(row.Faults, row.Candidates)
		spans = append(faultSpans(row.Faults), append(gapSpan(spans), spans...)...)
	case changed > 0:
		l.state = app.ImportChanged
	case fresh > 0:
		l.state = app.ImportNew
	case len(row.Points) == 0:
		spans = []Span{{Text: wording.Text("No value in this row"), Tone: ToneSecond}}
	default:
		spans = []Span{{Text: wording.Text("Same as in the book"), Tone: ToneSecond}}
	}
	l.content = append(spans, remarkSpans(row.Remarks)...)
	return l
}

func gapSpan(spans []Span) []Span {
	if len(spans) == 0 {
		return nil
	}
	return []Span{{Text: "    "}}
}

func pointSpans(p app.PointChange, further bool) []Span {
	label := wording.Text("M{n}", "n", p.Entry.Month.Number()) + "  "
	if further {
		label = "   " + label
	}
	spans := []Span{{Text: label, Tone: ToneSecond, Size: SizeSmall}}
	if p.Old != nil {
		return append(spans, Span{Text: pointWords(*p.Old) + " ", Tone: ToneSecond}, Span{Text: pointWords(p.Entry), Bold: true, Icon: IconForward})
	}
	return append(spans, Span{Text: pointWords(p.Entry), Bold: true})
}

func pointWords(p app.PointEntry) string {
	if p.Excused {
		return wording.Text("Exempt")
	}
	return strconv.Itoa(p.Points)
}
