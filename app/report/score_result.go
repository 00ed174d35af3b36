package report

import (
	"strings"

	"sochibo/app"
)

// sampleStatus marks a framework that is a sample, to be replaced by the committee's own sheet.
const sampleStatus = "sample"

// ScoreOf puts a scored sheet into words for printing. evidence says, by the id of a criterion or item, what proves it
// ("Biên bản 17-BB/CB"); it may be nil.
func ScoreOf(f *app.Framework, r *app.ScoreResult, evidence map[string]string) Score {
	score := Score{
		Framework: f.Name,
		Source:    basisText(f.Basis),
		Sample:    f.Status == sampleStatus,
		Note:      f.Note,
		Total:     r.SelfTotalText,
		Max:       f.MaxTotal.ShowExact(),
		Level:     r.LevelName,
	}
	if r.HasSuperior {
		score.Superior = r.TotalText
	}
	part := ""
	for _, g := range r.Groups {
		if g.PartID != part {
			part = g.PartID
			score.Lines = append(score.Lines, partLine(part, r.Parts)...)
		}
		if len(r.Groups) > 1 {
			score.Lines = append(score.Lines, ScoreLine{Depth: GroupLine, No: g.No, Text: g.Name, Max: g.Max.ShowExact()})
		}
		for _, line := range g.Lines {
			score.Lines = append(score.Lines, lineOf(line, CriterionLine, evidence))
			for _, item := range line.Items {
				score.Lines = append(score.Lines, lineOf(item, ItemLine, evidence))
			}
		}
	}
	for _, veto := range r.Vetoes {
		if veto.State == app.ConditionMet {
			score.Vetoes = append(score.Vetoes, joined(veto.Text, inParentheses(veto.Reason)))
		}
	}
	return score
}

// basisText cites the documents that a framework rests on: "42-HD/BTCTW, ngày 28/10/2025".
func basisText(basis []app.Basis) string {
	var texts []string
	for _, b := range basis {
		text := b.Number
		if b.Date != "" {
			text += ", ngày " + b.Date.String()
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "; ")
}

func partLine(id string, parts []app.PartScore) []ScoreLine {
	for _, p := range parts {
		if p.ID == id {
			return []ScoreLine{{Depth: GroupLine, Text: strings.ToUpper(p.Name), Max: p.Max.ShowExact()}}
		}
	}
	return nil
}

func lineOf(line app.LineScore, depth int, evidence map[string]string) ScoreLine {
	printed := ScoreLine{
		Depth: depth, No: line.No, Text: line.Name, Max: line.Max.ShowExact(),
		Points: line.PointsText,
		Basis:  line.Explanation,
	}
	if line.Superior != nil {
		printed.Superior = line.Superior.ShowExact()
		printed.Points = ""
		if line.Self != nil {
			printed.Points = line.Self.ShowExact()
		}
	}
	if line.State == app.LineUnscored {
		printed.Points = ""
	}
	if line.Note != "" {
		printed.Basis = joined(sentence(printed.Basis), line.Note)
	}
	printed.Evidence = evidence[line.ID]
	if printed.Evidence == "" && line.LacksEvidence {
		printed.Evidence = "Thiếu minh chứng"
	}
	return printed
}
