package app

import (
	"fmt"
	"strings"
)

// registerFacts counts what the registers of the book hold for a period: recognised initiatives, decisions on conduct, admissions,
// thematic meetings of the quarter that the period ends in.
func registerFacts(period Period, book FactBook) Facts {
	initiatives := InitiativesIn(book.Initiatives, period, "")
	disciplines := ConductIn(book.Conduct, Discipline, period, "")
	commendations := ConductIn(book.Conduct, Commendation, period, "")
	leadership := 0
	for _, d := range disciplines {
		if d.Leadership {
			leadership++
		}
	}
	var ideas []string
	for _, i := range initiatives {
		ideas = append(ideas, i.Title)
	}
	return Facts{
		"initiatives.count":           countFact(len(initiatives), "sáng kiến được công nhận", period, ideas),
		"discipline.events_count":     countFact(len(disciplines), "quyết định kỷ luật", period, conductWords(disciplines)),
		"discipline.leadership_count": countFact(leadership, "quyết định kỷ luật cấp ủy viên hoặc tổ chức", period, nil),
		"commendations.count":         countFact(len(commendations), "quyết định khen thưởng", period, conductWords(commendations)),
		"admissions.count":            admissionsFact(period, book),
		"thematic.quarter_count":      thematicFact(period.To, book),
	}
}

func conductWords(list []ConductDecision) []string {
	var words []string
	for _, d := range list {
		words = append(words, d.Form)
	}
	return words
}

// countFact is a count with its computation in words; of many entries the first three are named.
func countFact(n int, what string, period Period, names []string) Fact {
	text := fmt.Sprintf("%d %s trong %s", n, what, period.words())
	const most = 3
	if len(names) > most {
		names = append(names[:most:most], "…")
	}
	if len(names) > 0 {
		text += ": " + strings.Join(names, "; ")
	}
	return NumberFact(int64(n), text)
}

// words is the period as a sentence names it: "tháng 11/2026", "01/2026 đến 12/2026".
func (p Period) words() string {
	if p.From == p.To {
		return "tháng " + p.To.String()
	}
	return "các tháng " + p.From.String() + " đến " + p.To.String()
}

// admissionsFact counts the members admitted in the period: those on the cell's list whose day of admission lies in it and who did not come
// from another cell.
func admissionsFact(period Period, book FactBook) Fact {
	var names []string
	for _, m := range book.Members {
		if period.Holds(m.AdmittedOn) && m.ArrivedFrom == "" {
			names = append(names, m.FullName)
		}
	}
	return countFact(len(names), "đảng viên mới kết nạp", period, names)
}

// thematicFact counts the thematic meetings with locked minutes of a month's quarter up to today, also those held in one sitting with the
// regular one.
func thematicFact(month Month, book FactBook) Fact {
	quarter := QuarterOf(month.Year(), month.Quarter())
	var titles []string
	for _, m := range book.Meetings {
		thematic := m.Kind == ThematicMeeting || m.WithThematic
		if thematic && m.IsLocked() && quarter.Holds(m.HeldOn) {
			titles = append(titles, firstText(m.ThematicTitle, "họp ngày "+m.HeldOn.String()))
		}
	}
	return countFact(len(titles), "buổi chuyên đề", quarter, titles)
}

// thematicQuartersFact counts the quarters of a period in which a thematic meeting was held, of those that have passed or had one.
func thematicQuartersFact(period Period, book FactBook) Fact {
	held, all := 0, 0
	for month := period.From; month <= period.To && month <= book.Today.Month(); month = month.Add(3) {
		quarter := QuarterOf(month.Year(), month.Quarter())
		if quarter.To < book.Settings.StartMonth {
			continue
		}
		count := thematicFact(month, book).Value.Sign()
		if count > 0 || quarter.isOver(book.Today) {
			all++
			held += count
		}
	}
	return shareFact(held, all, "quý có sinh hoạt chuyên đề")
}

// belowFact counts the members below the threshold of handbook points in a month; missing while values are.
func belowFact(month Month, book FactBook) Fact {
	threshold, known := book.threshold(month)
	if !known {
		return MissingFact("Chưa cài đặt ngưỡng điểm sổ tay")
	}
	totals := TotalPoints(book.Members, book.Points, month, book.pointRule(month, threshold), book.Today)
	if open := totals.Counted - totals.Entered; open > 0 {
		return MissingFact(fmt.Sprintf("Còn %d đồng chí chưa nhập điểm tháng %s", open, month))
	}
	below := totals.Counted - totals.AtThreshold
	return NumberFact(int64(below), fmt.Sprintf("%d người dưới %d điểm", below, threshold))
}
