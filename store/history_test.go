package store

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"sochibo/app"
)

func TestDifference(t *testing.T) {
	type part struct {
		Name string   `json:"name,omitempty"`
		No   int      `json:"no,omitempty"`
		List []string `json:"list"`
		Sub  []*part  `json:"sub,omitempty"`
	}
	tests := []struct {
		name          string
		before, after any
		old, new      string
	}{
		{"nothing and nothing", nil, nil, "", ""},
		{"a new record", nil, part{Name: "a"}, "", `{"list":null,"name":"a"}`},
		{"a record that left", part{Name: "a"}, nil, `{"list":null,"name":"a"}`, ""},
		{"equal", part{Name: "a"}, part{Name: "a"}, "", ""},
		{"no list and an empty list", part{}, part{List: []string{}}, "", ""},
		{"one field", part{Name: "a", No: 1}, part{Name: "b", No: 1}, `{"name":"a"}`, `{"name":"b"}`},
		{"a field that left", part{Name: "a", No: 1}, part{No: 1}, `{"name":"a"}`, `{}`},
		{"one entry of a list", part{List: []string{"a", "b"}}, part{List: []string{"a", "c"}}, `{"list":{"[1]":"b"}}`, `{"list":{"[1]":"c"}}`},
		{"a longer list", part{List: []string{"a"}}, part{List: []string{"a", "b"}}, `{"list":["a"]}`, `{"list":["a","b"]}`},
		{"deep within", part{Sub: []*part{{Name: "x", No: 1}}}, part{Sub: []*part{{Name: "y", No: 1}}},
			`{"sub":{"[0]":{"name":"x"}}}`, `{"sub":{"[0]":{"name":"y"}}}`},
		{"another kind of value", map[string]any{"a": 1}, map[string]any{"a": []int{1}}, `{"a":1}`, `{"a":[1]}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			old, new, err := difference(test.before, test.after)
			if err != nil || old != test.old || new != test.new {
				t.Fatalf("%s → %s, %v; want %s → %s", old, new, err, test.old, test.new)
			}
		})
	}
}

// renamedMember is a book in which a member was added, renamed and shown.
func renamedMember(t *testing.T) *Book {
	b, _ := createBook(t, t.TempDir())
	for _, name := range []string{"Cao Văn Lực", "Cao Văn Lục"} {
		update(t, b, func(tx *Tx) error {
			return tx.PutMember(app.Member{ID: "m1", FullName: name, CitizenID: "000200000001", Kind: app.Official})
		})
	}
	update(t, b, func(tx *Tx) error { return tx.LogAccess("show", "member m1") })
	return b
}

func TestHistoryKeepsWhoWhenBeforeAndAfter(t *testing.T) {
	b := renamedMember(t)
	update(t, b, func(tx *Tx) error { // the same again is no change
		return tx.PutMember(app.Member{ID: "m1", FullName: "Cao Văn Lục", CitizenID: "000200000001", Kind: app.Official})
	})
	view(t, b, func(tx *Tx) error {
		history, err := tx.History("member", "m1")
		if err != nil || len(history) != 2 {
			t.Fatalf("history is %+v, %v", history, err)
		}
		first, second := history[0], history[1]
		if first.Before != "" || !strings.Contains(first.After, "000200000001") {
			t.Errorf("the first entry is %+v", first)
		}
		if second.Before != `{"fullName":"Cao Văn Lực"}` || second.After != `{"fullName":"Cao Văn Lục"}` ||
			second.Actor != "secretary" || second.Command != "test" || !second.At.Equal(testTime) {
			t.Errorf("the second entry is %+v", second)
		}
		log, err := tx.AccessLog(10)
		if err != nil || len(log) != 1 || log[0].Kind != "show" || log[0].Subject != "member m1" || !log[0].At.Equal(testTime) {
			t.Errorf("access log is %+v, %v", log, err)
		}
		recent, err := tx.RecentHistory(1)
		if err != nil || len(recent) != 1 || recent[0].ID != second.ID {
			t.Errorf("recent history is %+v, %v", recent, err)
		}
		return nil
	})
	wantSound(t, b)
}

func TestHistoryIsAppendOnly(t *testing.T) {
	b := renamedMember(t)
	for _, query := range []string{
		"UPDATE history SET actor = 'x'", "UPDATE history SET after = '{}'", "DELETE FROM history", "UPDATE history SET id = id + 7",
		"UPDATE history SET before = NULL, after = NULL, salt = NULL, command = 'x'",
		"UPDATE access_log SET subject = 'x'", "DELETE FROM access_log",
	} {
		t.Run(query, func(t *testing.T) {
			err := b.Update(context.Background(), testChange, func(tx *Tx) error { return tx.exec(query) })
			wantCode(t, err, CodeBroken)
		})
	}
	wantSound(t, b)
}

func TestBlankedHistoryKeepsTheChainWhole(t *testing.T) {
	b := renamedMember(t)
	update(t, b, func(tx *Tx) error { return tx.BlankHistory("member", "m1") })
	view(t, b, func(tx *Tx) error {
		history, err := tx.History("member", "m1")
		if err != nil || len(history) != 2 || history[0].After != "" || history[0].Actor != "secretary" {
			t.Errorf("history is %+v, %v", history, err)
		}
		return nil
	})
	wantSound(t, b)
}

func TestCheckFindsAlteredHistory(t *testing.T) {
	tests := []struct{ name, query string }{
		{"another value", "UPDATE history SET after = '{}' WHERE id = 2"},
		{"another actor", "UPDATE history SET actor = 'x' WHERE id = 1"},
		{"another time", "UPDATE history SET at = '2026-01-01T00:00:00Z' WHERE id = 2"},
		{"an entry removed from the middle", "DELETE FROM history WHERE id = 1"},
		{"the last entry removed", "DELETE FROM history WHERE id = 2"},
		{"two entries exchanged", "UPDATE history SET id = CASE id WHEN 1 THEN 12 ELSE 11 END; UPDATE history SET id = id - 10"},
		{"half blanked", "UPDATE history SET after = NULL WHERE id = 1"},
		{"another subject of access", "UPDATE access_log SET subject = 'x'"},
		{"an access removed", "DELETE FROM access_log"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := renamedMember(t)
			<-b.turn
			for _, trigger := range []string{"history_is_kept", "history_is_fixed", "access_log_is_kept", "access_log_is_fixed"} {
				if err := b.image.exec("DROP TRIGGER " + trigger); err != nil {
					t.Fatal(err)
				}
			}
			if err := b.image.exec(test.query); err != nil {
				t.Fatal(err)
			}
			b.give()
			found, err := b.Check(context.Background())
			if err != nil || len(found) == 0 || found[0].Kind != FindingHistory {
				t.Fatalf("found %+v, %v", found, err)
			}
		})
	}
}

func TestSecretValuesLeaveNoTraceInHistory(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	update(t, b, func(tx *Tx) error { return tx.PutValue("keys", "AGE-SECRET-KEY-1") })
	update(t, b, func(tx *Tx) error { return tx.PutValue("keys", "AGE-SECRET-KEY-2") })
	view(t, b, func(tx *Tx) error {
		value, err := tx.Value("keys")
		if err != nil || value != "AGE-SECRET-KEY-2" {
			t.Errorf("value is %q, %v", value, err)
		}
		history, err := tx.History("value", "keys")
		if err != nil || len(history) != 2 || history[1].Before+history[1].After != "" {
			t.Errorf("history is %+v, %v", history, err)
		}
		return nil
	})
	wantSound(t, b)
}

func TestMarkHistoryNamesTheMark(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	yes, no := true, false
	sheet := app.MarkedSheet{Framework: "F", Version: 1, Subject: "2026-11", Marks: []app.Mark{{ID: "a", Done: &yes}, {ID: "b", Number: "4.5"}}}
	update(t, b, func(tx *Tx) error {
		if err := tx.PutFramework(Framework{Code: "F", Version: 1, Body: []byte("{}"), ReceivedAt: time.Time{}}); err != nil {
			return err
		}
		return tx.PutSheet(sheet)
	})
	sheet.Marks = []app.Mark{{ID: "b", Number: "4.5"}, {ID: "a", Done: &no}}
	update(t, b, func(tx *Tx) error { return tx.PutSheet(sheet) })
	view(t, b, func(tx *Tx) error {
		history, err := tx.History("sheet", "F/1/2026-11")
		if err != nil || len(history) != 2 || history[1].Before != `{"marks":{"a":{"done":true}}}` || history[1].After != `{"marks":{"a":{"done":false}}}` {
			t.Errorf("history is %+v, %v", history, err)
		}
		got, err := tx.Sheet("F", 1, "2026-11")
		if err != nil || len(got.Marks) != 2 || got.Marks[0].ID != "b" || *got.Marks[1].Done {
			t.Errorf("the sheet is %+v, %v", got, err)
		}
		return nil
	})
}

func TestHistoryKeepsNoFiguresThatAPacketHolds(t *testing.T) {
	b, _ := createBook(t, t.TempDir())
	b.image.exec("PRAGMA foreign_keys = OFF") // the cell and the file are not there
	came := app.ReceivedPacket{ID: "came", CellID: "c", Month: "2026-11", State: app.MonthReceived, FileID: "f",
		Summary: app.PacketSummary{Members: 24, BelowThreshold: []string{"Cao Văn Lực 24"}}}
	typed := came
	typed.ID, typed.FileID, typed.ByHand = "typed", "", true
	update(t, b, func(tx *Tx) error {
		return errors.Join(tx.PutReceivedPacket(came), tx.PutReceivedPacket(typed))
	})
	came.Summary.Members = 25
	update(t, b, func(tx *Tx) error { return tx.PutReceivedPacket(came) })
	view(t, b, func(tx *Tx) error {
		history, err := tx.History(entityPacket, "came")
		if err != nil || len(history) != 2 {
			t.Fatalf("%+v, %v", history, err)
		}
		if first := history[0].After; strings.Contains(first, "Lực") || !strings.Contains(first, "2026-11") {
			t.Errorf("of the file that came history keeps %s", first)
		}
		if history[1].Before != `{"summary":{"members":24}}` || history[1].After != `{"summary":{"members":25}}` {
			t.Errorf("of another figure history keeps %+v", history[1])
		}
		history, err = tx.History(entityPacket, "typed")
		if err == nil && !strings.Contains(history[0].After, "Lực") {
			t.Errorf("of figures that were typed history keeps %s", history[0].After)
		}
		return err
	})
}
