package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// checkInstaller makes the installer, packed quickly, and lets it install, install again over what is there, and uninstall.
// The book and what else the user put there must stay.
func (b *wine) checkInstaller() error {
	if !found("makensis") {
		fmt.Println("   installer not checked: makensis is not here")
		return nil
	}
	setup, err := b.makeSetup()
	if err != nil {
		return err
	}
	local, menu, err := b.userFolders()
	if err != nil {
		return err
	}
	folder := filepath.Join(local, "Programs", "SoChiBo")
	installed := []string{filepath.Join(folder, "chibo.exe"), filepath.Join(folder, "chiboctl.exe"), filepath.Join(folder, readMeName), filepath.Join(folder, "go-cai-dat.exe"),
		filepath.Join(folder, compatible, "chibo.exe"), filepath.Join(folder, compatible, readMeName),
		filepath.Join(menu, "Sổ Chi bộ.lnk"), filepath.Join(menu, "Sổ Chi bộ (chế độ tương thích).lnk")}
	kept := []string{filepath.Join(local, "SoChiBo", "so", "book.db.age"), filepath.Join(folder, "ghi chú của tôi.txt")}
	for _, step := range []struct {
		name string
		do   func() error
		left []string
		gone []string
	}{
		{"installing", func() error { return b.runSetup(setup) }, installed, nil},
		{"installing over it", func() error {
			if err := writeFiles(kept, "mine"); err != nil {
				return err
			}
			if err := writeFiles(installed[:1], "an old program"); err != nil {
				return err
			}
			return b.runSetup(setup)
		}, append(kept, installed...), nil},
		{"uninstalling", func() error { return b.runSetup(installed[3], "_?="+b.windowsPath(folder)) }, kept, append(installed[:3:3], installed[4:]...)},
	} {
		if err := step.do(); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
		if err := lie(step.left, step.gone); err != nil {
			return fmt.Errorf("after %s: %w", step.name, err)
		}
		if data, err := os.ReadFile(installed[0]); err == nil && string(data) == "an old program" {
			return fmt.Errorf("after %s the old program is still there", step.name)
		}
	}
	fmt.Println("   the installer installed, renewed and removed the programs; the book stayed")
	return nil
}

// makeSetup makes an installer in the prefix; the script is the one that users get, only the packing is quicker.
func (b *wine) makeSetup() (string, error) {
	w := b.workshop
	version, err := w.version()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(b.prefix, "delivery")
	if err := w.layOut(folder, version, []string{"chibo.exe", "chiboctl.exe"}); err != nil {
		return "", err
	}
	setup := filepath.Join(b.prefix, installerName)
	return setup, w.makeInstaller(folder, version, setup, "-XSetCompressor /FINAL zlib")
}

// runSetup runs an installer without questions.
func (b *wine) runSetup(program string, options ...string) error {
	_, err := b.workshop.output(b.env(), "wine", append([]string{program, "/S"}, options...)...)
	return err
}

// userFolders finds the folders of the prefix's user: local data and Start menu.
func (b *wine) userFolders() (local, menu string, err error) {
	roaming, err := filepath.Glob(filepath.Join(b.prefix, "drive_c", "users", "*", "AppData", "Roaming", "Microsoft", "Windows", "Start Menu", "Programs"))
	if err != nil {
		return "", "", err
	}
	for _, menu := range roaming {
		data, _, _ := strings.Cut(menu, string(filepath.Separator)+"Roaming")
		return filepath.Join(data, "Local"), menu, nil
	}
	return "", "", errors.New("no folder of a user was made by Wine")
}

// windowsPath is how Windows programs name a file of this system.
func (b *wine) windowsPath(path string) string {
	return "Z:" + strings.ReplaceAll(path, "/", `\`)
}

func writeFiles(paths []string, text string) error {
	for _, path := range paths {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// lie tells which of the files is not there though it should be, or is there though it should not.
func lie(there, gone []string) error {
	for _, path := range there {
		if _, err := os.Stat(path); err != nil {
			return fmt.Errorf("%s is missing", path)
		}
	}
	for _, path := range gone {
		if _, err := os.Stat(path); err == nil {
			return fmt.Errorf("%s is still there", path)
		}
	}
	return nil
}
