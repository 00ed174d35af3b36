package desk

import (
	"testing"
	"time"

	"sochibo/app"
)

// A stick is read within a second, and its files are sealed side by side: their order in the archive is any.
func TestPacketsOfOneSecondAreJudgedAgainByTheirNumbers(t *testing.T) {
	t.Parallel()
	second := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
	packet := func(cell string, seq int, at time.Time) archivedPacket {
		return archivedPacket{row: app.ReceivedPacket{CellID: cell, Seq: seq, ReceivedAt: at}}
	}
	list := []archivedPacket{packet("a", 2, second), packet("b", 7, second), packet("a", 1, second), packet("b", 8, second.Add(-time.Hour))}
	sortByArrival(list)
	if list[0].row.Seq != 8 {
		t.Errorf("first comes number %d, not the one that came an hour before", list[0].row.Seq)
	}
	last := 0
	for _, p := range list {
		if p.row.CellID != "a" {
			continue
		}
		if p.row.Seq < last {
			t.Errorf("number %d of a cell comes after number %d", p.row.Seq, last)
		}
		last = p.row.Seq
	}
}
