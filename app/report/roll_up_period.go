package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sochibo/app"
)

// PeriodPaper is what a committee's summary of a quarter or year is made of.
type PeriodPaper struct {
	Settings app.Settings // of the committee
	Period   app.SheetPeriod
	Cells    []app.CellPeriod // in the order to print
	Sum      app.PeriodFigures
	Kinds    map[app.CellKind]app.PeriodFigures
	ModelAim int // per cent of cells that should be model cells; 0 none
	WellAim  int // per cent of the rated cells that should do their work well or better; 0 none
	On       app.Date
}

// PeriodRollUp makes a committee's summary of a quarter or year, in landscape: cells by figures with their rank, and what PeriodPaper.parts adds.
func PeriodRollUp(paper PeriodPaper, profile Profile) Document {
	subject := "công tác chi bộ " + periodInWords(paper.Period)
	doc := Document{Title: "Tổng hợp " + subject + ", " + paper.Settings.Name, Author: paper.Settings.Name, Date: paper.On, Landscape: true}
	doc.add(
		PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, paper.On)},
		Title{Type: "TỔNG HỢP", Subject: subject},
		paper.cells(),
	)
	doc.add(paper.parts()...)
	doc.add(Signatures{Recipients: paper.Settings.Recipients, Right: RollUpPaper{Settings: paper.Settings}.signature(profile)})
	return doc
}

// periodInWords writes a period as titles have it: "quý IV năm 2026".
func periodInWords(period app.SheetPeriod) string {
	span := period.Span()
	switch period.Scope() {
	case app.ScopeYear:
		return fmt.Sprintf("năm %d", span.To.Year())
	case app.ScopeQuarter:
		return fmt.Sprintf("quý %s năm %d", []string{"I", "II", "III", "IV"}[span.To.Quarter()-1], span.To.Year())
	}
	return inWords(span.To)
}

func (p PeriodPaper) cells() Table {
	table := Table{Small: true, Columns: []Column{{Head: "TT", Width: 9, Align: Center}, {Head: "Chi bộ", Width: 54, Align: Left}, {Head: "Đã nộp (tháng)", Width: 18, Align: Center},
		{Head: "Đúng hạn", Width: 16, Align: Center}, {Head: "Đảng viên", Width: 16, Align: Center}, {Head: "Tăng / giảm", Width: 16, Align: Center}, {Head: "Dự họp", Width: 30, Align: Center},
		{Head: "Nhiệm vụ hoàn thành", Width: 30, Align: Center}, {Head: "Điểm sổ tay đạt", Width: 30, Align: Center}, {Head: "Điểm sinh hoạt bình quân", Width: 20, Align: Center},
		{Head: "Tiêu chí", Width: 30, Align: Center}, {Head: "Thứ hạng", Width: 14, Align: Center}}}
	for i, c := range p.Cells {
		rank := ""
		if c.Rank > 0 {
			rank = itoa(c.Rank)
		}
		criteria := scoreText(meanText(c.Figures.CriteriaScore), c.Figures.CriteriaLevel)
		table.Rows = append(table.Rows, rowOf(append([]string{itoa(i + 1), c.Name}, append(figureTexts(c.Figures), criteria, rank)...)...))
	}
	total := rowOf(append([]string{"", fmt.Sprintf("Cộng %d chi bộ", p.Sum.Cells)}, append(figureTexts(p.Sum), "", "")...)...)
	total.Bold, total.Shaded = true, true
	table.Rows = append(table.Rows, total)
	return table
}

// figureTexts are the cells of a line from "Đã nộp" to "Điểm sinh hoạt bình quân".
func figureTexts(f app.PeriodFigures) []string {
	return []string{of(f.HandedIn, f.Due), of(f.OnTime, f.Due), itoa(f.Members), fmt.Sprintf("+%d / −%d", f.Joined, f.Left), shareText(f.Attendance), shareText(f.TasksDone),
		shareText(f.AtThreshold), meanText(f.MeetingScore)}
}

// meanText writes a mean with at most one decimal; nothing of no scores.
func meanText(m app.Mean) string {
	value, ok := m.Value()
	if !ok {
		return ""
	}
	return strings.Replace(strings.TrimSuffix(fmt.Sprintf("%.1f", value), ".0"), ".", ",", 1)
}

var kindNames = map[app.CellKind]string{app.StateEnterprise: "Doanh nghiệp nhà nước", app.PrivateEnterprise: "Doanh nghiệp tư nhân", app.FDIEnterprise: "Doanh nghiệp có vốn đầu tư nước ngoài",
	app.PublicServiceUnit: "Đơn vị sự nghiệp", app.Agency: "Cơ quan"}

func (p PeriodPaper) kinds() Table {
	table := Table{Small: true, Columns: []Column{{Head: "Loại hình", Width: 60, Align: Left}, {Head: "Chi bộ", Width: 14, Align: Center}, {Head: "Đã nộp (tháng)", Width: 20, Align: Center},
		{Head: "Đúng hạn", Width: 18, Align: Center}, {Head: "Đảng viên", Width: 18, Align: Center}, {Head: "Tăng / giảm", Width: 18, Align: Center}, {Head: "Dự họp", Width: 30, Align: Center},
		{Head: "Nhiệm vụ hoàn thành", Width: 30, Align: Center}, {Head: "Điểm sổ tay đạt", Width: 30, Align: Center}, {Head: "Điểm sinh hoạt bình quân", Width: 22, Align: Center}, {Head: "Đạt kiểu mẫu", Width: 20, Align: Center}}}
	for _, kind := range slices.Sorted(maps.Keys(p.Kinds)) {
		f := p.Kinds[kind]
		table.Rows = append(table.Rows, rowOf(append(append([]string{kindNames[kind], itoa(f.Cells)}, figureTexts(f)...), of(f.Models, f.Cells))...))
	}
	return table
}

func (p PeriodPaper) remarks() []string {
	var texts, missing, models []string
	for _, c := range p.Cells {
		if months := c.MissingMonths(); months != "" {
			missing = append(missing, c.Name+" ("+months+")")
		}
		if c.IsModel {
			models = append(models, c.Name)
		}
	}
	if len(models) > 0 {
		texts = append(texts, "Chi bộ đạt kiểu mẫu: "+strings.Join(models, "; ")+".")
	}
	if ranking := p.ranking(); ranking != "" {
		texts = append(texts, ranking)
	}
	if len(missing) > 0 {
		return append(texts, fmt.Sprintf("Còn tháng chưa nộp: %s.", strings.Join(missing, "; ")))
	}
	return append(texts, "Các chi bộ đã nộp đủ.")
}
