package sheet

import (
	"context"
	"strings"
	"testing"

	"sochibo/app"
)

func TestOfManyFaultyRowsTheFirstAreKeptAndTheOthersCounted(t *testing.T) {
	list := "Họ và tên;Ngày sinh\nLê Văn An;01/02/1980\n" + strings.Repeat("Lê Văn Bình;ngày lạ\n", MaxFaulty+7) + "Lê Văn Chi;03/02/1980\n"
	table, err := ReadMembersFrom(context.Background(), "a.csv", strings.NewReader(list), int64(len(list)), MemberOptions{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != MaxFaulty+2 || table.Dropped != 7 {
		t.Errorf("kept %d, counted %d more; want %d and 7", len(table.Rows), table.Dropped, MaxFaulty+2)
	}
	if last := table.Rows[len(table.Rows)-1]; last.Member.FullName != "Lê Văn Chi" {
		t.Errorf("the good row below was lost; the last is %+v", last)
	}
}

func TestATableOfMorePersonsThanMemoryHoldsIsRefused(t *testing.T) {
	for _, test := range []struct {
		persons int
		want    app.Code
	}{{MaxPersons, ""}, {MaxPersons + 1, CodeTooManyPersons}} {
		list := "Họ và tên;Điểm tháng 11/2026\n" + strings.Repeat("Lê An;3\n", test.persons)
		_, err := ReadPointsFrom(context.Background(), "a.csv", strings.NewReader(list), int64(len(list)), PointOptions{Today: today})
		if app.CodeOf(err) != test.want {
			t.Errorf("%d persons: got %v, want %q", test.persons, err, test.want)
		}
	}
}
