package report

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"sochibo/app"
	"sochibo/app/chart"
)

// parts are what follows the table of cells in a committee's summary: by kind of cell, meetings by level, months, ratings, aims against what was
// reached, the ranking and who has months missing.
func (p PeriodPaper) parts() []Block {
	var blocks []Block
	heading := func(text string) {
		blocks = append(blocks, Paragraph{Runs: Strong(text), NoIndent: true, KeepNext: true})
	}
	if len(p.Kinds) > 1 {
		heading("Theo loại hình chi bộ")
		blocks = append(blocks, p.kinds())
	}
	if bands := p.bands(); len(bands) > 1 {
		blocks = append(blocks, countChart("Buổi sinh hoạt theo xếp loại", bands))
	} else if len(bands) == 1 {
		blocks = append(blocks, Paragraph{Runs: Plain(fmt.Sprintf("Buổi sinh hoạt theo xếp loại: %s %d.", bands[0].Level, bands[0].Count)), NoIndent: true})
	}
	if months := p.monthChart(); months != nil {
		blocks = append(blocks, *months)
	}
	if len(p.Sum.MemberLevels) > 0 || p.Sum.Rated > 0 {
		blocks = append(blocks, countChart("Chi bộ theo xếp loại gần nhất", p.Sum.CellLevels))
		heading("Xếp loại chi bộ và đảng viên, kỳ gần nhất")
		blocks = append(blocks, p.ratings())
	}
	heading("Kết quả so với mục tiêu")
	blocks = append(blocks, p.aims())
	for _, text := range p.remarks() {
		blocks = append(blocks, Paragraph{Runs: Plain(text), NoIndent: true})
	}
	return blocks
}

const rollUpChartHeight = 30 // millimetres

// countChart shows how many there are of each level.
func countChart(caption string, counts []app.LevelCount) Chart {
	series := chart.Series{Target: math.NaN(), Current: -1}
	for _, c := range counts {
		series.Marks = append(series.Marks, chart.Mark{Label: c.Level, Value: float64(c.Count), Text: itoa(c.Count)})
	}
	return barChart(caption, series)
}

func barChart(caption string, series chart.Series) Chart {
	return Chart{Caption: caption, Text: series.Text(), Height: rollUpChartHeight, Draw: func(s chart.Sheet) []chart.Shape { return chart.Bars(s, series) }}
}

// bands counts the meetings by level, the most frequent first.
func (p PeriodPaper) bands() []app.LevelCount {
	var counts []app.LevelCount
	for level, count := range p.Sum.Bands {
		if level == "" {
			level = "Chưa chấm"
		}
		counts = append(counts, app.LevelCount{Level: level, Count: count})
	}
	sort.Slice(counts, func(i, j int) bool {
		if counts[i].Count != counts[j].Count {
			return counts[i].Count > counts[j].Count
		}
		return counts[i].Level < counts[j].Level
	})
	return counts
}

// monthChart shows the share of members at the handbook threshold month by month; nil for a single month.
func (p PeriodPaper) monthChart() *Chart {
	span := p.Period.Span()
	if span.From == span.To {
		return nil
	}
	series := chart.Series{Target: math.NaN(), High: 100, Current: -1}
	for month := span.From; month <= span.To; month = month.Next() {
		var share app.Share
		for _, c := range p.Cells {
			for _, m := range c.Months {
				if m.Month == month && m.Counts() {
					share = share.Plus(m.Summary.AtThreshold)
				}
			}
		}
		mark := chart.Mark{Label: fmt.Sprintf("T%d", month.Number()), Value: chart.NoValue(), Text: "–"}
		if share.Whole > 0 {
			mark.Value, mark.Text = share.Percent(), percent(share.Part, share.Whole, app.IntRatio(100))
		}
		series.Marks = append(series.Marks, mark)
	}
	c := barChart("Đảng viên đạt điểm sổ tay theo tháng", series)
	return &c
}

