package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"testing"
	"time"

	"sochibo/assets"
)

// program is the binary under test, built once.
var program string

func TestMain(m *testing.M) {
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "chiboctl-*")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "chiboctl")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	// The lists and the meeting are of November 2026; the program must take it for today's month whenever the tests run.
	shift := time.Until(time.Date(2026, 11, 24, 10, 0, 0, 0, time.Local)).Round(time.Second)
	build := exec.Command("go", "build", "-ldflags", "-X main.clockShift="+shift.String(), "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		os.Stderr.Write(out)
		return 1
	}
	return m.Run()
}

const pass = "hoa gạo đỏ bên sông"

// place is a folder in which commands are run one after the other.
type place struct {
	t   *testing.T
	dir string
	env []string
}

func newPlace(t *testing.T) *place {
	t.Helper()
	p := &place{t: t, dir: t.TempDir(), env: []string{"CHIBO_PASSPHRASE=" + pass}}
	for _, name := range []string{"members-clean.xlsx", "members-7hsdv.xlsx", "points-2026-11.xlsx", "points-2026-wide.xlsx", "members-vni.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		check(t, err)
		p.write(name, data)
	}
	meeting, err := assets.Demo("meeting-2026-11.json")
	check(t, err)
	p.write("meeting.json", meeting)
	check(t, os.Mkdir(p.path("stick"), 0o755))
	return p
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (p *place) path(name string) string { return filepath.Join(p.dir, name) }

func (p *place) write(name string, data []byte) {
	p.t.Helper()
	check(p.t, os.WriteFile(p.path(name), data, 0o644))
}

// words splits a command line; text in single quotes stays together.
var words = regexp.MustCompile(`'[^']*'|\S+`)

// run runs a command line in the folder and returns what it printed and its exit code.
func (p *place) run(line string) (stdout, stderr string, exit int) {
	p.t.Helper()
	var args []string
	for _, word := range words.FindAllString(line, -1) {
		args = append(args, strings.Trim(word, "'"))
	}
	command := exec.Command(program, args...)
	command.Dir = p.dir
	command.Env = append(os.Environ(), p.env...)
	var out, errs bytes.Buffer
	command.Stdout, command.Stderr = &out, &errs
	err := command.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		p.t.Fatal(err)
	}
	if command.ProcessState.ExitCode() < 0 {
		p.t.Fatalf("chiboctl %s: %s", line, command.ProcessState)
	}
	return out.String(), errs.String(), command.ProcessState.ExitCode()
}

// step is one command with what it must print and how it must end.
type step struct {
	line string
	exit int
	out  []string // each is in what was printed
	err  string   // is in the sentence
}

func (p *place) steps(steps ...step) {
	p.t.Helper()
	for _, s := range steps {
		out, errs, exit := p.run(s.line)
		if exit != s.exit {
			p.t.Fatalf("chiboctl %s\nended with %d, want %d\n%s%s", s.line, exit, s.exit, out, errs)
		}
		for _, want := range s.out {
			if !strings.Contains(out, want) {
				p.t.Errorf("chiboctl %s\ndid not print %q:\n%s", s.line, want, out)
			}
		}
		if !strings.Contains(errs, s.err) || s.exit == exitDone && errs != "" {
			p.t.Errorf("chiboctl %s\nsaid %q, want %q", s.line, errs, s.err)
		}
		if s.exit != exitDone && strings.Count(strings.TrimSpace(errs), "\n") != 0 {
			p.t.Errorf("chiboctl %s\nsaid more than one line: %s", s.line, errs)
		}
	}
}

// read decodes what a command prints with --json.
func (p *place) read(line string, target any) {
	p.t.Helper()
	out, errs, exit := p.run(line + " --json")
	if exit != exitDone {
		p.t.Fatalf("chiboctl %s ended with %d: %s", line, exit, errs)
	}
	if err := json.Unmarshal([]byte(out), target); err != nil {
		p.t.Fatalf("chiboctl %s: %v\n%s", line, err, out)
	}
}

// fingerprint is a hash over all files of a book but the lock, which tells who has it open.
func (p *place) fingerprint(book string) string {
	p.t.Helper()
	var files []string
	check(p.t, filepath.WalkDir(p.path(book), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && !strings.Contains(entry.Name(), "lock") {
			files = append(files, path)
		}
		return err
	}))
	sort.Strings(files)
	sum := sha256.New()
	for _, path := range files {
		data, err := os.ReadFile(path)
		check(p.t, err)
		sum.Write([]byte(path))
		sum.Write(data)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

const newCommittee = "new --committee --name 'Đảng ủy Công ty CP May Hưng Thịnh' --code DU --enterprise 'Công ty CP May Hưng Thịnh' --superior 'Đảng bộ Công ty CP May Hưng Thịnh' --place 'Hưng Yên' --book "

// linked makes a committee's book and a cell's book with its members.
func (p *place) linked() {
	p.t.Helper()
	p.steps(
		step{line: newCommittee + "committee", out: []string{"Mã khôi phục"}},
		step{line: "invite --book committee --code CB001 --name 'Chi bộ Xưởng May 2' --first-month 2026-11 --to stick", out: []string{"TM-CB001-01.chibo"}},
		step{line: "new --book cell --invitation stick/TM-CB001-01.chibo --term-from 2025-06-25 --used-minutes-number 16 --used-resolution-number 16 --recovery-sheet recovery.pdf"},
		step{line: "members import members-clean.xlsx --book cell", out: []string{"Mới 24"}},
	)
	check(p.t, os.Remove(p.path("stick/TM-CB001-01.chibo")))
}
