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

// checkWine runs the console program of dist where Wine is there: it makes a book in a folder with a Vietnamese name,
// imports members, reads them back from the disk and prints the list.
func (w *workshop) checkWine() error {
	if !found("wine") {
		fmt.Println("   not checked: Wine is not here")
		return nil
	}
	prefix, err := os.MkdirTemp("", "chibo-wine")
	if err != nil {
		return err
	}
	defer os.RemoveAll(prefix)
	box := &wine{w, prefix}
	if err := box.prepare(); err != nil {
		return err
	}
	// Spaces and Vietnamese letters, as the folder of a user may have.
	book := filepath.Join(prefix, "Sổ của Đặng Thị Hòa")
	list := w.path("app", "desk", "testdata", "members-clean.xlsx")
	printed := filepath.Join(prefix, "Danh sách #1 100%.pdf")
	for _, args := range [][]string{
		{"new", "--book", book, "--name", "Chi bộ Xưởng May 2", "--code", "CB001"},
		{"members", "import", list, "--book", book},
		{"report", "members", "--book", book, "--month", "2026-11", "--format", "pdf", "--out", printed},
		{"check", "--book", book},
	} {
		if _, err := box.chiboctl(args...); err != nil {
			return err
		}
	}
	return box.compare(book, printed)
}

// compare reads the book that the Windows program wrote with this system's program: the same members must be in it.
func (b *wine) compare(book, printed string) error {
	there, err := b.chiboctl("members", "list", "--json", "--book", book)
	if err != nil {
		return err
	}
	here, err := b.workshop.output([]string{winePassphrase}, b.workshop.path("out", "bin", programName("", "chiboctl")), "members", "list", "--json", "--book", book)
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
const winePassphrase = "CHIBO_PASSPHRASE=hoa phuong do 2026"

func (b *wine) env() []string {
	return []string{"WINEPREFIX=" + b.prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=", winePassphrase}
}

func (b *wine) chiboctl(args ...string) (string, error) {
	out, err := b.workshop.output(b.env(), "wine", append([]string{b.workshop.path("dist", "chiboctl.exe")}, args...)...)
	if err != nil {
		return out, fmt.Errorf("%w\n%s", err, out)
	}
	return out, nil
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
