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

// checkWine runs the Windows programs of dist where Wine is there: chiboctl.exe makes the demo books, with their
// documents and packets, and checks a packet.
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
	// A name with spaces and Vietnamese letters, as a user's folder may have.
	folder := filepath.Join(prefix, "Sổ của Đặng Thị Hòa")
	if err := box.run(w.path("dist", "chiboctl.exe"), "demo", "--dir", folder, "--cells", "1", "--months", "2"); err != nil {
		return err
	}
	return box.checkDemo(folder)
}

func (b *wine) env() []string {
	return []string{"WINEPREFIX=" + b.prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml="}
}

func (b *wine) run(program string, args ...string) error {
	out, err := b.workshop.output(b.env(), "wine", append([]string{program}, args...)...)
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
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

// checkDemo looks for what the demo promises: documents that begin as PDF does, and packets that verify.
func (b *wine) checkDemo(folder string) error {
	documents, err := filepath.Glob(filepath.Join(folder, "documents", "*", "*.pdf"))
	if err != nil {
		return err
	}
	for _, file := range documents {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if !strings.HasPrefix(string(data), "%PDF-") {
			return fmt.Errorf("%s is no PDF", file)
		}
	}
	packets, err := filepath.Glob(filepath.Join(folder, "stick", "*.chibo"))
	if err != nil {
		return err
	}
	if len(documents) == 0 || len(packets) == 0 {
		return fmt.Errorf("the demo left %d documents and %d packets", len(documents), len(packets))
	}
	fmt.Printf("   %d documents and %d packets made by chiboctl.exe\n", len(documents), len(packets))
	return nil
}