// ratings lists the newest rating of each cell that has one, and its members by level.
func (p PeriodPaper) ratings() Table {
	table := Table{Small: true, Columns: []Column{{Head: "TT", Width: 9, Align: Center}, {Head: "Chi bộ", Width: 60, Align: Left}, {Head: "Kỳ", Width: 24, Align: Left}, {Head: "Chi bộ xếp loại", Width: 52, Align: Left}}}
	for _, level := range p.Sum.MemberLevels {
		table.Columns = append(table.Columns, Column{Head: "ĐV: " + level.Level, Width: 26, Align: Center})
	}
	counts := func(list []app.LevelCount) []string {
		var texts []string
		for _, level := range p.Sum.MemberLevels {
			text := ""
			for _, c := range list {
				if c.Level == level.Level && c.Count > 0 {
					text = itoa(c.Count)
				}
			}
			texts = append(texts, text)
		}
		return texts
	}
	no := 0
	for _, c := range p.Cells {
		if f := c.Figures; f.RatedPeriod != "" {
			no++
			table.Rows = append(table.Rows, rowOf(append([]string{itoa(no), c.Name, f.RatedPeriod.String(), f.CellRating}, counts(f.MemberLevels)...)...))
		}
	}
	total := rowOf(append([]string{"", fmt.Sprintf("Cộng %d chi bộ", no), "", ""}, counts(p.Sum.MemberLevels)...)...)
	total.Bold, total.Shaded = true, true
	table.Rows = append(table.Rows, total)
	return table
}

// aims holds what was reached beside what the settings aim at.
func (p PeriodPaper) aims() Table {
	table := Table{Small: true, Columns: []Column{{Head: "Chỉ tiêu", Width: 110, Align: Left}, {Head: "Mục tiêu", Width: 30, Align: Center}, {Head: "Thực hiện", Width: 50, Align: Center}, {Head: "Kết quả", Width: 30, Align: Center}}}
	add := func(what, aim string, part, whole int, reached bool) {
		result, real := "", "chưa có số liệu"
		if whole > 0 {
			real, result = of(part, whole)+" ("+percent(part, whole, app.IntRatio(100))+")", "Chưa đạt"
			if reached {
				result = "Đạt"
			}
		}
		table.Rows = append(table.Rows, rowOf(what, aim, real, result))
	}
	s := p.Sum
	if p.WellAim > 0 {
		add("Chi bộ được xếp loại hoàn thành tốt nhiệm vụ trở lên", fmt.Sprintf("từ %d%%", p.WellAim), s.Well, s.Rated, s.Well*100 >= p.WellAim*s.Rated)
	}
	if p.ModelAim > 0 {
		scored := s.Cells
		if s.CriteriaScore.Count == 0 {
			scored = 0
		}
		add("Chi bộ đạt kiểu mẫu", fmt.Sprintf("trên %d%%", p.ModelAim), s.Models, scored, s.Models*100 > p.ModelAim*s.Cells)
	}
	add("Báo cáo nộp đúng hạn", "100%", s.OnTime, s.Due, s.OnTime == s.Due)
	return table
}

// ranked is how many cells the ranking names.
const ranked = 10

// ranking names the first cells by their scores; "" where none has one.
func (p PeriodPaper) ranking() string {
	cells := append([]app.CellPeriod(nil), p.Cells...)
	sort.SliceStable(cells, func(i, j int) bool { return cells[i].Rank < cells[j].Rank })
	var list []string
	for _, c := range cells {
		if c.Rank == 0 || c.Rank > ranked || len(list) == ranked {
			continue
		}
		list = append(list, fmt.Sprintf("%d. %s %s", c.Rank, c.Name, scoresText(c.Figures)))
	}
	if len(list) == 0 {
		return ""
	}
	return "Xếp thứ theo điểm tiêu chí, rồi điểm sinh hoạt: " + strings.Join(list, "; ") + "."
}

func scoresText(f app.PeriodFigures) string {
	text := strings.TrimPrefix(strings.TrimSuffix(meanText(f.CriteriaScore)+", "+meanText(f.MeetingScore), ", "), ", ")
	return inParentheses(text)
}
