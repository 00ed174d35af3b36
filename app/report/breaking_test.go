package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// wordsWide makes words of the given widths with gaps of 1.
func wordsWide(widths ...float64) []word {
	words := make([]word, len(widths))
	for i, w := range widths {
		words[i] = word{width: w, gap: 1}
	}
	return words
}

func TestBreakLines(t *testing.T) {
	tests := []struct {
		name     string
		widths   []float64
		first    float64
		rest     float64
		balanced bool
		want     []span
	}{
		{"nothing", nil, 10, 10, false, nil},
		{"one word", []float64{4}, 10, 10, false, []span{{0, 1}}},
		{"exactly full", []float64{4, 5}, 10, 10, false, []span{{0, 2}}},
		{"one letter too many", []float64{4, 5.1}, 10, 10, false, []span{{0, 1}, {1, 2}}},
		{"a narrow first line", []float64{4, 4, 4}, 5, 14, false, []span{{0, 1}, {1, 3}}},
		{"slack spread evenly, not all on one line", []float64{3, 2, 2, 5, 1}, 7, 7, false, []span{{0, 1}, {1, 3}, {3, 5}}},
		{"a balanced head", []float64{6, 6, 6, 6, 3}, 30, 30, true, []span{{0, 2}, {2, 5}}},
		{"the last line may stay short", []float64{6, 6, 6, 6, 3}, 30, 30, false, []span{{0, 4}, {4, 5}}},
		{"a word wider than the line stands alone", []float64{3, 20, 3}, 10, 10, false, []span{{0, 1}, {1, 2}, {2, 3}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := breakLines(wordsWide(test.widths...), test.first, test.rest, test.balanced)
			if len(got) != len(test.want) {
				t.Fatalf("got %v, want %v", got, test.want)
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Fatalf("got %v, want %v", got, test.want)
				}
			}
		})
	}
}

func TestANumberStaysWithItsMonth(t *testing.T) {
	c := testCleaner(t)
	for _, text := range []string{"II- ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT THÁNG 10/2026", "kết thúc hồi 18 giờ, ngày 20 tháng 11 năm 2026"} {
		for width := 45.0; width < 170; width += 0.5 {
			words := c.words(Strong(text), 14, width)
			for _, at := range breakLines(words, width, width, false) {
				if at.from == 0 {
					continue
				}
				before, first := strings.ToLower(words[at.from-1].text()), words[at.from].text()
				if binding[before] && first[0] >= '0' && first[0] <= '9' {
					t.Fatalf("at %v mm a line ends in %q and the next begins with %q", width, before, first)
				}
			}
		}
	}
	bound := wordsWide(4, 4, 4, 4)
	bound[2].bound = true
	if got := breakLines(bound, 10, 10, false); len(got) != 3 || got[1] != (span{1, 3}) {
		t.Errorf("got %v", got)
	}
	bound[1].width, bound[2].width = 8, 8 // too wide for a line: they stay together all the same
	if got := breakLines(bound, 10, 10, false); len(got) != 3 {
		t.Errorf("got %v", got)
	}
}

func TestAWordWiderThanTheLineIsBrokenBetweenLetters(t *testing.T) {
	c := testCleaner(t)
	long := strings.Repeat("Nghiêng", 40)
	words := c.words([]Run{{Text: "a " + long + " b"}}, 14, 50)
	joined := ""
	for _, w := range words {
		if w.width > 50 {
			t.Errorf("a part is %v wide", w.width)
		}
		for _, p := range w.pieces {
			joined += p.text
		}
	}
	if joined != "a"+long+"b" {
		t.Errorf("letters were lost: %s", joined)
	}
}

func TestAWordMayChangeItsStyleInside(t *testing.T) {
	c := testCleaner(t)
	words := c.words([]Run{{Text: "Chi b"}, {Text: "ộ ", Bold: true}, {Text: "Xưởng"}}, 14, 100)
	if len(words) != 3 || len(words[1].pieces) != 2 || words[1].pieces[1].face != Bold {
		t.Fatalf("%+v", words)
	}
	if words[0].gap != 0 || words[2].gapFace != Bold {
		t.Errorf("gaps: %+v", words)
	}
}

func testCleaner(t testing.TB) *cleaner {
	t.Helper()
	p, err := newPen()
	if err != nil {
		t.Fatal(err)
	}
	return newCleaner(p)
}

// FuzzParagraph lays any text out in any width: no panic, nothing lost, no line wider than the text.
func FuzzParagraph(f *testing.F) {
	f.Add("Chi bộ họp thường kỳ tháng 11, có mặt 21/22 đồng chí.", 60.0, uint8(0), true)
	f.Add("", 20.0, uint8(1), false)
	f.Add(strings.Repeat("Ưu", 500), 15.0, uint8(2), true)
	f.Add("a\u0301 \x00\x07 \U0001F600 \u200b \xff\xfe  \t\n x", 30.0, uint8(3), false)
	f.Fuzz(func(t *testing.T, text string, width float64, align uint8, indented bool) {
		if !(width >= 10 && width <= 300) || len(text) > 5000 {
			return
		}
		c := testCleaner(t)
		set := setter{sizePt: 14, pitchPt: 18, align: Align(align % 4), width: width}
		if indented {
			set.indent = width / 5
		}
		half := len(text) / 2
		for half < len(text) && !utf8.RuneStart(text[half]) {
			half++
		}
		words := c.words([]Run{{Text: text[:half]}, {Text: text[half:], Bold: true}}, set.sizePt, width-set.indent)
		printed := 0
		for _, line := range set.lines(words) {
			for _, step := range line {
				s, ok := step.(Text)
				if !ok {
					continue
				}
				printed += letters(s.Text)
				if s.X < -0.001 || s.X+s.Width > width+0.001 {
					t.Fatalf("%q from %v to %v, the text is %v wide", s.Text, s.X, s.X+s.Width, width)
				}
			}
		}
		if want := letters(c.clean(Regular, text[:half])) + letters(c.clean(Bold, text[half:])); printed != want {
			t.Fatalf("%d letters printed, %d given", printed, want)
		}
	})
}

func letters(text string) int {
	return utf8.RuneCountInString(strings.ReplaceAll(text, " ", ""))
}
