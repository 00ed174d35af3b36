package report

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"sochibo/app"
)

// filler returns a paragraph of about n lines.
func filler(n int) Block {
	return line(strings.TrimSpace(strings.Repeat("Chi bộ thảo luận kỹ từng việc, nhất trí giao việc rõ người, rõ hạn, rõ kết quả. ", n)))
}

func TestPageNumbersStandCentredInTheTopMarginFromTheSecondPage(t *testing.T) {
	profile := partyLayout(t)
	laid := laidOut(t, Document{Blocks: []Block{filler(130)}})
	if laid.Pages() < 3 {
		t.Fatalf("%d pages", laid.Pages())
	}
	for i, page := range laid.pages {
		first := printedLines(page)[0]
		if i == 0 {
			if first.y < profile.Page.Portrait.TopMM {
				t.Errorf("the first page has a number: %q", first.text)
			}
			continue
		}
		if first.text != fmt.Sprint(i+1) || first.y >= profile.Page.Portrait.TopMM {
			t.Errorf("page %d begins with %q at %v", i+1, first.text, first.y)
		}
		middle := (profile.Page.Portrait.LeftMM + page.Width - profile.Page.Portrait.RightMM) / 2
		if math.Abs((first.left+first.end)/2-middle) > 0.01 {
			t.Errorf("page %d: number at %v, the text's middle is %v", i+1, (first.left+first.end)/2, middle)
		}
	}
}

func TestJustifiedLinesFillTheTextWidthExceptTheLast(t *testing.T) {
	laid := laidOut(t, Document{Blocks: []Block{filler(5)}})
	lines := printedLines(laid.pages[0])
	left, right := 30.0, 195.0
	for i, l := range lines {
		wantLeft := left
		if i == 0 {
			wantLeft = left + 10
		}
		if math.Abs(l.left-wantLeft) > 0.01 {
			t.Errorf("line %d begins at %v", i, l.left)
		}
		if full := math.Abs(l.end-right) < 0.01; full != (i < len(lines)-1) {
			t.Errorf("line %d of %d ends at %v", i, len(lines), l.end)
		}
		if i > 0 && math.Abs(l.y-lines[i-1].y-18*ptMM) > 0.001 {
			t.Errorf("line %d is %v below the one before, not 18 pt", i, l.y-lines[i-1].y)
		}
	}
}

func TestThePartysNameHasARuleOfItsOwnLength(t *testing.T) {
	laid := laidOut(t, Document{Blocks: []Block{PartyHead{Superior: "Đảng bộ A", Body: "Chi bộ B", Number: "01-BB/CB"}}})
	for _, text := range stepsOf[Text](laid.pages[0]) {
		if text.Text != "ĐẢNG CỘNG SẢN VIỆT NAM" {
			continue
		}
		rules := stepsOf[Line](laid.pages[0])
		if len(rules) != 1 || rules[0].X1 != text.X || math.Abs(rules[0].X2-text.X-text.Width) > 1e-9 || rules[0].Y1 <= text.Y {
			t.Errorf("text from %v to %v, rules %v", text.X, text.X+text.Width, rules)
		}
		return
	}
	t.Error("the Party's name is missing")
}

