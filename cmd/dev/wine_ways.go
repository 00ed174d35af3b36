package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// showerSource is a program that "shows" files: it writes down how it was called. It stands for the user's PDF program.
const showerSource = `#include <windows.h>
#include <stdio.h>
int main(void)
{
	char line[4096];
	WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, line, sizeof line, NULL, NULL);
	FILE *out = fopen("C:\\shown.txt", "a");
	if (!out) return 1;
	fprintf(out, "%s\n", line);
	return fclose(out);
}
`

// hardFolder is a user's folder whose name has what goes wrong where a path is taken for an address or a variable.
const hardFolder = "Tạm của Hòa #1 50% %20"

// checkWays has chibo.exe show and print a PDF through the program that is registered for it, first one that cannot print, and
// starts the program a second time: no second window may open, the first comes to the front.
func (b *wine) checkWays(book string) error {
	screen, err := b.workshop.openDisplay()
	if err != nil {
		return err
	}
	defer screen.close()
	user := &wineTypist{box: b, display: screen, pictures: b.workshop.path("out", "wine", "ways")}
	if err := user.prepare(); err != nil {
		return err
	}
	if err := b.registerShower("open"); err != nil {
		return err
	}
	win, err := user.open(book)
	if err != nil {
		return err
	}
	defer win.close()
	for _, do := range []func() error{user.printGuide, func() error { return user.startAgain(book) }} {
		if err := do(); err != nil {
			return fmt.Errorf("%w; pictures are in %s", err, user.pictures)
		}
	}
	if err := user.write("close\n"); err != nil {
		return err
	}
	return win.end(patience)
}

// registerShower makes a program that Windows knows for PDF files and a verb, and gives the user's own files, those for viewing among
// them, a place with a hard name.
func (b *wine) registerShower(verb string) error {
	source, program := filepath.Join(b.prefix, "shower.c"), filepath.Join(b.prefix, "drive_c", "shower.exe")
	if err := os.WriteFile(source, []byte(showerSource), 0o644); err != nil {
		return err
	}
	if _, err := b.workshop.output(nil, crossCompiler, "-O2", "-s", "-mwindows", "-o", program, source); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(b.prefix, "drive_c", hardFolder), 0o755); err != nil {
		return err
	}
	for _, key := range [][]string{
		{`HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders`, "/v", "Local AppData", "/t", "REG_SZ", "/d", `C:\` + hardFolder},
		{`HKLM\Software\Classes\.pdf`, "/ve", "/d", "SoChiBo.Shower"},
		{`HKLM\Software\Classes\SoChiBo.Shower\shell\` + verb + `\command`, "/ve", "/d", `C:\shower.exe ` + verb + ` "%1"`},
	} {
		if _, err := b.workshop.output(b.env(), "wine", append(append([]string{"reg", "add"}, key...), "/f")...); err != nil {
			return err
		}
	}
	return nil
}

// printGuide prints the help from its page, where Windows knows a program that opens PDFs and none that prints them, as a clean one
// does; then where it knows one that prints.
func (t *wineTypist) printGuide() error {
	if err := t.do("help", press("F1")); err != nil {
		return err
	}
	for _, verb := range []string{"open", "print"} {
		if err := t.box.registerShower(verb); err != nil {
			return err
		}
		if err := t.display.focus(); err != nil { // the program for PDF files may have taken the keyboard
			return err
		}
		if err := t.display.keys("key", "ctrl+p"); err != nil {
			return err
		}
		if err := t.box.awaitShown(verb); err != nil {
			return err
		}
		t.last = ""
		if err := t.do("help-" + verb); err != nil {
			return err
		}
	}
	fmt.Println("   chibo.exe had a PDF opened, then printed, from a folder called “" + hardFolder + "”")
	return nil
}

// awaitShown waits until the program for PDF files was called with a verb and a file that is there.
func (b *wine) awaitShown(verb string) error {
	note := filepath.Join(b.prefix, "drive_c", "shown.txt")
	var line string
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(150 * time.Millisecond) {
		data, err := os.ReadFile(note)
		if err != nil {
			continue // it was not called yet
		}
		lines := strings.Split(strings.TrimSpace(string(data)), "\n")
		line = strings.TrimSpace(lines[len(lines)-1])
		_, path, ok := strings.Cut(line, " "+verb+` "C:\`)
		if !ok {
			continue
		}
		file := filepath.Join(b.prefix, "drive_c", strings.ReplaceAll(strings.TrimSuffix(path, `"`), `\`, "/"))
		data, err = os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("the program for PDF files was given a path that is not there: %s", line)
		}
		if !strings.HasPrefix(string(data), "%PDF-") || !strings.Contains(file, hardFolder) {
			return fmt.Errorf("the program for PDF files was given something else: %s", line)
		}
		return nil
	}
	return fmt.Errorf("the program for PDF files was not called to %s; the last call was %q", verb, line)
}

// startAgain starts chibo.exe on the same book while another program is in front.
func (t *wineTypist) startAgain(book string) error {
	w := t.box.workshop
	env := append(t.box.env(), t.display.env()...)
	other := w.command(env, "wine", "notepad")
	if err := other.Start(); err != nil {
		return err
	}
	defer func() {
		_ = other.Process.Kill() // it holds nothing
		_ = other.Wait()
	}()
	if err := t.awaitFront(func(title string) bool { return strings.Contains(title, "Notepad") }); err != nil {
		return fmt.Errorf("another program does not come to the front: %w", err)
	}
	t.last = ""
	if err := t.do("another-in-front"); err != nil {
		return err
	}
	if _, err := w.output(env, "wine", w.path("dist", "chibo.exe"), "--book", book); err != nil {
		return fmt.Errorf("the second start: %w", err)
	}
	if err := t.awaitFront(func(title string) bool { return title == "Sổ Chi bộ" }); err != nil {
		return fmt.Errorf("the second start does not bring the first window to the front: %w", err)
	}
	t.last = ""
	if err := t.do("first-in-front"); err != nil {
		return err
	}
	fmt.Println("   a second start opened no second window and brought the first to the front")
	return nil
}

// awaitFront waits until the window in front has a title.
func (t *wineTypist) awaitFront(wanted func(title string) bool) error {
	var title string
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(150 * time.Millisecond) {
		out, err := t.tell("front\n")
		if err != nil {
			return err
		}
		if title = strings.TrimSpace(out); wanted(title) {
			return nil
		}
	}
	return errors.New("in front is “" + title + "”")
}
