package desk

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/app/report"
	"sochibo/store"
)

// SheetPaper makes the criteria sheet of a month, quarter or year. code is that of the framework; "" is the one in force. CodeNoFramework
// if there is none.
func (d *Desk) SheetPaper(ctx context.Context, code string, period app.SheetPeriod) (Paper, error) {
	paper := Paper{Ref: app.ReportRef{Kind: app.ReportCriteria, Month: period.Span().To}}
	if err := period.Validate(); err != nil {
		return paper, err
	}
	on := paperDayOf(period, d.Today())
	var profile report.Profile
	var doc report.Document
	err := d.view(ctx, func(tx *store.Tx) error {
		book := once(tx)
		settings, err := book.Settings()
		if err != nil {
			return err
		}
		members, err := book.Members()
		if err != nil {
			return err
		}
		if profile, err = profileOn(tx, on); err != nil {
			return err
		}
		sheet, err := d.periodSheet(book, code, period)
		if err != nil {
			return err
		}
		paper.Draft = !sheet.Frozen
		doc = sheetDocument(settings, members, sheet, periodInWords(period), on, profile)
		paper.Name = "Bang-tieu-chi-" + string(period) + "-" + sheet.Marked.Framework
		return nil
	})
	if err != nil {
		return paper, err
	}
	paper.Laid, err = report.Layout(doc, profile)
	return paper, err
}

func sheetDocument(settings app.Settings, members []app.Member, sheet SheetView, subject string, on app.Date, profile report.Profile) report.Document {
	return report.CriteriaSheet(report.ScorePaper{Settings: settings, Members: members, Subject: subject, On: on,
		Score: report.ScoreOf(sheet.Framework, sheet.Result, printedEvidence(sheet.Evidence))}, profile)
}

// printedEvidence names what proves each criterion.
func printedEvidence(evidence map[string][]Evidence) map[string]string {
	words := make(map[string]string, len(evidence))
	for id, list := range evidence {
		var names []string
		for _, one := range list {
			names = append(names, one.Name)
		}
		words[id] = strings.Join(names, "; ")
	}
	return words
}

// periodInWords is a period as a document's subject names it: "tháng 11 năm 2026", "quý IV năm 2026", "năm 2026".
func periodInWords(period app.SheetPeriod) string {
	if period.Scope() == app.ScopeMonth {
		return monthInWords(app.Month(period))
	}
	return strings.Replace(period.String(), "/", " năm ", 1)
}

// RegistrationPaper makes the paper of what the cell registered for a year. CodeNotFound if nothing is registered.
func (d *Desk) RegistrationPaper(ctx context.Context, year int, code string) (Paper, error) {
	paper := Paper{Ref: app.ReportRef{Kind: app.ReportCriteria}, Name: fmt.Sprintf("Ban-dang-ky-%d-%s", year, code)}
	var profile report.Profile
	var doc report.Document
	err := d.view(ctx, func(tx *store.Tx) error {
		registered, err := tx.Registration(year, code)
		if err != nil {
			return err
		}
		if profile, err = profileOn(tx, registered.RegisteredOn); err != nil {
			return err
		}
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		f, err := d.roadFramework(tx, settings, year, code)
		if err != nil {
			return err
		}
		doc = report.Registration(report.RegistrationPaper{Settings: settings, Members: members, Framework: f, Registration: registered}, profile)
		return nil
	})
	if err != nil {
		return paper, err
	}
	paper.Laid, err = report.Layout(doc, profile)
	return paper, err
}