func TestLongOrganisationNamesAreBrokenInTheHead(t *testing.T) {
	laid := laidOut(t, Document{Blocks: []Block{PartyHead{Superior: "Đảng bộ Công ty CP May Hưng Thịnh", Body: "Chi bộ Xưởng May 2", Number: "17-BB/CB"}}})
	var left []string
	for _, text := range stepsOf[Text](laid.pages[0]) {
		if text.X < 100 {
			left = append(left, text.Text)
		}
		if text.X < 100 && text.X+text.Width > 100.01 {
			t.Errorf("%q leaves its column", text.Text)
		}
	}
	want := "ĐẢNG BỘ CÔNG TY/CP MAY HƯNG THỊNH/CHI BỘ XƯỞNG MAY 2/*/Số 17-BB/CB"
	if got := strings.Join(left, "/"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAHeadingStaysWithItsParagraph(t *testing.T) {
	for n := 1; n < 60; n++ {
		laid := laidOut(t, Document{Blocks: []Block{filler(n), Heading{Text: "II- ĐẦU MỤC"}, filler(4)}})
		for i, lines := range pageTexts(laid) {
			if lines[len(lines)-1] == "II- ĐẦU MỤC" {
				t.Fatalf("with %d lines before, page %d ends with the heading", n, i+1)
			}
		}
	}
}

func TestAtLeastTwoLinesOfAParagraphStandOnEitherPage(t *testing.T) {
	for n := 1; n < 60; n++ {
		doc := Document{}
		for range n {
			doc.add(line("Một dòng."))
		}
		doc.add(line(strings.Repeat("đoạn văn dài để ngắt trang ", 30)))
		texts := pageTexts(laidOut(t, doc))
		for i, lines := range texts {
			long := 0
			for _, text := range lines {
				if text != "Một dòng." && text != fmt.Sprint(i+1) {
					long++
				}
			}
			if long == 1 {
				t.Fatalf("with %d lines before, page %d has one line of the paragraph alone", n, i+1)
			}
		}
	}
}

func TestASignatureNeverStandsAloneOnAPage(t *testing.T) {
	sign := Signatures{Left: &Signature{Post: "THƯ KÝ", Name: "Lê Thị Mai Loan"}, Right: &Signature{Post: "CHỦ TRÌ", Name: "Trần Thị Bích Hạnh"}}
	for _, last := range []Block{filler(3), line("Một dòng."), Table{Columns: []Column{{Head: "TT"}}, Rows: []Row{rowOf("1"), rowOf("2"), rowOf("3"), rowOf("4"), rowOf("5")}}} {
		for n := 1; n < 60; n++ {
			texts := pageTexts(laidOut(t, Document{Blocks: []Block{filler(n), last, sign}}))
			page := texts[len(texts)-1]
			before := 0
			for _, text := range page {
				if strings.HasPrefix(text, "THƯ KÝ") {
					break
				}
				before++
			}
			if len(texts) > 1 {
				before-- // the page's number
			}
			if before < 1 {
				t.Fatalf("%T after %d lines: the signatures stand alone: %q", last, n, page)
			}
			if page[len(page)-1] != "Lê Thị Mai Loan Trần Thị Bích Hạnh" {
				t.Fatalf("the names are not on the page of the posts: %q", page)
			}
		}
	}
}

func longTable(rows int) Table {
	table := Table{Columns: []Column{{Head: "TT", Width: 1, Align: Center}, {Head: "Họ và tên", Width: 6}, {Head: "Ghi chú", Width: 4}}}
	for i := range rows {
		note := ""
		if i%3 == 0 {
			note = "ghi chú dài hơn một dòng để hàng này cao hơn các hàng khác trong bảng"
		}
		table.Rows = append(table.Rows, rowOf(fmt.Sprint(i+1), "Nguyễn Văn Khải", note))
	}
	return table
}

func TestALongTableRepeatsItsHeadAndSplitsNoRow(t *testing.T) {
	const rows = 500
	laid := laidOut(t, Document{Blocks: []Block{filler(3), longTable(rows)}})
	if laid.Pages() < 15 {
		t.Fatalf("%d pages", laid.Pages())
	}
	row := 0
	for i, page := range laid.pages {
		lines := printedLines(page)
		if i > 0 && lines[1].text != "TT Họ và tên Ghi chú" {
			t.Fatalf("page %d begins with %q", i+1, lines[1].text)
		}
		for _, text := range stepsOf[Text](page) {
			if text.Text == fmt.Sprint(row+1) && text.X < 45 && text.Y > 20 {
				row++
			}
		}
		if bottom := lowestRule(page); bottom > page.Height-20+0.01 {
			t.Errorf("page %d reaches to %v", i+1, bottom)
		}
		if lines[len(lines)-1].y > lowestRule(page) {
			t.Errorf("page %d: text below the last rule: a row was split", i+1)
		}
	}
	if row != rows {
		t.Errorf("%d rows printed in order, want %d", row, rows)
	}
}

func lowestRule(page Page) float64 {
	bottom := 0.0
	for _, rule := range stepsOf[Line](page) {
		bottom = max(bottom, rule.Y2)
	}
	return bottom
}

func TestNoPageHoldsOnlyTheLastRowOfATable(t *testing.T) {
	for n := 1; n < 50; n++ {
		texts := pageTexts(laidOut(t, Document{Blocks: []Block{filler(n), longTable(20)}}))
		last := texts[len(texts)-1]
		if len(texts) > 1 && strings.HasPrefix(last[2], "20 ") {
			t.Fatalf("after %d lines the last page holds %q", n, last)
		}
	}
}

func TestARowHigherThanAPageIsContinued(t *testing.T) {
	words := strings.TrimSpace(strings.Repeat("dài ", 4000))
	table := Table{Columns: []Column{{Head: "TT", Width: 1}, {Head: "Nội dung", Width: 2}}, Rows: []Row{rowOf("1", words)}}
	laid := laidOut(t, Document{Blocks: []Block{table}})
	count := 0
	for i, page := range laid.pages {
		for _, text := range stepsOf[Text](page) {
			count += strings.Count(text.Text, "dài")
			if text.Y > page.Height-20 {
				t.Fatalf("page %d: text at %v", i+1, text.Y)
			}
		}
	}
	if count != 4000 {
		t.Errorf("%d words printed, want 4000", count)
	}
}

func TestAnEndlessNameInTheHeadGoesOnOnTheNextPage(t *testing.T) {
	name := strings.TrimSpace(strings.Repeat("Chi bộ ", 2000))
	laid := laidOut(t, Document{Blocks: []Block{PartyHead{Body: name, Number: "01-BB/CB"}, filler(3)}})
	count := 0
	for _, page := range laid.pages {
		for _, text := range stepsOf[Text](page) {
			count += strings.Count(text.Text, "BỘ")
		}
	}
	if count != 2000 || laid.Pages() < 3 {
		t.Errorf("%d words printed on %d pages", count, laid.Pages())
	}
}

func TestAnEndlessListOfRecipientsKeepsTheSignature(t *testing.T) {
	names := make([]string, 200)
	for i := range names {
		names[i] = fmt.Sprintf("Chi bộ số %d", i+1)
	}
	laid := laidOut(t, Document{Blocks: []Block{filler(3), Signatures{Recipients: names, Right: &Signature{Post: "BÍ THƯ", Name: "Trần Thị Bích Hạnh"}}}})
	all := fmt.Sprint(pageTexts(laid))
	for _, want := range []string{"- Chi bộ số 1,", "- Chi bộ số 199,", "- Chi bộ số 200.", "BÍ THƯ", "Trần Thị Bích Hạnh"} {
		if !strings.Contains(all, want) {
			t.Errorf("missing %q", want)
		}
	}
}

func TestAPageBreakBeginsAPage(t *testing.T) {
	texts := pageTexts(laidOut(t, Document{Blocks: []Block{line("một"), PageBreak{}, line("hai")}}))
	if len(texts) != 2 || texts[0][0] != "một" || texts[1][1] != "hai" {
		t.Errorf("%q", texts)
	}
	if first := laidOut(t, Document{Blocks: []Block{PageBreak{}, line("một")}}); first.Pages() != 1 {
		t.Errorf("a break before anything else gives %d pages", first.Pages())
	}
}

func TestSpaceAboveIsLeftOutAtTheTopOfAPage(t *testing.T) {
	with := laidOut(t, Document{Blocks: []Block{PageBreak{}, line("một")}})
	plain := laidOut(t, Document{Blocks: []Block{line("một")}})
	top := 20 + baseline(14, 18)
	for _, laid := range []*Laid{with, plain} {
		if y := printedLines(laid.pages[0])[0].y; math.Abs(y-top) > 0.001 {
			t.Errorf("first baseline at %v, want %v", y, top)
		}
	}
}

func TestLandscapeTurnsThePage(t *testing.T) {
	laid := laidOut(t, Document{Landscape: true, Blocks: []Block{filler(4)}})
	if page := laid.pages[0]; page.Width != 297 || page.Height != 210 {
		t.Errorf("%v × %v", page.Width, page.Height)
	}
}

func TestAnEmptyDocumentIsOneEmptyPage(t *testing.T) {
	laid := laidOut(t, Document{})
	if laid.Pages() != 1 || len(laid.pages[0].Steps) != 0 {
		t.Errorf("%d pages, %v", laid.Pages(), laid.pages[0].Steps)
	}
}

func TestLayoutRefuses(t *testing.T) {
	narrow := partyLayout(t)
	narrow.Page.Portrait.LeftMM = 99
	narrow.Page.Portrait.RightMM = 99
	tests := []struct {
		name    string
		doc     Document
		profile Profile
		code    app.Code
	}{
		{"no profile", Document{}, Profile{}, CodeBadProfile},
		{"no room for text", Document{}, narrow, CodeBadProfile},
		{"an impossible date", Document{Date: "2026-02-30"}, partyLayout(t), app.CodeBadDate},
	}
	for _, test := range tests {
		if _, err := Layout(test.doc, test.profile); app.CodeOf(err) != test.code {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
