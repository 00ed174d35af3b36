package desk

import (
	"context"
	"os"
	"path/filepath"

	"sochibo/app"
	"sochibo/app/report"
)

// demoEvidence is the paper that proves one criterion of the last month (assets/demo/evidence.json).
type demoEvidence struct {
	Criterion string   `json:"criterion"`
	File      string   `json:"file"`
	Title     string   `json:"title"`
	Subject   string   `json:"subject"`
	Lines     []string `json:"lines"`
}

// prove attaches a paper to a criterion of a month's sheet, so that the packet carries it.
func (c *demoCell) prove(ctx context.Context, month app.Month) error {
	sheet, err := c.desk.CriteriaSheet(ctx, month)
	if app.CodeOf(err) == CodeNoFramework {
		return nil
	}
	if err != nil {
		return err
	}
	var one demoEvidence
	if err := decodeDemo("evidence.json", &one); err != nil {
		return err
	}
	if _, found := sheet.Framework.CriterionByID(one.Criterion); !found {
		return nil
	}
	profile, err := report.PartyProfile()
	if err != nil {
		return err
	}
	doc := report.Document{Title: one.Subject, Author: c.entry.Name, Date: month.First(), Blocks: []report.Block{
		report.PlainHead{Body: c.entry.Name}, report.Title{Type: one.Title, Subject: one.Subject}}}
	for _, line := range one.Lines {
		doc.Blocks = append(doc.Blocks, report.Paragraph{Runs: report.Plain(line)})
	}
	laid, err := report.Layout(doc, profile)
	if err != nil {
		return err
	}
	data, err := Paper{Laid: laid}.PDF()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "chibo-demo-")
	if err != nil {
		return app.WrapError(err, app.CodeFileUnwrite, "path", dir)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, one.File)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return app.WrapError(err, app.CodeFileUnwrite, "path", path)
	}
	_, err = c.desk.Attach(ctx, CriterionOwner(sheet.Key(), one.Criterion), path, "")
	return err
}
