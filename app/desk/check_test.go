package desk_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// Each fault is told once, by the name that the user knows, in a sentence that says what to do.
func TestCheckSaysWhatToDo(t *testing.T) {
	t.Parallel()
	o, _ := confirmed(t)
	o.later()
	check(t, o.cell.Backup(o.ctx, "manual"))
	packet, _ := o.handIn(o.cell, "2026-09")
	files := func(pattern string) []string {
		t.Helper()
		list, err := filepath.Glob(filepath.Join(o.cell.Dir(), pattern))
		check(t, err)
		return list
	}
	for _, c := range []struct {
		name, pattern string
		remove        bool
		code          app.Code
		says          string
	}{
		{"a damaged backup", "backups/*-manual.db.age", false, desk.CodeCheckBackup, "Sao lưu ngay"},
		{"a packet that is gone", "files/" + packet.FileID + ".age", true, desk.CodeCheckPacket, packet.FileName},
		{"a damaged packet", "files/" + packet.FileID + ".age", false, desk.CodeCheckPacket, "nơi sao lưu thứ hai"},
	} {
		path := files(c.pattern)[0]
		sound, err := os.ReadFile(path)
		check(t, err)
		if c.remove {
			check(t, os.Remove(path))
		} else {
			damaged := append([]byte{}, sound...)
			damaged[len(damaged)/2] ^= 1
			check(t, os.WriteFile(path, damaged, 0o600))
		}
		found, err := o.cell.Check(o.ctx)
		check(t, err)
		if len(found) != 1 || found[0].Code != c.code {
			t.Fatalf("%s: found %+v", c.name, found)
		}
		if words := wording.Sentence(found[0].Advice()); !strings.Contains(words, c.says) {
			t.Errorf("%s: %s", c.name, words)
		}
		check(t, os.WriteFile(path, sound, 0o600))
	}
	if found, err := o.cell.Check(o.ctx); err != nil || len(found) > 0 {
		t.Errorf("all is whole again, but: %+v, %v", found, err)
	}
}
