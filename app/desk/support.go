package desk

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"sochibo/app"
	"sochibo/store"
)

// SupportSource says where the program keeps what helps to find a fault, and what it knows of the machine.
type SupportSource struct {
	Folder string   // of logs and reports of crashes; "" for none
	Facts  []string // lines, without a name of a person or folder
}

// supportLimit is how much of one log goes into a file for support, in bytes: its end.
const supportLimit = 1 << 20

// WriteSupport writes a zip for who helps: facts about machine and book, the logs, the reports of crashes. It holds no personal
// data: no row of the book, and from the logs the user's folders and name, every word with Vietnamese letters and every long
// number are taken out. d may be nil, when no book is open. Errors: CodeFileUnwrite, CodeDiskFull.
func WriteSupport(ctx context.Context, d *Desk, path string, source SupportSource) error {
	facts := append([]string{"version " + Version, "system " + runtime.GOOS + " " + runtime.GOARCH, "go " + runtime.Version()}, source.Facts...)
	if d != nil {
		more, err := d.supportFacts(ctx)
		if err != nil {
			more = []string{"book " + LogText(err)}
		}
		facts = append(facts, more...)
	}
	var file bytes.Buffer
	pack := zip.NewWriter(&file)
	if err := addSupport(pack, "thong-tin.txt", strings.Join(facts, "\r\n")+"\r\n"); err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	hide := hiddenWords()
	for _, name := range supportFiles(source.Folder) {
		text, err := endOf(filepath.Join(source.Folder, name))
		if err != nil {
			text = LogText(err)
		}
		if err := addSupport(pack, name, impersonal(text, hide)); err != nil {
			return app.WrapError(err, app.CodeInternal)
		}
	}
	if err := pack.Close(); err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return writeWhole(path, file.Bytes())
}

func addSupport(pack *zip.Writer, name, text string) error {
	part, err := pack.Create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(part, text)
	return err
}

// supportFiles lists the logs and reports of a folder.
func supportFiles(folder string) []string {
	var names []string
	entries, err := os.ReadDir(folder)
	if folder == "" || err != nil {
		return nil
	}
	for _, entry := range entries {
		if ending := filepath.Ext(entry.Name()); entry.Type().IsRegular() && (ending == ".log" || ending == ".txt") {
			names = append(names, entry.Name())
		}
	}
	return names
}

// endOf reads at most the last supportLimit bytes of a file.
func endOf(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(io.NewSectionReader(file, max(0, info.Size()-supportLimit), supportLimit))
	return string(text), err
}

// supportFacts are numbers about the book.
func (d *Desk) supportFacts(ctx context.Context) ([]string, error) {
	var facts []string
	err := d.view(ctx, func(tx *store.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		facts = append(facts, fmt.Sprintf("book %s, numbering %s, sample data %t", settings.Role, settings.Numbering, settings.Demo), fmt.Sprintf("members %d", len(members)))
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, risk := range BookRisks(d.dir, d.Now()) {
		facts = append(facts, "risk "+LogText(risk))
	}
	return append(facts, fmt.Sprintf("last backup %s", d.book.LastBackup().Format("2006-01-02 15:04"))), nil
}

// hiddenWords are folders and names of this computer and its user, longest first.
func hiddenWords() []string {
	words := []string{os.Getenv("USERNAME"), os.Getenv("USER"), os.Getenv("COMPUTERNAME"), os.Getenv("USERDOMAIN")}
	if home, err := os.UserHomeDir(); err == nil {
		words = append(words, home, filepath.ToSlash(home), filepath.Base(home))
	}
	if host, err := os.Hostname(); err == nil {
		words = append(words, host)
	}
	words = slices.DeleteFunc(words, func(word string) bool { return len(word) < 3 })
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(words)
}

// hidden stands for what was taken out.
const hidden = "***"

var (
	longNumber = regexp.MustCompile(`\d{9,}`)
	anyWord    = regexp.MustCompile(`[\p{L}\p{M}]+`)
)

// impersonal takes out of a log what could name a person.
func impersonal(text string, hide []string) string {
	for _, word := range hide {
		text = strings.ReplaceAll(text, word, hidden)
	}
	text = longNumber.ReplaceAllString(text, hidden)
	return anyWord.ReplaceAllStringFunc(text, func(word string) string {
		if strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
			return hidden
		}
		return word
	})
}
