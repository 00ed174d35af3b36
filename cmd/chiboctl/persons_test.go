package main

import (
	"os"
	"testing"
)

// The deputy gets a passphrase of his own, is named in the journal, and loses it again; the secretary's and the recovery code change.
func TestPersonsKeysAndJournal(t *testing.T) {
	p := newPlace(t)
	p.write("deputy.txt", []byte("mật khẩu của phó\n"))
	p.write("short.txt", []byte("ngắn\n"))
	p.write("fresh.txt", []byte("mật khẩu mới của bí thư\n"))
	p.steps(
		step{line: "new --book cell --name 'Chi bộ A' --code CB001 --start-month 2026-11"},
		step{line: "persons rename --book cell --name 'Nguyễn Thị Hà'", out: []string{"Đã ghi"}},
		step{line: "persons add --book cell --name 'Trần Văn Đức' --new-passphrase-file short.txt", exit: exitRefused, err: "8 ký tự"},
		step{line: "persons add --book cell --name 'Trần Văn Đức' --role boss --new-passphrase-file deputy.txt", exit: exitRefused},
		step{line: "persons add --book cell --name 'Trần Văn Đức' --new-passphrase-file deputy.txt", out: []string{"Trần Văn Đức", "tranvanduc"}},
		step{line: "persons list --book cell", out: []string{"Nguyễn Thị Hà", "Bí thư", "Phó bí thư"}},
		step{line: "members import members-clean.xlsx --book cell --passphrase-file deputy.txt", out: []string{"Mới 24"}},
		step{line: "journal --book cell --changes --by 'Trần Văn Đức'", out: []string{"Nhập danh sách"}},
		step{line: "journal --book cell --kind person", out: []string{"Nguyễn Thị Hà", "Đổi người mở sổ: Trần Văn Đức"}},
		step{line: "journal --book cell --kind nothing", exit: exitRefused},
		step{line: "journal --book cell --from 2026-13-01", exit: exitRefused},
		step{line: "journal --book cell --out journal.pdf", out: []string{"journal.pdf"}},
		step{line: "persons remove --book cell --key tranvanduc", out: []string{"không còn mở được"}},
		step{line: "persons remove --book cell --key tranvanduc", exit: exitRefused},
		step{line: "members list --book cell --passphrase-file deputy.txt", exit: exitRefused, err: "Mật khẩu không đúng"},
		step{line: "recovery --book cell --sheet sheet.pdf", out: []string{"Mã khôi phục mới đã có hiệu lực"}},
		step{line: "passphrase --book cell --new-passphrase-file short.txt", exit: exitRefused},
		step{line: "passphrase --book cell --new-passphrase-file fresh.txt", out: []string{"Đã đổi mật khẩu"}},
		step{line: "members list --book cell", exit: exitRefused, err: "Mật khẩu không đúng"},
		step{line: "journal --book cell --kind key --passphrase-file fresh.txt", out: []string{"Đổi mã khôi phục", "Đổi mật khẩu của mình", "Nguyễn Thị Hà"}},
		step{line: "check --book cell --passphrase-file fresh.txt", out: []string{"Sổ lành lặn"}},
	)
	for _, name := range []string{"journal.pdf", "sheet.pdf"} {
		if data, err := os.ReadFile(p.path(name)); err != nil || string(data[:5]) != "%PDF-" {
			t.Errorf("%s is no PDF: %v", name, err)
		}
	}
}
