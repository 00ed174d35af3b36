package report

import (
	"fmt"

	"sochibo/app"
)

// vietnamese holds every letter that Vietnamese has beyond ASCII, in both cases.
const vietnamese = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ" +
	"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

// CheckTypeface looks whether all four styles of the printed pages can be read and have every Vietnamese letter.
func CheckTypeface() error { return checkLetters(vietnamese) }

func checkLetters(letters string) error {
	p, err := newPen()
	if err != nil {
		return err
	}
	for face := Regular; face <= BoldItalic; face++ {
		for _, r := range letters {
			if !p.has(face, r) {
				return app.WrapError(fmt.Errorf("%s has no %q", face, r), app.CodeInternal)
			}
		}
	}
	return nil
}
