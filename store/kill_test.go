package store

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// killWorker makes the test program work on a book until it is killed; its value is the book's folder.
const killWorker = "STORE_KILL_WORKER"

// killRounds is how often TestKilledProgramLosesNothing kills; the value replaces the usual 20.
const killRounds = "STORE_KILL_ROUNDS"

func TestMain(m *testing.M) {
	if dir := os.Getenv(killWorker); dir != "" {
		fmt.Fprintln(os.Stderr, work(dir))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// work changes a book without end and prints each number only after its change was acknowledged.
func work(dir string) error {
	schema, err := readMigrations(embeddedMigrations)
	if err != nil {
		return err
	}
	schema = append(schema, migration{version: len(schema) + 1, script: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"})
	b, err := Open(context.Background(), dir, testPassphrase, withSchema(schema))
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		err := b.Update(context.Background(), testChange, func(tx *Tx) error {
			if n%5 == 4 {
				if _, err := b.PutFile(context.Background(), tx, "tệp", "", strings.NewReader(strings.Repeat("x", 100<<10))); err != nil {
					return err
				}
			}
			return tx.exec("INSERT INTO note (text) VALUES (?)", strconv.Itoa(n))
		})
		if err != nil {
			return err
		}
		fmt.Println(n)
		if n%7 == 6 {
			if err := b.Backup(context.Background(), "kill"); err != nil {
				return err
			}
		}
	}
}

// A program that is killed at any moment loses no change that was acknowledged, and its book opens sound.
func TestKilledProgramLosesNothing(t *testing.T) {
	rounds := 20
	if text := os.Getenv(killRounds); text != "" {
		var err error
		if rounds, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	dir := filepath.Join(t.TempDir(), "book")
	b, _ := createBook(t, dir)
	closeBook(t, b)
	total := 0
	for round := range rounds {
		acknowledged := killAfter(t, dir, 1+round%9)
		b := openBook(t, dir)
		kept := strings.Split(notes(t, b), ",")
		if len(kept) < total+acknowledged {
			t.Fatalf("round %d: %d changes were acknowledged, %d are kept", round, total+acknowledged, len(kept))
		}
		total = len(kept)
		wantSound(t, b)
		mustAddNote(t, b, "sau")
		total++
		wantNoOrphans(t, b)
		closeBook(t, b)
		leftovers(t, dir)
	}
	t.Logf("killed %d times, %d acknowledged changes kept, 0 lost", rounds, total)
}

// killAfter starts the worker, kills it after it has acknowledged some changes, and returns how many it acknowledged.
func killAfter(t *testing.T, dir string, changes int) int {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(program)
	command.Env = append(os.Environ(), killWorker+"="+dir)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var complaint strings.Builder
	command.Stderr = &complaint
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	acknowledged := 0
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if acknowledged++; acknowledged == changes {
			if err := command.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	command.Wait() // it was killed: the error says so
	if acknowledged < changes {
		t.Fatalf("the worker stopped after %d changes: %s", acknowledged, complaint.String())
	}
	return acknowledged
}

// wantNoOrphans fails if files/ holds more than the rows name after a save.
func wantNoOrphans(t *testing.T, b *Book) {
	t.Helper()
	view(t, b, func(tx *Tx) error {
		list, err := tx.Files()
		if got := sealedFiles(t, b.dir); got != len(list) {
			t.Errorf("%d files for %d rows", got, len(list))
		}
		return err
	})
}
