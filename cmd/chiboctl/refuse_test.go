package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/xuri/excelize/v2"

	"sochibo/app/desk"
)

// Each bad input gets one sentence and leaves the book as it was, to the byte.
func TestWhatIsRefusedLeavesTheBookAsItWas(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.linked()
	p.makeBadLists()
	before := p.fingerprint("cell")
	for _, s := range []step{
		{line: "members import notes.xlsx --book cell", exit: exitRefused, err: "notes.xlsx"},
		{line: "members import picture.png --book cell", exit: exitRefused, err: "picture.png"},
		{line: "members import locked.xlsx --book cell", exit: exitRefused, err: "mật khẩu"},
		{line: "members import cut.xlsx --book cell", exit: exitRefused, err: "cut.xlsx"},
		{line: "members import headless.csv --book cell", exit: exitRefused, err: "headless.csv"},
		{line: "members import nowhere.xlsx --book cell", exit: exitRefused, err: "nowhere.xlsx"},
		{line: "members import members-vni.csv --book cell", exit: exitRefused, err: "--convert"},
		{line: "members import baddate.csv --book cell", out: []string{"lỗi 1", "31/02/1990", "Không có gì phải ghi"}},
		{line: "points import notes.xlsx --book cell", exit: exitRefused, err: "notes.xlsx"},
		{line: "points import points-2026-11.xlsx --month 2026-13 --book cell", exit: exitRefused, err: "2026-13"},
		{line: "meetings import notes.xlsx --book cell", exit: exitRefused, err: "dòng"},
		{line: "meetings import strangers.json --book cell", exit: exitRefused, err: "Kiều Thị Vân"},
		{line: "meetings import badword.json --book cell", exit: exitRefused, err: "agenda[1]"},
		{line: "meetings import badfield.json --book cell", exit: exitRefused, err: "chairman"},
		{line: "meetings import baddate.json --book cell", exit: exitRefused, err: "2026-11-31"},
		{line: "meetings import badmark.json --book cell", exit: exitRefused, err: "m99"},
		{line: "criteria set k1a=9 --month 2026-11 --book cell", exit: exitRefused},
		{line: "criteria import notes.xlsx --book cell", exit: exitRefused},
		{line: "report minutes --month 2026-11 --out m.pdf --book cell", exit: exitRefused, err: "11/2026"},
		{line: "report members --month 2026-11 --out nowhere/m.pdf --book cell", exit: exitFailed, err: "nowhere"},
		{line: "report roll-up --month 2026-11 --out m.pdf --book cell", exit: exitRefused, err: "cấp ủy"},
		{line: "handover --month 2026-11 --to stick --book cell", exit: exitRefused, err: "11/2026"},
		{line: "invite --code X --name X --to stick --book cell", exit: exitRefused, err: "cấp ủy"},
		{line: "receive notes.xlsx --book cell", exit: exitRefused},
		{line: "receive stick --book cell", exit: exitRefused, err: "stick"},
		{line: "status --month November --book cell", exit: exitRefused, err: "November"},
	} {
		p.steps(s)
		if p.fingerprint("cell") != before {
			t.Fatalf("chiboctl %s changed the book", s.line)
		}
	}
	if _, err := os.Stat("/dev/full"); err == nil {
		p.steps(step{line: "criteria export MEETING-42HD --out /dev/full --book cell", exit: exitFailed, err: "đầy"})
	}
}

