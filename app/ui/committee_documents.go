package ui

import (
	"context"
	"path"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app/wording"
)

func (s *packetScreen) documents() fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, name := range s.view.Reports {
		buttons = append(buttons, NewSmall(documentWords(name), IconReports, func() { s.openDocument(name) }))
	}
	if len(s.view.Content.Scores) > 0 {
		buttons = append(buttons, NewSmall(wording.Text("Points of the committee…"), IconCriteria, func() { s.program.frame.Show(newMarksScreen(s.program, s.id), placeMatrix) }))
	}
	for _, ratings := range s.view.Content.Ratings {
		buttons = append(buttons, NewSmall(wording.Text("Rating {period}…", "period", ratings.Round.Period.String()), IconRating, func() {
			s.program.frame.Show(newPacketRatingScreen(s.program, s.id, s.view.Cell.Name, ratings), placeMatrix)
		}))
	}
	if len(buttons) == 0 {
		return NewStrip(Second(wording.Text("No document inside")))
	}
	return NewStrip(Flow(10, buttons...))
}

// documentWords names a document by its file name inside the packet.
func documentWords(name string) string {
	base := path.Base(name)
	for prefix, words := range map[string]string{"Bien-ban": wording.Text("Minutes"), "Nghi-quyet": wording.Text("Resolution"), "Phieu-cham-diem": wording.Text("Score sheet"),
		"Bang-diem-so-tay": wording.Text("Points table"), "Bang-tieu-chi": wording.Text("Criteria sheet"), "Danh-sach-dang-vien": wording.Text("Member list"), "Bao-cao": wording.Text("Report to the superior")} {
		if strings.HasPrefix(base, prefix) {
			return words
		}
	}
	return base
}

func (s *packetScreen) openDocument(name string) {
	p, id := s.program, s.id
	Load(p.frame.Worker, wording.Text("Opening"), func(ctx context.Context) (string, error) {
		data, err := p.desk.PacketFile(ctx, id, name)
		if err != nil {
			return "", err
		}
		return p.privateFile(path.Base(name), data)
	}, p.openFile)
}
