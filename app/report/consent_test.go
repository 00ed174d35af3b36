package report

import (
	"strings"
	"testing"
)

func TestAConsentNoteSaysNothingForTheMemberAndNamesTheSecretary(t *testing.T) {
	sample := samplePaper(t)
	doc := Consent(ConsentPaper{Settings: sample.Settings, Members: sample.Members, MemberName: "Chu Đình Nam", Fields: []string{"Họ và tên; Ngày sinh."},
		Paragraphs: []string{"Ý kiến của đồng chí:"}, On: "2026-11-30"}, partyLayout(t))
	text := plainText(doc)
	wants(t, text, "Đồng chí: Chu Đình Nam", "- Họ và tên; Ngày sinh.", " | ĐẢNG VIÊN |  | Chu Đình Nam", "T/M CHI BỘ | BÍ THƯ |  | Trần Thị Bích Hạnh")
	if strings.Contains(text, "NGƯỜI ĐỒNG Ý") {
		t.Error("who is only told signs as one who agrees")
	}
	for _, page := range laidOut(t, doc).pages {
		for _, step := range page.Steps {
			if step, ok := step.(Text); ok && strings.Trim(step.Text, "…") == "" && len([]rune(step.Text)) != consentDots {
				t.Errorf("a line to write on is broken: %q", step.Text)
			}
		}
	}
}
