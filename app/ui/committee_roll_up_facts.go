package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

// Ids of the columns of a roll-up.
const (
	columnCell = iota
	columnState
	columnMembers
	columnChange
	columnPoints
	columnAttendance
	columnTasks
	columnMeeting
	columnCriteria
	columnRating
	columnRank
)

// rollUpFilter is which cells the table shows: those that a figure on top counts.
type rollUpFilter string

const (
	allCells     rollUpFilter = ""
	wellCells    rollUpFilter = "not well" // rated, and not well: those that the aim misses
	modelCells   rollUpFilter = "model"
	missingCells rollUpFilter = "missing"
)

// setColumns gives the table the columns that there is room for.
func (s *rollUpScreen) setColumns() {
	right := func(title string, width float32) Col {
		return Col{Title: title, Width: width, Align: fyne.TextAlignTrailing}
	}
	rank := right(wording.Text("Rank"), 66)
	rank.Sort = true
	all := []Col{{Title: wording.Text("Cell"), Stretch: 1.6, Least: 150, Sort: true}, {Title: wording.Text("State"), Width: 138}, right(wording.Text("Members (short)"), 72),
		right(wording.Text("Joined/left (short)"), 72), right(wording.Text("Points (short)"), 130), right(wording.Text("Attendance"), 130), right(wording.Text("Tasks (short)"), 96),
		right(wording.Text("Meeting (short)"), 90), right(wording.Text("Criteria (short)"), 82), {Title: wording.Text("Rating (short)"), Width: 96}, rank}
	s.columns = []int{columnCell, columnState, columnMembers, columnChange, columnPoints, columnAttendance, columnTasks, columnMeeting, columnCriteria, columnRating, columnRank}
	if s.program.window.Canvas().Size().Width < narrowBelow {
		s.columns = []int{columnCell, columnState, columnMembers, columnPoints, columnAttendance, columnMeeting, columnCriteria, columnRank}
	}
	if s.program.window.Canvas().Size().Width < narrowBelow {
		all[columnPoints].Width, all[columnAttendance].Width, all[columnState].Width = 112, 112, 142 // sums of a large committee: 23.976/24.000
		all[columnCell].Least, all[columnMembers].Width, all[columnMeeting].Width = 132, 58, 86
	}
	var columns []Col
	for _, id := range s.columns {
		columns = append(columns, all[id])
	}
	s.table.SetColumns(columns...)
}

// pick takes the cells of the columns that are shown.
func (s *rollUpScreen) pick(cells []Cell) []Cell {
	var list []Cell
	for _, id := range s.columns {
		list = append(list, cells[id])
	}
	return list
}

// facts are what the sums say in words; what counts cells shows those cells when it is chosen.
func (s *rollUpScreen) facts() fyne.CanvasObject {
	sum := s.view.Sum
	s.filters = map[rollUpFilter]*Choice{}
	body := func(title, text string) fyne.CanvasObject {
		return Column(2, Second(title), Paragraph(Span{Text: text, Bold: true}))
	}
	filter := func(icon string, tone Tone, title, text string, only rollUpFilter) GridItem {
		choice := newChoice(icon, tone, body(title, text), func() { s.choose(only) })
		s.filters[only] = choice
		return GridItem{Share: 1, Least: 190, Object: choice}
	}
	well, model := wording.Text("not rated yet"), wording.Text("not scored")
	if sum.Rated > 0 {
		well = wording.Text("{count}/{all} cells, {share}", "count", sum.Well, "all", sum.Rated, "share", wording.Percent(sum.Well, sum.Rated))
	}
	if sum.CriteriaScore.Count > 0 {
		model = wording.Text("{count}/{all} cells, {share}", "count", sum.Models, "all", sum.Cells, "share", wording.Percent(sum.Models, sum.Cells))
	}
	meaning, missing := MeaningDone, wording.Text("nothing")
	if sum.HandedIn < sum.Due {
		meaning, missing = MeaningWatch, wording.Text("{count} months of cells", "count", wording.Number(sum.Due-sum.HandedIn))
	}
	items := []GridItem{
		filter(aimIcon(sum.Rated > 0, sum.Well*100 >= s.view.WellAim*sum.Rated), aimTone(sum.Rated > 0, sum.Well*100 >= s.view.WellAim*sum.Rated),
			withAim(wording.Text("Do their work well"), wording.Text("from {aim}%", "aim", s.view.WellAim), s.view.WellAim), well, wellCells),
		filter(IconStar, ToneGold, withAim(wording.Text("Model cells"), wording.Text("above {aim}%", "aim", s.view.ModelAim), s.view.ModelAim), model, modelCells),
		filter(meaning.Icon(), meaning.Tone(), wording.Text("Still missing"), missing, missingCells),
	}
	if bands := s.bandWords(); bands != "" && s.program.window.Canvas().Size().Width >= narrowBelow {
		items = append(items, GridItem{Share: 1.2, Least: 190, Object: NewBox(Row(12, newIcon(IconMeeting, ToneSlate, 22), Stretch(body(wording.Text("Meetings by level"), bands))))})
	}
	for only, choice := range s.filters {
		choice.Choose(only == s.only)
	}
	return Grid(items...)
}

func aimIcon(known, reached bool) string {
	switch {
	case !known:
		return IconCircle
	case reached:
		return MeaningDone.Icon()
	}
	return MeaningWatch.Icon()
}

func aimTone(known, reached bool) Tone {
	switch {
	case !known:
		return ToneSecond
	case reached:
		return MeaningDone.Tone()
	}
	return MeaningWatch.Tone()
}

func withAim(title, aim string, value int) string {
	if value == 0 {
		return title
	}
	return title + ", " + aim
}

func (s *rollUpScreen) bandWords() string {
	var bands []string
	for _, level := range slices.Sorted(maps.Keys(s.view.Sum.Bands)) {
		name := level
		if name == "" {
			name = wording.Text("not scored")
		}
		bands = append(bands, fmt.Sprintf("%s %s", name, wording.Number(s.view.Sum.Bands[level])))
	}
	return strings.Join(bands, " · ")
}

// choose shows the cells of a figure; chosen again, all cells.
func (s *rollUpScreen) choose(only rollUpFilter) {
	if s.only == only {
		only = allCells
	}
	s.only = only
	for o, choice := range s.filters {
		choice.Choose(o == only)
	}
	s.table.Keep(s.keeps)
}

func (s *rollUpScreen) keeps(row int) bool {
	c := s.view.Cells[row]
	switch s.only {
	case wellCells:
		return c.Figures.Rated > 0 && c.Figures.Well == 0
	case modelCells:
		return c.IsModel
	case missingCells:
		return c.Figures.HandedIn < c.Figures.Due
	}
	return true
}

// ratingCell shows the cell's newest rating in short: "Xuất sắc".
func ratingCell(f app.PeriodFigures) Cell {
	if f.CellRating == "" {
		return Cell{Text: "–", Tone: ToneSecond}
	}
	return Cell{Text: shortestLevel(f.CellRating)}
}

// shortestLevel leaves out what nearly all levels of a rating say: "Hoàn thành xuất sắc nhiệm vụ" is "Xuất sắc".
func shortestLevel(name string) string {
	short := shortLevel(name)
	if rest, found := strings.CutPrefix(short, "Hoàn thành "); found {
		return capital(rest)
	}
	return short
}
