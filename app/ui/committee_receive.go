package ui

import (
	"context"

	"sochibo/app/wording"
)

func (s *matrixScreen) receive() { s.program.receiveFolder() }

// writeReceipts writes the answers to all decisions whose receipts did not leave yet, and says what is to be done with them.
func (p *Program) writeReceipts() {
	p.pickFolder(wording.Text("Where to write the receipts"), func(dir string) {
		Do(p.frame.Worker, wording.Text("Writing"), func(ctx context.Context) ([]string, error) {
			return p.desk.WriteReceipts(ctx, dir, false, p.frame.Progress)
		}, func(names []string, err error) {
			if err != nil {
				p.frame.ShowError(err)
				return
			}
			if len(names) == 0 {
				p.frame.ShowNotice(MeaningReceived, wording.Text("There is no receipt to write: all that was decided has left already."), nil)
				return
			}
			p.frame.Reload()
			p.frame.ShowNotice(MeaningDone, wording.Text("{count} receipts written to {folder}. Each cell takes its own at the hand-over, with “Receive from the committee…”.", "count", len(names), "folder", dir), nil)
		})
	})
}
