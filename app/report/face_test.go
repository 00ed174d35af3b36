package report

import (
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"sochibo/assets"
)

// vietnameseLetters are all letters of the Vietnamese alphabet with all tone marks, and F, J, W, Z of foreign words.
func vietnameseLetters() string {
	lower := "abcdefghijklmnopqrstuvwxyzđ"
	for _, vowel := range []string{"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"} {
		for _, tone := range []string{"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"} {
			lower += norm.NFC.String(vowel + tone)
		}
	}
	return lower + strings.ToUpper(lower)
}

func TestEveryStyleHasAllVietnameseLettersAndTheSignsInUse(t *testing.T) {
	p, err := newPen()
	if err != nil {
		t.Fatal(err)
	}
	letters := vietnameseLetters()
	if n := len([]rune(letters)); n != 2*(27+72) {
		t.Fatalf("%d letters", n)
	}
	for face := Regular; face <= BoldItalic; face++ {
		for _, r := range letters + "0123456789 .,;:!?()[]/%+-*“”‘’–—…°≥≤×□" + belowSign + excusedSign + notMemberSign {
			if !p.has(face, r) {
				t.Errorf("%v lacks %q", face, r)
			}
		}
	}
}

func TestTheTypefaceIsTheVersionWithVietnameseLetters(t *testing.T) {
	for face := Regular; face <= BoldItalic; face++ {
		data, err := assets.Font(face.String())
		if err != nil {
			t.Fatal(err)
		}
		font, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		var buffer sfnt.Buffer
		version, err := font.Name(&buffer, sfnt.NameIDVersion)
		if err != nil || !strings.HasPrefix(version, "Version 2.1.") {
			t.Errorf("%v: %q %v", face, version, err)
		}
	}
}

func TestWidthsAreThoseOfThePDFWriter(t *testing.T) {
	p, err := newPen()
	if err != nil {
		t.Fatal(err)
	}
	file := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm"})
	for face := Regular; face <= BoldItalic; face++ {
		data, err := assets.Font(face.String())
		if err != nil {
			t.Fatal(err)
		}
		file.AddUTF8FontFromBytes(family, fpdfStyles[face], data)
		file.SetFont(family, fpdfStyles[face], 14)
		text := vietnameseLetters() + " ĐẢNG CỘNG SẢN VIỆT NAM 0123456789 95,5%"
		if theirs, ours := file.GetStringWidth(text), p.width(face, 14, text); theirs-ours > 1e-6 || ours-theirs > 1e-6 {
			t.Errorf("%v: PDF %v, layout %v", face, theirs, ours)
		}
	}
}

func TestAFontIsACopyOfItsOwn(t *testing.T) {
	first, err := assets.Font("Regular")
	if err != nil {
		t.Fatal(err)
	}
	first[0] = 0xFF
	second, err := assets.Font("Regular")
	if err != nil || second[0] == 0xFF {
		t.Errorf("the second reader sees what the first one wrote: %v", err)
	}
}

func TestALetterThatTheTypefaceLacksIsFound(t *testing.T) {
	if err := CheckTypeface(); err != nil {
		t.Error(err)
	}
	if err := checkLetters("ạ漢"); err == nil || !strings.Contains(err.Error(), "'漢'") {
		t.Errorf("a letter that no style has: %v", err)
	}
}
