package desk

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// RatingReports are the papers of a period's rating, in the order in which screens list them.
var RatingReports = []app.ReportKind{app.ReportRatingForm, app.ReportRatingBallot, app.ReportRatingCount, app.ReportRatingSummary}

// ratingReport makes a paper of a period's rating. Errors: those of Ratings, CodeNotFound for an unknown subject of a form.
func (d *Desk) ratingReport(ctx context.Context, ref app.ReportRef) (Paper, error) {
	paper := Paper{Ref: ref}
	var profile report.Profile
	var doc report.Document
	name := ""
	err := d.view(ctx, func(tx *store.Tx) error {
		book := once(tx)
		view, err := d.ratings(book, ref.Period)
		if err != nil {
			return err
		}
		if profile, err = profileOn(tx, paperDayOf(ref.Period, d.Today())); err != nil {
			return err
		}
		paper.Draft = view.Open[app.StepSuperior] > 0
		if ref.Kind == app.ReportRatingForm {
			doc, name, err = d.ratingForm(book, view, ref.Subject, profile)
			return err
		}
		all, err := d.ratingPaper(book, view)
		if err != nil {
			return err
		}
		switch ref.Kind {
		case app.ReportRatingBallot:
			doc, name = report.RatingBallot(all), "Phieu-xep-loai"
		case app.ReportRatingCount:
			doc, name = report.RatingCount(all, profile), "Bien-ban-kiem-phieu"
		case app.ReportRatingSummary:
			doc, name = report.RatingSummary(all, profile), "Tong-hop-xep-loai"
		}
		return nil
	})
	if err != nil {
		return paper, err
	}
	paper.Name = name + "-" + string(ref.Period)
	paper.Laid, err = report.Layout(doc, profile)
	return paper, err
}

// ratingPaper puts a rating into words for printing.
func (d *Desk) ratingPaper(tx *readOnce, view RatingView) (report.RatingPaper, error) {
	settings, err := tx.Settings()
	if err != nil {
		return report.RatingPaper{}, err
	}
	members, err := tx.Members()
	paper := report.RatingPaper{Settings: settings, Members: members, Round: view.Round, Levels: view.Members.Levels, Forms: view.Members.Variants, Caps: view.Caps,
		CapText: capBaseWords(view), On: paperDayOf(view.Round.Period, d.Today())}
	for _, row := range view.Rows {
		paper.Lines = append(paper.Lines, ratingLine(view, row))
	}
	return paper, err
}

// paperDayOf is the day on the papers of a period: today, or the last day of a period that is over.
func paperDayOf(period app.SheetPeriod, today app.Date) app.Date {
	return min(today, period.Span().To.Last())
}

// capBaseWords says what the cap's share is of.
func capBaseWords(view RatingView) string {
	id, orBetter := strings.CutSuffix(view.Round.Cap.Base, "_or_better")
	level, found := view.Members.LevelByID(id)
	switch {
	case !found:
		return "đảng viên được xếp loại"
	case orBetter:
		return "đảng viên từ mức " + level.Name + " trở lên"
	}
	return "đảng viên mức " + level.Name
}

func ratingLine(view RatingView, row RatingRow) report.RatingLine {
	framework := view.Framework(row)
	level := func(id string) string {
		found, _ := framework.LevelByID(id)
		return found.Name
	}
	line := report.RatingLine{Name: row.Name, IsCell: row.IsCell, NotRated: row.NotRated, Points: row.Self.Points, Self: level(row.Self.Level),
		Committee: level(row.Committee.Level), Votes: row.Votes, Voted: level(row.Voted), Superior: level(row.Superior.Level), Paper: row.SuperiorPaper}
	if form, found := framework.VariantByID(row.Variant); found && !row.IsCell {
		line.Form = form.Name
	}
	var notes []string
	for _, one := range []struct {
		count int
		words string
	}{{row.Initiatives, "sáng kiến"}, {row.Commendations, "khen thưởng"}, {row.Disciplines, "kỷ luật"}} {
		if one.count > 0 {
			notes = append(notes, fmt.Sprintf("%d %s", one.count, one.words))
		}
	}
	line.Note = strings.Join(notes, ", ")
	return line
}

func (d *Desk) ratingForm(tx *readOnce, view RatingView, subject string, profile report.Profile) (report.Document, string, error) {
	row, found := view.Row(subject)
	if !found {
		return report.Document{}, "", app.NewError(app.CodeNotFound, "what", subject)
	}
	r, err := d.newRater(tx, view.Round.Period)
	if err != nil {
		return report.Document{}, "", err
	}
	sheet, err := r.sheet(row.Rating)
	if err != nil {
		return report.Document{}, "", err
	}
	paper := report.RatingFormPaper{Settings: r.settings, Members: r.book.Members, Period: r.period, Line: ratingLine(view, row),
		Score: report.ScoreOf(sheet.Framework, sheet.Result, nil), Conditions: sheet.Result.Conditions, Faults: row.Faults,
		Conduct: r.conductWords(subject), On: paperDayOf(r.period, r.book.Today)}
	name := "Phieu-tu-danh-gia"
	for i := range r.book.Members {
		if m := &r.book.Members[i]; m.ID == subject {
			paper.Member = m
			name += "-" + fileWord(m.FullName)
		}
	}
	return report.RatingForm(paper, profile), name, nil
}

// fileWord is a name as a part of an ASCII file name: "Nguyen-Thi-En".
func fileWord(name string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			return c
		}
		return '-'
	}, app.Fold(name))
}

// conductWords tells what the registers hold of a member, or of all, in the period.
func (r *rater) conductWords(subject string) []string {
	memberID := subject
	if subject == app.CellSubject {
		memberID = ""
	}
	names, span := namesOf(r.book.Members), r.period.Span()
	whose := func(id, body string) string {
		switch {
		case memberID != "":
			return ""
		case id == "":
			return body + ": "
		}
		return names[id] + ": "
	}
	var list []string
	for _, i := range app.InitiativesIn(r.initiatives, span, memberID) {
		list = append(list, fmt.Sprintf("%ssáng kiến “%s”, %s công nhận ngày %s", whose(i.MemberID, ""), i.Title, i.RecognisedBy, i.RecognisedOn))
	}
	for _, kind := range []app.ConductKind{app.Commendation, app.Discipline} {
		for _, c := range app.ConductIn(r.conduct, kind, span, memberID) {
			text := fmt.Sprintf("%s%s ngày %s", whose(c.MemberID, c.Body), c.Form, c.DecidedOn)
			if c.Issuer != "" {
				text += ", " + c.Issuer
			}
			list = append(list, text)
		}
	}
	return list
}
