package desk

import "testing"

func TestAnotherNameTakesThePlaceOfAWholeNameOnly(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`"Vũ Văn An 12"`:                         `"X 12"`,
		`["Vũ Văn An 12","Vũ Văn An 9"]`:         `["X 12","X 9"]`,
		`Đồng chí Vũ Văn An vắng có lý do 3 kỳ`:  `Đồng chí X vắng có lý do 3 kỳ`,
		`2 đảng viên: Trần Văn Đức, Vũ Văn An`:   `2 đảng viên: Trần Văn Đức, X`,
		`"Vũ Văn Anh 12"`:                        `"Vũ Văn Anh 12"`,
		`"Vũ Văn An Khang 12"`:                   `"Vũ Văn An Khang 12"`,
		`"Tạ Vũ Văn An 12"`:                      `"Tạ Vũ Văn An 12"`,
		`"Tạ Vũ Văn An 12","Vũ Văn An 7 điểm" .`: `"Tạ Vũ Văn An 12","X 7 điểm" .`,
		``: ``,
	} {
		if got := renamedIn(text, "Vũ Văn An", "X"); got != want {
			t.Errorf("%s became %s", text, got)
		}
	}
}
