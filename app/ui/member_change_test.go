package ui

import (
	"reflect"
	"testing"

	"sochibo/app"
)

func TestTheHistoryOfAMemberSaysBeforeAndAfter(t *testing.T) {
	m := &memberPane{}
	for _, test := range []struct {
		name  string
		entry app.HistoryEntry
		title string
		want  []valueChange
	}{
		{"a name", app.HistoryEntry{Entity: "member", Command: "save member", Before: `{"fullName":"Cao Văn Lực"}`, After: `{"fullName":"Cao Văn Lục"}`},
			"Ghi đảng viên", []valueChange{{"Họ và tên", "Cao Văn Lực", "Cao Văn Lục"}}},
		{"added", app.HistoryEntry{Entity: "member", Command: "import members", After: `{"fullName":"Cao Văn Lực"}`}, "Nhập danh sách đảng viên · thêm vào sổ", nil},
		{"taken back", app.HistoryEntry{Entity: "member", Command: "undo import members", Before: `{"fullName":"Cao Văn Lực"}`},
			"Đã hoàn tác: nhập danh sách đảng viên · đưa ra khỏi sổ", []valueChange{{"Họ và tên", "Cao Văn Lực", ""}}},
		{"a number stays covered", app.HistoryEntry{Entity: "member", Command: "save member", Before: `{"citizenID":""}`, After: `{"citizenID":"000185002218"}`},
			"Ghi đảng viên", []valueChange{{"Số CCCD", "", "•••• 2218"}}},
		{"the first standing", app.HistoryEntry{Entity: "member", Command: "change standing", Before: `{}`, After: `{"events":[{"on":"2026-11-01","standing":"exempt","reason":"QĐ 12"}]}`},
			"Đổi tình trạng", []valueChange{{"Trạng thái", "", "Miễn sinh hoạt 01/11/2026 (QĐ 12)"}}},
		{"a day of a standing", app.HistoryEntry{Entity: "member", Command: "save member", Before: `{"events":{"[1]":{"on":"2026-10-01"}}}`, After: `{"events":{"[1]":{"on":"2026-11-01"}}}`},
			"Ghi đảng viên", []valueChange{{"Trạng thái", "01/10/2026", "01/11/2026"}}},
		{"points", app.HistoryEntry{Entity: "point", EntityID: "m1/2026-11", Command: "set points", Before: `{"points":24}`, After: `{"points":34}`},
			"Ghi điểm", []valueChange{{"Tháng 11/2026", "24", "34"}}},
		{"an excuse", app.HistoryEntry{Entity: "point", EntityID: "m1/2026-11", Command: "set points", After: `{"excused":true,"points":0,"reason":"Nghỉ ốm"}`},
			"Ghi điểm", []valueChange{{"Tháng 11/2026", "", "Miễn tính: Nghỉ ốm"}}},
		{"blanked", app.HistoryEntry{Entity: "member", Command: "save member"}, "Ghi đảng viên · đã xóa nội dung", nil},
	} {
		if got := changeTitle(test.entry); got != test.title {
			t.Errorf("%s: title %q, want %q", test.name, got, test.title)
		}
		if got := m.valueChanges(test.entry); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestAProbationaryMemberIsRecognised(t *testing.T) {
	d := registerBook(t, cleanList)
	p := opened(t, d, usual, placeMembers)
	nam := memberNamed(t, d, "Chu Đình Nam")
	p.OpenMember(nam.ID)
	pane := membersOf(t, p).pane
	if pane.recogniseLink() == nil || pane.card.ProbationEnds != "2026-12-19" {
		t.Fatalf("the pane of a probationary member offers no recognition: %+v", pane.card.ProbationEnds)
	}
	p.recognise(pane.card)
	pressMain(t, p)
	if got := memberNamed(t, d, "Chu Đình Nam"); got.OfficialOn != "2026-12-19" || got.KindNow != app.Probationary || got.Kind != app.Official {
		t.Errorf("stored %+v, he stays probationary until the day", got)
	}
	if membersOf(t, p).pane.recogniseLink() != nil {
		t.Error("a recognition that is recorded is offered again")
	}
	p.undo()
	if got := memberNamed(t, d, "Chu Đình Nam"); got.OfficialOn != "" || got.Kind != app.Probationary {
		t.Errorf("undone %+v", got.Member)
	}
}
