package ui

import (
	"context"

	"sochibo/app"
	"sochibo/app/wording"
)

// matrixChoice is one entry of the choice of kinds and bodies.
type matrixChoice struct {
	words string
	keeps func(app.CellEntry) bool
}

// drawChoices offers all cells, the kinds that there are, and the bodies between the committee and its cells.
func (s *matrixScreen) drawChoices() {
	chosen := ""
	if at := s.kinds.Selected(); at >= 0 && at < len(s.choices) {
		chosen = s.choices[at].words
	}
	s.choices = []matrixChoice{{wording.Text("All kinds of cells"), func(app.CellEntry) bool { return true }}}
	present := map[app.CellKind]bool{}
	for _, row := range s.matrix.Rows {
		present[row.Cell.Kind] = true
	}
	for _, kind := range cellKinds {
		if present[kind] && len(present) > 1 {
			s.choices = append(s.choices, matrixChoice{cellKindWords(kind), func(c app.CellEntry) bool { return c.Kind == kind }})
		}
	}
	s.addBodies(s.matrix.Tree)
	var words []string
	for _, c := range s.choices {
		words = append(words, c.words)
	}
	s.kinds.SetOptions(words)
	s.kinds.Choose(max(0, indexOf(words, chosen)))
}

// addBodies adds the organisations below a node; each keeps the cells under it at any depth.
func (s *matrixScreen) addBodies(node *app.TreeNode) {
	for _, below := range node.Below {
		ids := map[string]bool{}
		gather(below, ids)
		s.choices = append(s.choices, matrixChoice{below.Name, func(c app.CellEntry) bool { return ids[c.ID] }})
		s.addBodies(below)
	}
}

func gather(node *app.TreeNode, ids map[string]bool) {
	for _, c := range node.Cells {
		ids[c.ID] = true
	}
	for _, below := range node.Below {
		gather(below, ids)
	}
}

// acceptClean accepts the packets about which nothing needs a look, after asking: the decisions can be undone until the receipts are written.
func (s *matrixScreen) acceptClean() {
	p, month := s.program, s.program.frame.Month()
	count := s.matrix.Counts.Clean
	Ask(p.window, Question{Title: wording.Text("Accept {count} packets of month {month}?", "count", count, "month", month.String()),
		Text: wording.Text("All checks of these packets passed. Each can be undone until its receipt is written."), Verb: wording.Text("Accept {count} packets", "count", count), Do: func() {
			Do(p.frame.Worker, wording.Text("Saving"), func(ctx context.Context) (int, error) { return p.desk.AcceptClean(ctx, month) }, func(count int, err error) {
				if err != nil {
					p.frame.ShowError(err)
					return
				}
				p.frame.ShowNotice(MeaningDone, wording.Text("{count} packets accepted", "count", count), nil)
				p.frame.Reload()
			})
		}})
}

// export writes the table as Excel.
func (s *matrixScreen) export() {
	p, month, count := s.program, s.program.frame.Month(), len(s.matrix.Months)
	p.pickSave(wording.Text("Where to save the table"), "Tinh-hinh-nop-"+string(month)+".xlsx", func(path string) {
		Do(p.frame.Worker, wording.Text("Exporting"), func(ctx context.Context) (struct{}, error) {
			return struct{}{}, p.desk.ExportMatrix(ctx, month, count, path)
		}, func(_ struct{}, err error) { p.saved(path, err) })
	})
}

// saved tells that a file was written and offers to open it, or why it was not.
func (p *Program) saved(path string, err error) {
	if err != nil {
		p.frame.ShowError(err)
		return
	}
	p.frame.ShowNotice(MeaningDone, wording.Text("Saved as {path}", "path", path), NewSmall(wording.Text("Open"), IconReports, func() { p.openFile(path) }))
}
