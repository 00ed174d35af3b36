package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Places of the choice of standings: those on the list, those who left, then one place for each standing on the list.
const (
	filterListed = iota
	filterLeft
	filterStandings
)

// listedStandings are the standings of members who are on the list.
func listedStandings() []app.Standing {
	var list []app.Standing
	for _, s := range app.Standings {
		if !s.HasLeft() {
			list = append(list, s)
		}
	}
	return list
}

func standingFilterWords() []string {
	words := []string{wording.Text("On the list"), wording.Text("Have left")}
	for _, s := range listedStandings() {
		words = append(words, memberStandingWords(s))
	}
	return words
}

// listRoom says how many columns the table of members has room for.
type listRoom int

// The rooms of the table of members; what is left out stands in the pane.
const (
	roomForAll listRoom = iota
	roomForPost
	roomForFew
)

// roomOf returns what fits into a width in px.
func roomOf(width float32) listRoom {
	switch {
	case width >= grown(730):
		return roomForAll
	case width >= grown(590):
		return roomForPost
	}
	return roomForFew
}

// memberColumns are the columns of the table in the order of memberCells.
func memberColumns(room listRoom, month string) []Col {
	name := Col{Title: wording.Text("Full name"), Stretch: 54, Least: 162, Sort: true}
	post := Col{Title: wording.Text("Post"), Width: 104, Sort: true}
	kind := Col{Title: wording.Text("Kind"), Width: 100, Sort: true}
	standing := Col{Title: wording.Text("Standing"), Stretch: 46, Least: 137, Sort: true}
	points := Col{Title: month, Width: 62, Align: fyne.TextAlignTrailing, Sort: true}
	switch room {
	case roomForFew:
		return []Col{name, kind, standing, points}
	case roomForPost:
		return []Col{name, post, kind, standing, points}
	}
	group := Col{Title: wording.Text("Group"), Width: 48, Align: fyne.TextAlignTrailing, Sort: true}
	admitted := Col{Title: wording.Text("Joined the Party"), Width: 106, Sort: true}
	return []Col{name, post, group, admitted, kind, standing, points}
}

// fill writes the rows into the table, with the columns that its width allows.
func (s *membersScreen) fill() {
	month := ""
	if s.month != "" {
		month = wording.Text("M{n}", "n", s.month.Number())
	}
	selected, by, down := s.table.Selected(), s.table.sortBy, s.table.sortDown
	if len(s.table.columns) != len(memberColumns(s.room, month)) || by < 0 {
		by, down = 0, false
	}
	s.table.SetColumns(memberColumns(s.room, month)...)
	rows := make([]TableRow, len(s.rows))
	for i, row := range s.rows {
		rows[i] = TableRow{Cells: memberCells(row, s.room), Search: row.Search}
	}
	s.table.SetRows(rows)
	s.table.SortBy(by, down)
	if selected < len(rows) {
		s.table.Select(selected)
	}
}

func memberCells(row desk.MemberRow, room listRoom) []Cell {
	name := Cell{Text: row.FullName, Bold: row.Post != app.NoPost && row.Post != app.GroupLeader, Key: app.NameKey(row.FullName)}
	post := Cell{Text: postWords(row.Post), Key: strconv.Itoa(postRank(row.Post))}
	kind, standing, points := memberKindCell(row), memberStandingCell(row.StandingNow), memberPointsCell(row)
	switch room {
	case roomForFew:
		return []Cell{name, kind, standing, points}
	case roomForPost:
		return []Cell{name, post, kind, standing, points}
	}
	admitted := Cell{Text: row.AdmittedOn.String(), Key: "0" + string(row.AdmittedOn)}
	return []Cell{name, post, {Text: row.PartyGroup}, admitted, kind, standing, points}
}

// postRank orders posts by their weight, members without one last.
func postRank(post app.Post) int {
	if i := indexOf(memberPosts, post); i > 0 {
		return i
	}
	return len(memberPosts)
}

func memberKindCell(row desk.MemberRow) Cell {
	if row.KindNow == app.Probationary {
		return Cell{Text: kindWords(row.KindNow), Icon: IconClock, Tone: ToneGold, Bold: true, Small: true}
	}
	return Cell{Text: kindWords(row.KindNow)}
}

// memberStandingCell is quiet for those who are active; others carry an icon.
func memberStandingCell(event app.StandingEvent) Cell {
	text := shortStandingWords(event.Standing)
	switch {
	case event.Standing == app.Active:
		return Cell{Text: text}
	case event.Standing == app.Suspended || event.Standing == app.Expelled:
		return Cell{Text: text, Icon: IconWarning, Tone: ToneError, Small: true}
	}
	return Cell{Text: text, Icon: IconExempt, Tone: ToneSecond, Small: true}
}

// shortStandingWords names a standing so that it fits a column; the pane has the whole words.
func shortStandingWords(s app.Standing) string {
	switch s {
	case app.TempExempt:
		return wording.Text("Exempt for a time")
	case app.TempHere:
		return wording.Text("Here for a time")
	case app.Suspended:
		return wording.Text("Is suspended")
	case app.Resigned:
		return wording.Text("Has resigned")
	}
	return memberStandingWords(s)
}

// memberStandingWords names a standing in full, where no column says what "exempt" is about.
func memberStandingWords(s app.Standing) string {
	if s == app.Exempt {
		return wording.Text("Exempt from meetings")
	}
	return standingWords(s)
}

func memberPointsCell(row desk.MemberRow) Cell {
	switch {
	case row.Left:
		return Cell{}
	case row.Excused:
		return Cell{Text: wording.Text("Exempt"), Tone: ToneSecond, Small: true, Key: "0"}
	case row.Points == nil:
		return Cell{Text: "–", Tone: ToneHint, Key: "0"}
	}
	cell := NumberCell(strconv.Itoa(*row.Points), float64(*row.Points))
	if row.Below {
		cell.Icon, cell.Tone, cell.Bold = IconDown, ToneError, true
	}
	return cell
}

// setWidth is called with the width that the table has; another room changes its columns.
func (s *membersScreen) setWidth(width float32) {
	room := roomOf(width)
	if room == s.room {
		return
	}
	s.room = room
	s.fill()
}