func (p *place) makeBadLists() {
	p.write("notes.xlsx", []byte("Danh sách này là chữ, không phải Excel.\n"))
	p.write("picture.png", []byte("\x89PNG\r\n\x1a\n"))
	list := excelize.NewFile()
	check(p.t, list.SetCellValue("Sheet1", "A1", "Họ và tên"))
	var locked bytes.Buffer
	check(p.t, list.Write(&locked, excelize.Options{Password: "mat khau"}))
	check(p.t, list.Close())
	p.write("locked.xlsx", locked.Bytes())
	whole, err := os.ReadFile(p.path("members-clean.xlsx"))
	check(p.t, err)
	p.write("cut.xlsx", whole[:len(whole)/2])
	p.write("headless.csv", []byte("một,hai,ba\n4,5,6\n7,8,9\n"))
	p.write("baddate.csv", []byte("Họ và tên,Số thẻ Đảng viên,Ngày sinh\nĐinh Thị Sen,31409999,31/02/1990\n"))
	meeting, err := os.ReadFile(p.path("meeting.json"))
	check(p.t, err)
	for name, change := range map[string][2]string{
		"strangers.json": {`"chair": "Trần Thị Bích Hạnh"`, `"chair": "Kiều Thị Vân"`},
		"badword.json":   {`"kind": "news"`, `"kind": "gossip"`},
		"badfield.json":  {`"chair":`, `"chairman":`},
		"baddate.json":   {`"heldOn": "2026-11-20"`, `"heldOn": "2026-11-31"`},
		"badmark.json":   {`"id": "m3a"`, `"id": "m99"`},
	} {
		changed := strings.Replace(string(meeting), change[0], change[1], 1)
		if changed == string(meeting) {
			p.t.Fatalf("%s: nothing to change", name)
		}
		p.write(name, []byte(changed))
	}
}

func TestBooksThatCannotBeOpened(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.steps(
		step{line: "new --book cell --name 'Chi bộ Xưởng May 2' --code CB001"},
		step{line: "new --book cell --name 'Chi bộ khác' --code CB002", exit: exitRefused, err: "đã có sổ"},
		step{line: "new --book meeting.json/cell --name 'Chi bộ khác' --code CB002", exit: exitFailed, err: "meeting.json"},
		step{line: "new --book other --name 'Chi bộ khác' --code 'mã có dấu'", exit: exitRefused, err: "mã"},
		step{line: "new --book other --name 'Chi bộ khác'", exit: exitRefused, err: "--code"},
	)
	if _, err := os.Stat(p.path("other")); err == nil {
		t.Error("a refused book left its folder")
	}
	before := p.fingerprint("cell")
	p.write("wrong.txt", []byte("mật khẩu sai\n"))
	p.write("short.txt", []byte("ngắn\n"))
	p.steps(
		step{line: "members list --book cell --passphrase-file wrong.txt", exit: exitRefused, err: "ật khẩu"},
		step{line: "members list --book cell --passphrase-file nowhere.txt", exit: exitRefused, err: "nowhere.txt"},
		step{line: "members list --book nowhere", exit: exitRefused, err: "nowhere"},
		step{line: "new --book other --name A --code B --passphrase-file short.txt", exit: exitRefused, err: "8"},
	)
	p.env = nil
	p.steps(step{line: "members list --book cell", exit: exitRefused, err: "CHIBO_PASSPHRASE"})
	p.env = []string{"CHIBO_PASSPHRASE=" + pass}

	open, err := desk.Open(context.Background(), p.path("cell"), pass)
	check(t, err)
	p.steps(step{line: "members list --book cell", exit: exitRefused, err: "đang được mở"})
	check(t, open.Close(context.Background()))
	if p.fingerprint("cell") != before {
		t.Error("looking at the book changed it")
	}
	p.fromNewerProgram("cell")
	before = p.fingerprint("cell")
	p.steps(step{line: "members list --book cell", exit: exitRefused, err: "mới hơn"})
	if p.fingerprint("cell") != before {
		t.Error("a newer program's book was changed")
	}
}

