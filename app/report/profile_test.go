package report

import (
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/assets"
)

func TestTheShippedProfileHasTheNumbersOfTheGuide(t *testing.T) {
	p := partyLayout(t)
	if p.Page.Portrait != (Margins{20, 20, 30, 15}) || p.Text.SizePt != 14 || p.Text.PitchPt != 18 || p.Text.BeforePt != 6 || p.Text.IndentMM != 10 {
		t.Errorf("%+v %+v", p.Page, p.Text)
	}
	if p.Head.LeftMM != 70 || p.Head.RightMM != 95 || p.Head.PartySizePt != 15 || p.Page.NumberFrom != 2 {
		t.Errorf("%+v", p.Head)
	}
	if p.ValidFrom != "2026-05-27" || p.Document != "05-HD/VPTW" || p.Source == "" {
		t.Errorf("%s %s %s", p.ValidFrom, p.Document, p.Source)
	}
	for _, key := range []string{LabelRecorder, LabelChair, LabelCellAuthority, LabelCommitteeAuthority, LabelSecretary, LabelDeputySecretary, LabelSignAndName} {
		if p.Label(key) == "" {
			t.Errorf("no label %s", key)
		}
	}
}

func TestReadProfileRefuses(t *testing.T) {
	data, err := assets.Profile("party-05hd")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, old, new, field string }{
		{"no JSON", "{", "<", "json"},
		{"an unknown key", `"code":`, `"kode":`, "json"},
		{"letters of no size", `"small": {"size_pt": 12`, `"small": {"size_pt": 0`, "small.size_pt"},
		{"lines on top of each other", `"pitch_pt": 18`, `"pitch_pt": 0`, "text.pitch_pt"},
		{"margins wider than the page", `"left_mm": 30`, `"left_mm": 130`, "page.margins"},
		{"a day that does not exist", `"valid_from": "2026-05-27"`, `"valid_from": "2026-05-77"`, "valid_from"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changed := strings.Replace(string(data), test.old, test.new, 1)
			_, err := ReadProfile([]byte(changed))
			if app.CodeOf(err) != CodeBadProfile || !strings.Contains(err.Error(), test.field) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAChangedLabelStaysInItsCopy(t *testing.T) {
	p := partyLayout(t)
	changed := p.WithLabel(LabelChair, "CHỦ TRÌ HỘI NGHỊ")
	if changed.Label(LabelChair) != "CHỦ TRÌ HỘI NGHỊ" || p.Label(LabelChair) != "CHỦ TRÌ" || partyLayout(t).Label(LabelChair) != "CHỦ TRÌ" {
		t.Error("labels are shared")
	}
}

// FuzzProfile reads any bytes as a profile; what is accepted must lay out the sample.
func FuzzProfile(f *testing.F) {
	data, err := assets.Profile("party-05hd")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"page":{"width_mm":1e308}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ReadProfile(data)
		if err != nil {
			return
		}
		if _, err := Layout(Document{Blocks: []Block{PartyHead{Body: "Chi bộ"}, filler(5), longTable(3), Signatures{Right: &Signature{Name: "A"}}}}, p); err != nil {
			t.Fatal(err)
		}
	})
}
