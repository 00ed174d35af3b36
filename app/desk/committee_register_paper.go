package desk

import (
	"context"
	"fmt"

	"sochibo/app"
	"sochibo/app/report"
)

// reconciliationReport makes the paper of a quarter's reconciliation. Errors: those of Reconcile, CodeNoRegister.
func (d *Desk) reconciliationReport(ctx context.Context, ref app.ReportRef) (Paper, error) {
	r, err := d.Reconcile(ctx, ref.Period, nil)
	if err != nil {
		return Paper{}, err
	}
	return d.ReconciliationPaper(ctx, r)
}

// ReconciliationPaper makes the paper of a reconciliation that was made before. Errors: CodeNoRegister.
func (d *Desk) ReconciliationPaper(ctx context.Context, r Reconciliation) (Paper, error) {
	paper := Paper{Ref: app.ReportRef{Kind: app.ReportReconciliation, Period: r.Quarter, Month: r.Quarter.Span().To}, Name: "Doi-chieu-danh-sach-" + string(r.Quarter)}
	if r.Register == nil {
		return paper, app.NewError(CodeNoRegister)
	}
	profile, err := report.PartyProfile()
	if err != nil {
		return paper, err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return paper, err
	}
	content := report.RegisterCheckPaper{Settings: settings, Quarter: r.Quarter, On: r.On, Printed: d.Today(), Source: r.Register.inWords()}
	for _, c := range r.Cells {
		content.Cells = append(content.Cells, report.RegisterCheckCell{Name: c.Cell.Name, Month: c.Month, Register: c.Register, InPacket: c.InPacket, Differences: c.Differences})
	}
	for _, diff := range r.Differences {
		content.Differences = append(content.Differences, report.RegisterCheckLine{Cell: diff.Cell, FromCell: diff.FromCell, RegisterDifference: diff.RegisterDifference})
	}
	paper.Laid, err = report.Layout(report.RegisterCheck(content, profile), profile)
	return paper, err
}

// inWords says in a paper where the register comes from.
func (r CommitteeRegister) inWords() string {
	if r.Quarter != "" {
		return fmt.Sprintf("Sổ cấp ủy: theo kết quả đối chiếu %s, ghi ngày %s.", r.Quarter.String(), r.TakenOn.String())
	}
	return fmt.Sprintf("Sổ cấp ủy: nhập từ tệp %s ngày %s.", r.Source, r.TakenOn.String())
}
