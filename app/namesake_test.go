package app_test

import (
	"maps"
	"testing"

	"sochibo/app"
)

func TestNamesakesAreToldApartByWhatDiffersAndNobodyElseIsMarked(t *testing.T) {
	names := app.ListNames([]app.Member{
		{ID: "1", FullName: "Nguyễn Thị Hoa", BornOn: "1985-03-02"},
		{ID: "2", FullName: "Nguyễn Thị Hoa", BornOn: "1991"},
		{ID: "3", FullName: "NGUYỄN THỊ HOA"},
		{ID: "11", FullName: "Nguyễn Thị Hòa", BornOn: "1985-03-02"}, // another name
		{ID: "4", FullName: "Trần Văn Đức", BornOn: "1985-03-02"},
		{ID: "5", FullName: "Lê Văn Hùng", BornOn: "1980-01-05"},
		{ID: "6", FullName: "Lê Văn Hùng", BornOn: "1980-11-20"},
		{ID: "7", FullName: "Vũ Thị Lan", BornOn: "1990", Department: "Tổ cắt"},
		{ID: "8", FullName: "Vũ Thị Lan", BornOn: "1990", Department: "Tổ may 3"},
		{ID: "9", FullName: "Phạm Thị Mai"},
		{ID: "10", FullName: "Phạm Thị Mai"},
	})
	want := map[string]string{
		"1": "Nguyễn Thị Hoa (1985)", "2": "Nguyễn Thị Hoa (1991)", "3": "NGUYỄN THỊ HOA", "11": "Nguyễn Thị Hòa", "4": "Trần Văn Đức",
		"5": "Lê Văn Hùng (05/01/1980)", "6": "Lê Văn Hùng (20/11/1980)", "7": "Vũ Thị Lan (Tổ cắt)", "8": "Vũ Thị Lan (Tổ may 3)",
		"9": "Phạm Thị Mai", "10": "Phạm Thị Mai", // nothing in the book tells them apart
	}
	if !maps.Equal(names, want) {
		t.Errorf("the names are %q", names)
	}
}
