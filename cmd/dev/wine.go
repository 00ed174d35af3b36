package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// randomLibrary is the source of bcryptprimitives.dll: Go programs take random numbers from its ProcessPrng,
// which Wine before 9 lacks. It hands the call to the function that Wine has.
const randomLibrary = `#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
	return SystemFunction036(buffer, (ULONG)length);
}
`

// wine runs Windows programs in a prefix of its own.
type wine struct {
	workshop *workshop
	prefix   string
}

// runWine builds the Windows programs and runs them under Wine.
func runWine(w *workshop, _ []string) error {
	if err := w.install(forBuilding, forTesting, forWindows); err != nil {
		return err
	}
	for _, s := range []struct {
		name string
		run  func() error
	}{
		{"chiboctl for this system", func() error { return w.buildOne(w.path("out", "bin"), "", "chiboctl", withoutC, nil) }},
		{"Windows programs", w.crossBuild},
		{"Windows programs under Wine", w.checkWine},
	} {
		if err := w.step(s.name, s.run); err != nil {
			return err
		}
	}
	return nil
}

// checkWine runs the programs of dist where Wine is there. chiboctl.exe makes a book in a folder with a Vietnamese name, imports
// members, reads them back from the disk and prints the list. chibo.exe opens the book, and what typing programs send to it
// must stand in the book afterwards as it was meant. The installer installs, renews and removes, and leaves the book alone.
// chibo.exe passes PDFs on and starts once only.
func (w *workshop) checkWine() error {
	if !found("wine") || !found("Xvfb") {
		fmt.Println("   not checked: Wine and Xvfb are not both here")
		return nil
	}
	box, err := w.openWine()
	if err != nil {
		return err
	}
	defer box.close()
	book := filepath.Join(box.prefix, "Sổ của Đặng Thị Hòa") // spaces and Vietnamese letters, as the folder of a user may have
	if err := box.makeBook(book); err != nil {
		return err
	}
	if err := box.checkTyping(book); err != nil {
		return err
	}
	if err := box.checkInstaller(); err != nil {
		return err
	}
	return box.checkWays(book) // the last: it moves the folder of the user's own files
}

// openWine makes a prefix, which is Wine's Windows, in a folder that is removed by close.
func (w *workshop) openWine() (*wine, error) {
	prefix, err := os.MkdirTemp("", "chibo-wine")
	if err != nil {
		return nil, err
	}
	box := &wine{w, prefix}
	if err := box.prepare(); err != nil {
		box.close()
		return nil, err
	}
	return box, nil
}

// close ends what runs in the prefix and removes it.
func (b *wine) close() {
	_, _ = b.workshop.output(b.env(), "wineserver", "--kill") // fails where nothing runs any more
	_ = os.RemoveAll(b.prefix)
}

// makeBook makes a book with chiboctl.exe and reads it here.
func (b *wine) makeBook(book string) error {
	list := b.workshop.path("app", "desk", "testdata", "members-clean.xlsx")
	printed := filepath.Join(b.prefix, "Danh sách #1 100%.pdf")
	for _, args := range [][]string{
		{"new", "--book", book, "--name", "Chi bộ Xưởng May 2", "--code", "CB001"},
		{"members", "import", list, "--book", book},
		{"report", "members", "--book", book, "--month", "2026-11", "--format", "pdf", "--out", printed},
		{"check", "--book", book},
	} {
		if _, err := b.chiboctl(args...); err != nil {
			return err
		}
	}
	return b.compare(book, printed)
}

// compare reads the book that the Windows program wrote with this system's program: the same members must be in it.
func (b *wine) compare(book, printed string) error {
	there, err := b.chiboctl("members", "list", "--json", "--book", book)
	if err != nil {
		return err
	}
	here, err := b.here("members", "list", "--json", "--book", book)
	if err != nil {
		return err
	}
	if there = strings.ReplaceAll(there, "\r\n", "\n"); there != here || !strings.Contains(here, `"fullName"`) {
		return fmt.Errorf("the book of chiboctl.exe holds other members when it is read here:\n%s\n%s", there, here)
	}
	data, err := os.ReadFile(printed)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(string(data), "%PDF-") {
		return fmt.Errorf("%s is no PDF", printed)
	}
	fmt.Printf("   chiboctl.exe made a book of %d members that reads the same here\n", strings.Count(here, `"fullName"`))
	return nil
}

// winePassphrase opens the book that is made for the check.
const winePassphrase = "hoa phuong do 2026"

func (b *wine) env() []string {
	return []string{"WINEPREFIX=" + b.prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=", "CHIBO_PASSPHRASE=" + winePassphrase}
}

func (b *wine) chiboctl(args ...string) (string, error) {
	out, err := b.workshop.output(b.env(), "wine", append([]string{b.workshop.path("dist", "chiboctl.exe")}, args...)...)
	if err != nil {
		return out, fmt.Errorf("%w\n%s", err, out)
	}
	return out, nil
}

// here runs this system's chiboctl on a book that a Windows program wrote.
func (b *wine) here(args ...string) (string, error) {
	return b.workshop.output([]string{"CHIBO_PASSPHRASE=" + winePassphrase}, b.workshop.path("out", "bin", programName("", "chiboctl")), args...)
}

// prepare makes the prefix and adds the library that old versions of Wine lack.
func (b *wine) prepare() error {
	if _, err := b.workshop.output(b.env(), "wine", "wineboot", "--init"); err != nil {
		return err
	}
	source := filepath.Join(b.prefix, "random.c")
	if err := os.WriteFile(source, []byte(randomLibrary), 0o644); err != nil {
		return err
	}
	library := filepath.Join(b.prefix, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	if _, err := os.Stat(library); err == nil {
		return nil
	}
	_, err := b.workshop.output(nil, crossCompiler, "-shared", "-o", library, source, "-ladvapi32")
	return err
}
