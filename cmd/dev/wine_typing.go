package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// eraseWays are the ways in which typing programs take letters back, as typist knows them; see there who uses which.
var eraseWays = []string{"back", "scan", "select", "blank", "clipboard", "packet"}

// The word that is typed in every way, as Telex makes it: v i e e t j.
const typedWord = "việt"

// telex is the script that types the word and lets a typing program correct it in one of the ways.
func telex(way string) string {
	return "keys vie\nerase " + way + " 1\nput ê\nkeys t\nerase " + way + " 2\nput ệt\n"
}

// checkTyping opens the book in chibo.exe, types like a secretary with each typing program into an entry, an entry of several
// lines and the grid of points, closes the program and reads the book here. It opens the book once more to see it is whole.
func (b *wine) checkTyping(book string) error {
	screen, err := b.workshop.openDisplay()
	if err != nil {
		return err
	}
	defer screen.close()
	typist := &wineTypist{box: b, display: screen, pictures: b.workshop.path("out", "wine")}
	if err := typist.prepare(); err != nil {
		return err
	}
	if err := typist.fill(book); err != nil {
		return fmt.Errorf("%w; the last picture is in %s", err, typist.pictures)
	}
	if err := b.compareTyped(book); err != nil {
		return err
	}
	fmt.Printf("   chibo.exe took %d ways of correcting letters in three kinds of entries; pictures in %s\n", len(eraseWays), typist.pictures)
	return nil
}

// wineTypist is a person at chibo.exe.
type wineTypist struct {
	box      *wine
	display  *display
	pictures string
	number   int
	last     string // the last picture
}

func (t *wineTypist) prepare() error {
	if err := os.RemoveAll(t.pictures); err != nil {
		return err
	}
	if err := os.MkdirAll(t.pictures, 0o755); err != nil {
		return err
	}
	w := t.box.workshop
	return w.show(append([]string{"GOOS=windows", "GOARCH=amd64"}, withoutC...), "go", "build", withoutVersionControl, "-o", t.program(), "./cmd/dev/typist")
}

func (t *wineTypist) program() string { return filepath.Join(t.box.prefix, "typist.exe") }

// fill types into the three kinds of entries and opens the book a second time.
func (t *wineTypist) fill(book string) error {
	win, err := t.open(book)
	if err != nil {
		return err
	}
	defer win.close()
	for _, do := range []func() error{t.fillPoints, t.fillMember} {
		if err := do(); err != nil {
			return err
		}
	}
	if err := t.write("close\n"); err != nil {
		return err
	}
	if err := win.end(patience); err != nil {
		return err
	}
	again, err := t.open(book)
	if err != nil {
		return err
	}
	defer again.close()
	if err := t.write("close\n"); err != nil {
		return err
	}
	return again.end(patience)
}

// open starts chibo.exe and unlocks the book.
func (t *wineTypist) open(book string) (*window, error) {
	w := t.box.workshop
	cmd := w.command(append(t.box.env(), t.display.env()...), "wine", w.path("dist", "chibo.exe"), "--trace-start", "--book", book)
	win, err := t.display.start(cmd)
	if err != nil {
		return nil, err
	}
	if err := t.unlock(win); err != nil {
		win.close()
		return nil, err
	}
	return win, nil
}

func (t *wineTypist) unlock(win *window) error {
	if _, err := win.await(unlockShown, patience); err != nil {
		return err
	}
	if err := t.display.focus(); err != nil {
		return err
	}
	t.last = ""
	if err := t.do("unlock", typed(winePassphrase)); err != nil {
		return err
	}
	if err := t.display.keys("key", "Return"); err != nil {
		return err
	}
	if _, err := win.await(overviewShown, patience); err != nil {
		return err
	}
	return t.do("overview")
}

// fillPoints types points for six members, one way of correcting for each.
func (t *wineTypist) fillPoints() error {
	if err := t.do("points", press("alt+3")); err != nil {
		return err
	}
	var script strings.Builder
	script.WriteString(strings.Repeat("enter\n", 3)) // the third member of the list is excused
	for i, way := range eraseWays {
		fmt.Fprintf(&script, "keys 29\nerase %s 1\nput %d\nenter\n", way, i)
	}
	if err := t.write(script.String()); err != nil {
		return err
	}
	return t.do("points-typed")
}

