package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// membersScreen is the register: a table of members that stays in place while the pane beside it shows one of them.
type membersScreen struct {
	program  *Program
	page     *Page
	find     *SearchBox
	kinds    *Segments
	standing *Select
	table    *DataTable
	pane     *memberPane
	room     listRoom

	month  app.Month
	rows   []desk.MemberRow
	wanted string // id of the member to show once the rows are there
	empty  bool   // the book has no member
}

// newMembersScreen is the place of the members.
func newMembersScreen(p *Program) Screen { return newMembersAt(p, "") }

// newMembersAt returns the members with one of them shown; "" shows the first.
func newMembersAt(p *Program, id string) *membersScreen {
	s := &membersScreen{program: p, wanted: id}
	s.find = NewSearchBox(wording.Text("Find a name, accents not needed"), func(text string) { s.table.Filter(text) })
	s.kinds = NewSegments(func(int) { s.keep() }, Segment{wording.Text("All"), 0}, Segment{wording.Text("Official"), 0}, Segment{wording.Text("Probationary"), 0})
	s.standing = NewSelect("", "", standingFilterWords(), func(int) { s.filter() })
	s.standing.Choose(0)
	s.table = NewDataTable()
	s.table.OnSelected = s.choose
	s.table.OnOpen = func(row int) { s.edit(s.rows[row].ID) }
	s.table.OnShown = s.shown
	s.pane = newMemberPane(p)
	s.page = NewPage(wording.Text("Members"))
	s.setActions(false)
	filters := Flow(10, Limited(grown(222), s.find), s.kinds, Limited(grown(174), s.standing))
	left := Column(12, filters, Stretch(Sized(0, grown(200), s.table)))
	s.page.SetBody(newSplit(&splitLayout{pane: 350, least: 462, resized: s.setWidth}, left, s.pane.content()))
	s.page.inner = []*innerScroll{s.pane.body}
	s.table.SetColumns(memberColumns(roomForAll, "")...)
	return s
}

// OpenMember opens the members with one of them shown.
func (p *Program) OpenMember(id string) { p.frame.Show(newMembersAt(p, id), placeMembers) }

func (s *membersScreen) Content() fyne.CanvasObject { return s.page }
func (s *membersScreen) Keys() Keys                 { return Keys{New: s.add, Find: s.find.Focus} }
func (s *membersScreen) Help() string               { return "members" }

func (s *membersScreen) Leave(proceed func()) {
	s.pane.hideNumbers()
	proceed()
}

// Lock hides the numbers that were uncovered.
func (s *membersScreen) Lock(then func()) {
	s.pane.hideNumbers()
	then()
}

func (s *membersScreen) Show(month app.Month) {
	s.month = month
	s.pane.hideNumbers()
	d := s.program.desk
	Load(s.program.frame.Worker, wording.Text("Loading members"), func(ctx context.Context) ([]desk.MemberRow, error) { return d.Members(ctx, month) }, s.take)
}

// take shows loaded rows and keeps the member that was shown.
func (s *membersScreen) take(rows []desk.MemberRow) {
	if s.wanted == "" {
		s.wanted = s.selectedID()
	}
	s.rows = rows
	s.setEmpty()
	s.fill()
	at := -1
	for i, row := range rows {
		if row.ID == s.wanted {
			at = i
		}
	}
	if at >= 0 && rows[at].Left {
		s.standing.Choose(filterLeft)
	}
	s.table.Select(-1)
	s.filter()
	if shown := s.table.Shown(); at < 0 && len(shown) > 0 {
		at = shown[0]
	}
	s.wanted = ""
	if at < 0 {
		s.pane.clear()
		return
	}
	s.table.Select(at)
	if s.program.window.Canvas().Focused() == nil {
		s.table.Focus()
	}
}

func (s *membersScreen) selectedID() string {
	if i := s.table.Selected(); i >= 0 && i < len(s.rows) {
		return s.rows[i].ID
	}
	return ""
}

// setActions puts the buttons above the table: the next step of an empty book is the list that the cell has in Excel.
func (s *membersScreen) setActions(empty bool) {
	more, export := NewButton(wording.Text("More…"), IconBook, s.otherLists), NewButton(wording.Text("Export…"), IconUpload, s.export)
	if empty {
		s.page.SetActions(more, export, NewButton(wording.Text("Add member"), IconAdd, s.add), NewPrimary(wording.Text("Import from Excel"), IconDownload, s.importFile))
		return
	}
	s.page.SetActions(more, NewButton(wording.Text("Import from Excel"), IconDownload, s.importFile), export, NewPrimary(wording.Text("Add member"), IconAdd, s.add))
}