// fromNewerProgram gives the book's database a version of the schema that this program cannot know.
func (p *place) fromNewerProgram(book string) {
	p.t.Helper()
	keys, err := os.ReadFile(p.path(book + "/book.key"))
	check(p.t, err)
	scrypt, err := age.NewScryptIdentity(pass)
	check(p.t, err)
	opened, err := age.Decrypt(bytes.NewReader(keys), scrypt)
	check(p.t, err)
	identities, err := age.ParseIdentities(opened)
	check(p.t, err)
	sealed, err := os.ReadFile(p.path(book + "/book.db.age"))
	check(p.t, err)
	plain, err := age.Decrypt(bytes.NewReader(sealed), identities...)
	check(p.t, err)
	database, err := io.ReadAll(plain)
	check(p.t, err)
	const userVersion = 60 // place of user_version in the header of a SQLite database
	binary.BigEndian.PutUint32(database[userVersion:], 9999)
	var again bytes.Buffer
	w, err := age.Encrypt(&again, identities[0].(*age.X25519Identity).Recipient())
	check(p.t, err)
	_, err = w.Write(database)
	check(p.t, err)
	check(p.t, w.Close())
	check(p.t, os.WriteFile(p.path(book+"/book.db.age"), again.Bytes(), 0o600))
}

func TestPacketsThatAreNotTaken(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.linked()
	p.steps(
		step{line: newCommittee + "others"},
		step{line: "close --month 2026-11 --accept-gaps --book cell"},
		step{line: "handover --month 2026-11 --to stick --book cell"},
		step{line: "reopen --month 2026-11 --reason 'Bổ sung' --book cell"},
		step{line: "close --month 2026-11 --accept-gaps --book cell"},
		step{line: "handover --month 2026-11 --to stick --book cell"},
		step{line: "receive stick/CB-CB001-2026-11-02.chibo --book committee"},
		step{line: "confirm-key --cell CB001 --book committee"},
	)
	packet, err := os.ReadFile(p.path("stick/CB-CB001-2026-11-02.chibo"))
	check(t, err)
	packet[len(packet)/2] ^= 1
	p.write("tampered.chibo", packet)
	p.write("cut.chibo", packet[:len(packet)/3])
	var parts bytes.Buffer
	check(t, zip.NewWriter(&parts).Close())
	p.write("empty.chibo", parts.Bytes())
	committee, others := p.fingerprint("committee"), p.fingerprint("others")
	for _, verb := range []string{"verify", "receive"} {
		p.steps(
			step{line: verb + " tampered.chibo --book committee", exit: exitRefused},
			step{line: verb + " cut.chibo --book committee", exit: exitRefused},
			step{line: verb + " empty.chibo --book committee", exit: exitRefused},
			step{line: verb + " stick/CB-CB001-2026-11-01.chibo --book committee", exit: exitRefused, err: "cũ hơn"},
			step{line: verb + " stick/CB-CB001-2026-11-02.chibo --book committee", out: []string{"đã nhận trước đây"}},
			step{line: verb + " stick/CB-CB001-2026-11-02.chibo --book others", exit: exitRefused, err: "nơi nhận khác"},
		)
	}
	if p.fingerprint("committee") != committee || p.fingerprint("others") != others {
		t.Error("a packet that was not taken changed a book")
	}
}

func TestWrongUse(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.steps(
		step{line: "", out: []string{"members import FILE", "CHIBO_PASSPHRASE"}},
		step{line: "help", out: []string{"unseal --out FILE.db"}},
		step{line: "close --help", out: []string{"--accept-gaps", "--month …"}},
		step{line: "help --lang en", out: []string{"list the members"}},
		step{line: "members import --help --lang en", out: []string{"only look, write nothing"}},
		step{line: "bakup --book cell", exit: exitRefused, err: "bakup"},
		step{line: "members list --bok cell", exit: exitRefused, err: "bok"},
		step{line: "members list", exit: exitRefused, err: "--book"},
		step{line: "members import --book cell", exit: exitRefused, err: "members import FILE"},
		step{line: "demo --dir d --cells many", exit: exitRefused, err: "many"},
		step{line: "demo --dir d --cells 0", exit: exitRefused},
		step{line: "report minutes --month 2026-11 --format odt --out m.odt --book cell", exit: exitRefused, err: "odt"},
	)
	if runtime.GOOS != "windows" {
		out, _, _ := p.run("help")
		for _, line := range strings.Split(out, "\n") {
			if width(line) > 160 {
				t.Errorf("a line of the help is %d wide: %s", width(line), line)
			}
		}
	}
}