// fillMember adds a member whose name and note are typed in every way.
func (t *wineTypist) fillMember() error {
	if err := t.do("members", press("alt+2")); err != nil {
		return err
	}
	if err := t.do("new-member", press("ctrl+n")); err != nil {
		return err
	}
	var name, note strings.Builder
	for i, way := range eraseWays {
		if i > 0 {
			name.WriteString("keys  \n")
			note.WriteString("enter\n")
		}
		name.WriteString(telex(way))
		note.WriteString(telex(way))
	}
	if err := t.write(name.String()); err != nil {
		return err
	}
	// The note is the last field of the form: scrolled to the end it stands right above the bar with the buttons.
	end := []string{"mousemove", betweenCards, "400", "click", "--repeat", "40", "--delay", "50", "5"}
	if err := t.do("member-end", end); err != nil {
		return err
	}
	if err := t.do("member-note", clickAt(700, noteHeight)); err != nil {
		return err
	}
	if err := t.write(note.String()); err != nil {
		return err
	}
	t.last = "" // a few words are too little to tell the picture from the one before
	if err := t.do("member-typed"); err != nil {
		return err
	}
	return t.do("member-saved", press("ctrl+s"))
}

// betweenCards is where the wheel turns the form and not the text of an entry under the mouse.
const betweenCards = "783"

// noteHeight is where the note of the member's form stands on the screen once the form is scrolled to its end.
const noteHeight = 600

// do sends keys and clicks and keeps a picture once the screen has changed and is at rest.
func (t *wineTypist) do(name string, keys ...[]string) error {
	for _, args := range keys {
		if err := t.display.keys(args...); err != nil {
			return err
		}
	}
	t.number++
	file := filepath.Join(t.pictures, fmt.Sprintf("%02d-%s.png", t.number, name))
	if err := t.display.settled(t.last, file, patience); err != nil {
		return fmt.Errorf("at %q: %w", name, err)
	}
	t.last = file
	return nil
}

// write lets typist type a script.
func (t *wineTypist) write(script string) error {
	_, err := t.tell(script)
	return err
}

// tell gives typist a script and returns what it prints.
func (t *wineTypist) tell(script string) (string, error) {
	file := filepath.Join(t.box.prefix, "script.txt")
	if err := os.WriteFile(file, []byte(script), 0o644); err != nil {
		return "", err
	}
	return t.box.workshop.output(append(t.box.env(), t.display.env()...), "wine", t.program(), file)
}

// compareTyped reads the book here and compares what stands in it with what was meant.
func (b *wine) compareTyped(book string) error {
	plain := filepath.Join(b.prefix, "so.db")
	if _, err := b.here("unseal", "--book", book, "--out", plain); err != nil {
		return err
	}
	words := make([]string, len(eraseWays))
	for i := range words {
		words[i] = typedWord
	}
	month := time.Now().Format("2006-01")
	for _, c := range []struct{ about, query, want string }{
		{"the entry", "SELECT full_name FROM member ORDER BY id DESC LIMIT 1", strings.Join(words, " ")},
		{"the entry of several lines", "SELECT note FROM member ORDER BY id DESC LIMIT 1", strings.Join(words, "\n")},
		{"the grid of points", "SELECT group_concat(points, ' ') FROM (SELECT points FROM point WHERE removed_at = '' AND month = '" + month + "' ORDER BY points)", "20 21 22 23 24 25"},
	} {
		out, err := b.workshop.output(nil, "sqlite3", "-json", plain, c.query)
		if err != nil {
			return err
		}
		if got := onlyValue(out); got != c.want {
			return fmt.Errorf("typing programs left %q in %s, want %q (ways: %s)", got, c.about, c.want, strings.Join(eraseWays, ", "))
		}
	}
	return nil
}

// onlyValue is the one value in the answer of sqlite3 -json, as text.
func onlyValue(answer string) string {
	var rows []map[string]any
	if err := json.Unmarshal([]byte(answer), &rows); err != nil {
		return answer
	}
	for _, row := range rows {
		for _, value := range row {
			return fmt.Sprint(value)
		}
	}
	return answer
}
