package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app/wording"
)

// chooseParts asks which parts the excerpt on screen holds; all of them stand for none chosen.
func (s *reportsScreen) chooseParts() {
	ref := s.chosen
	d := s.program.desk
	Load(s.program.frame.Worker, "", func(ctx context.Context) ([]string, error) { return d.ExcerptParts(ctx, ref) }, func(titles []string) {
		now, err := ref.PartNumbers()
		if err != nil {
			now = nil
		}
		var boxes []*Check
		var rows []fyne.CanvasObject
		for i, title := range titles {
			box := NewCheck(title, nil)
			box.Set(len(now) == 0 || slices.Contains(now, i+1))
			boxes = append(boxes, box)
			rows = append(rows, box)
		}
		if len(rows) == 0 {
			rows = append(rows, Paragraph(Span{Text: wording.Text("The paper has no parts yet."), Tone: ToneSecond}))
		}
		ShowForm(s.program.window, wording.Text("Parts of the excerpt"), wording.Text("Show the excerpt"), Column(8, rows...), nil, func(*Dialog) bool {
			ref.Parts = chosenParts(boxes)
			s.open(ref)
			return true
		})
	})
}

// chosenParts returns the numbers of the ticked boxes, "1,3"; "" for all or none.
func chosenParts(boxes []*Check) string {
	var parts []string
	for i, box := range boxes {
		if box.Checked() {
			parts = append(parts, strconv.Itoa(i+1))
		}
	}
	if len(parts) == len(boxes) {
		return ""
	}
	return strings.Join(parts, ",")
}
