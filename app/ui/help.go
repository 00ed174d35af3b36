package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
	"sochibo/assets"
)

// helpScreen shows the user's guide, one page for each screen, and the licences of what the program is built from.
type helpScreen struct {
	page  *Page
	table *DataTable
	text  *fyne.Container
	pages []assets.HelpPage
	open  string // key of the page to open
	back  func() // to where the help was asked for
	print func()
}

// helpPages are the pages for screens that have none of their own name.
var helpPages = map[string]string{"settings": "safety", "matrix": "committee", "packet": "committee", "roll-up": "committee",
	"frameworks": "criteria", "invitations": "committee", "notices": "handover", "": "start"}

func newHelpScreen(p *Program, key string) Screen {
	s := &helpScreen{open: key, text: Column(8), back: p.backFromHelp()}
	if other, found := helpPages[key]; found {
		s.open = other
	}
	s.table = NewDataTable(Col{Title: wording.Text("Pages of the guide"), Stretch: 1, Least: 200})
	s.table.RowHeight = 44
	s.table.OnSelected = s.show
	s.page = NewPage(wording.Text("Help"), NewButton(wording.Text("Print the guide"), IconPrint, p.printGuide), NewButton(wording.Text("Save as PDF"), IconUpload, p.saveGuide))
	s.print = p.printGuide
	scroll := container.NewVScroll(Inset(4, 20, 16, 20, s.text))
	s.page.SetBody(TopRow(16, Limited(grown(290), s.table), Stretch(NewFlushCard("", nil, Sized(0, grown(420), scroll)))))
	return s
}

// backFromHelp opens the place that is in sight now, where the help is asked for.
func (p *Program) backFromHelp() func() {
	place := p.frame.place
	if place == placeHelp || place == "" {
		return nil
	}
	return func() { p.frame.Open(place) }
}

func (s *helpScreen) Content() fyne.CanvasObject { return s.page }
func (s *helpScreen) Keys() Keys                 { return Keys{Leave: s.back, Print: s.print} }
func (s *helpScreen) Leave(proceed func())       { proceed() }
func (s *helpScreen) Help() string               { return s.open }

func (s *helpScreen) Show(app.Month) {
	pages, err := assets.Help()
	if err != nil {
		pages = nil // impossible: the pages are part of the program
	}
	about := wording.Text("Version {version}. Licence: Apache-2.0. The licences of fonts, icons and libraries follow.", "version", desk.Version)
	s.pages = append(pages, assets.HelpPage{Key: "about", Title: wording.Text("About the program, licences"), Text: about})
	for _, n := range assets.Notices() {
		s.pages = append(s.pages, assets.HelpPage{Title: n.Title, Text: n.Text})
	}
	rows, at := make([]TableRow, 0, len(s.pages)), 0
	for i, p := range s.pages {
		cell := Cell{Text: p.Title}
		if p.Key == "" {
			cell.Small, cell.Tone = true, ToneSecond
		}
		rows = append(rows, TableRow{Cells: []Cell{cell}})
		if p.Key != "" && p.Key == s.open {
			at = i
		}
	}
	s.table.SetRows(rows)
	s.table.Select(at)
	s.show(at)
}

func (s *helpScreen) show(row int) {
	if row < 0 || row >= len(s.pages) {
		return
	}
	s.open = s.pages[row].Key
	s.text.Objects = helpBlocks(s.pages[row])
	s.text.Refresh()
	s.page.Refresh()
}

// helpBlocks turns a page into headings, paragraphs, list items and pictures.
func helpBlocks(p assets.HelpPage) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{Inset(16, 0, 0, 0, NewWords(Span{Text: p.Title, Bold: true, Size: 20}))}
	for _, b := range p.Blocks() {
		switch b.Kind {
		case assets.HelpHeading:
			objects = append(objects, Inset(8, 0, 0, 0, Heading(b.Text)))
		case assets.HelpItem:
			objects = append(objects, helpItem("•", b.Text))
		case assets.HelpStep:
			objects = append(objects, helpItem(strconv.Itoa(b.Number)+".", b.Text))
		case assets.HelpPicture:
			objects = append(objects, helpPicture(b))
		default:
			objects = append(objects, Paragraph(Span{Text: b.Text}))
		}
	}
	return objects
}

// helpItem puts a mark before the first line of a text.
func helpItem(mark, text string) fyne.CanvasObject {
	return TopRow(4, Limited(grown(22), Paragraph(Span{Text: mark})), Stretch(Paragraph(Span{Text: text})))
}
