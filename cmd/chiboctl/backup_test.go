package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A book is backed up to a second place, its laptop is lost, and it comes back from the place with the recovery code alone.
func TestBackupAndRestore(t *testing.T) {
	p := newPlace(t)
	out, errs, exit := p.run("new --book cell --name 'Chi bộ A' --code CB001 --start-month 2026-11")
	if exit != exitDone {
		t.Fatal(errs)
	}
	code := regexp.MustCompile(`[2-9A-Z]{4}(-[2-9A-Z]{4}){5}`).FindString(out)
	p.write("code.txt", []byte(code+"\n"))
	check(t, os.Mkdir(p.path("drive"), 0o755))
	p.steps(
		step{line: "members import members-clean.xlsx --book cell", out: []string{"Mới 24"}},
		step{line: "backup --book cell --place drive", out: []string{"Đã sao lưu và đọc lại đúng", "SoChiBo-CB001-sao-luu"}},
		step{line: "members import members-7hsdv.xlsx --book cell"},
		step{line: "restore --book cell --list", out: []string{"24", "manual", "import"}},
	)
	place := "drive/SoChiBo-CB001-sao-luu"
	check(t, os.RemoveAll(p.path("cell")))
	p.steps(
		step{line: "restore --book cell", exit: exitRefused, err: "không có sổ"},
		step{line: "restore --book laptop --from " + place + " --recovery-file code.txt", out: []string{"Sổ đã trở lại như lúc"}},
		step{line: "members list --book laptop", out: []string{"Bùi Quang Huy"}},
		step{line: "check --book laptop", out: []string{"Sổ lành lặn"}},
		step{line: "restore --book laptop --from drive", exit: exitRefused},
		step{line: "backup --book laptop --place laptop/no/such", exit: exitFailed, err: "Không ghi được"},
	)
	var list struct {
		Backups []struct {
			Name     string
			Contents struct{ Members int }
			Missing  int
		}
	}
	p.read("restore --book laptop --list", &list)
	if len(list.Backups) == 0 || list.Backups[0].Contents.Members != 24 || list.Backups[0].Missing == 0 {
		t.Errorf("backups are %+v", list)
	}
	data, err := os.ReadFile(p.path("laptop/book.db.age"))
	check(t, err)
	data[len(data)/2] ^= 1
	p.write("laptop/book.db.age", data)
	p.steps(
		step{line: "check --book laptop", exit: exitFailed, err: "bị hỏng"},
		step{line: "restore --book laptop", out: []string{"Sổ đã trở lại như lúc"}},
		step{line: "check --book laptop", out: []string{"Sổ lành lặn"}},
	)
	kept, err := filepath.Glob(p.path("laptop/backups/*.damaged"))
	check(t, err)
	if len(kept) != 1 || !strings.HasSuffix(kept[0], ".damaged") {
		t.Errorf("the damaged book is kept as %v", kept)
	}
}
