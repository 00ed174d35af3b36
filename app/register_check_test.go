package app

import (
	"slices"
	"testing"
)

func TestARegisterIsHeldAgainstTheCells(t *testing.T) {
	person := func(id, name string, born Date, card string) Member {
		return Member{ID: id, FullName: name, Kind: Official, AdmittedOn: "2010-05-19", BornOn: born, PartyCardNo: card}
	}
	gone := person("5", "Phạm Văn Tư", "1970-01-01", "00000005")
	gone.Events = []StandingEvent{{On: "2026-10-01", Standing: Transferred}}
	register := []RegisterEntry{
		{"a", person("1", "Nguyễn Thị Hoà", "1985-03-02", "00000001")},
		{"a", person("", "Trần Văn Đức", "1980-07-05", "")}, // from Excel: no id, no card
		{"a", person("3", "Lê Thị Mai", "1990-01-01", "00000003")},
		{"a", person("4", "Cao Văn Lực", "1975-02-02", "00000004")},
		{"a", gone},
	}
	register[1].Member.AdmittedOn = "2011-05-19"
	cells := []RegisterEntry{
		{"a", person("1", "Nguyễn Thị Hòa", "1985-03-02", "0000 0009")},
		{"a", person("2", "TRẦN VĂN ĐỨC", "1980-07-05", "00000002")},
		{"b", person("3", "Lê Thị Mai", "1990-01-01", "00000003")},
		{"b", person("6", "Vũ Thị Lan", "1991-01-01", "00000006")},
	}
	var got []string
	for _, d := range CompareRegisters(register, cells, "2026-12-31") {
		text := d.CellID + " " + string(d.Fault) + " " + d.Name + " " + d.FromCellID
		for _, f := range d.Fields {
			text += " " + f.Field + "=" + f.Before.Text + ">" + f.After.Text
		}
		got = append(got, text)
	}
	want := []string{
		"a differs Nguyễn Thị Hòa  partyCardNo=00000001>0000 0009",
		"a differs TRẦN VĂN ĐỨC  admittedOn=2011-05-19>2010-05-19",
		"b moved Lê Thị Mai a",
		"b lacks Vũ Thị Lan ",
		"a surplus Cao Văn Lực ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