// setEmpty says what belongs here, or that the filters keep nothing. The red button is that of the page.
func (s *membersScreen) setEmpty() {
	if empty := len(s.rows) == 0; empty != s.empty {
		s.empty = empty
		s.setActions(empty)
	}
	if len(s.rows) == 0 {
		s.table.SetEmpty(NewEmpty(wording.Text("No members yet. Import the cell's list from Excel, or add them one by one."), nil))
		return
	}
	s.table.SetEmpty(NewEmpty(wording.Text("Nobody fits the filters"), NewButton(wording.Text("Clear filters"), IconClose, s.clearFilters)))
}

func (s *membersScreen) clearFilters() {
	s.find.SetText("")
	s.table.Filter("")
	s.kinds.Choose(0)
	s.standing.Choose(0)
	s.filter()
}

// filter counts the kinds among those whose standing is asked for, and keeps the rows.
func (s *membersScreen) filter() {
	counts := [3]int{}
	for _, row := range s.rows {
		if !s.hasStanding(row) {
			continue
		}
		counts[0]++
		if row.KindNow == app.Probationary {
			counts[2]++
		} else {
			counts[1]++
		}
	}
	s.kinds.SetCounts(counts[:]...)
	s.page.Refresh() // larger numbers may need another line of filters
	s.keep()
}

func (s *membersScreen) keep() {
	kind := s.kinds.Selected()
	s.table.Keep(func(i int) bool {
		row := s.rows[i]
		return s.hasStanding(row) && (kind == 0 || (row.KindNow == app.Probationary) == (kind == 2))
	})
}

func (s *membersScreen) hasStanding(row desk.MemberRow) bool {
	switch i := s.standing.Selected(); i {
	case filterListed:
		return !row.Left
	case filterLeft:
		return row.Left
	default:
		return row.StandingNow.Standing == listedStandings()[i-filterStandings]
	}
}

// shown keeps a row selected while the user types a search: the first that is left, if the selected one is gone.
func (s *membersScreen) shown(int) {
	shown := s.table.Shown()
	if indexOf(shown, s.table.Selected()) < 0 && len(shown) > 0 && s.wanted == "" && s.table.Selected() >= 0 {
		s.table.Select(shown[0])
	}
}

func (s *membersScreen) choose(row int) {
	if row < len(s.rows) {
		s.pane.show(s.rows[row].ID, s.month)
	}
}

func (s *membersScreen) add() { s.program.frame.Show(newMemberForm(s.program, ""), placeMembers) }

func (s *membersScreen) edit(id string) {
	s.program.frame.Show(newMemberForm(s.program, id), placeMembers)
}

func (s *membersScreen) importFile() { s.program.pickMemberFile() }

// otherLists leads to what is kept beside the members.
func (s *membersScreen) otherLists() {
	p := s.program
	var d *Dialog
	open := func(screen Screen) func() {
		return func() {
			d.Close()
			p.frame.Show(screen, placeMembers)
		}
	}
	first := NewLine(IconStar, ToneGold, wording.Text("Candidates for admission"), wording.Text("Who is prepared, the steps and their days"), open(newCandidatesScreen(p)))
	d = newDialog(wording.Text("Beside the members"), Rows(first,
		NewLine(IconBook, ToneSlate, wording.Text("Party dues"), wording.Text("Month, due, paid, way; off until turned on"), open(newDuesScreen(p))),
		NewLine(IconReports, ToneSlate, wording.Text("Figures of the register"), wording.Text("Kinds, groups, levels, ages, birthdays"), open(newStatisticsScreen(p)))), wording.Text("Close"), nil)
	d.show(p.window)
	giveFocus(first)
}

// pickMemberFile asks for a list of members and shows what it would change.
func (p *Program) pickMemberFile() {
	p.pickFile(wording.Text("Choose the list of members"), tableEndings(), func(path string) {
		p.frame.Show(newMemberImport(p, path), placeMembers)
	})
}

// tableEndings are those of the files that are read as tables, and of two that are refused with advice.
func tableEndings() []string { return []string{".xlsx", ".xlsm", ".csv", ".txt", ".xls", ".ods"} }
