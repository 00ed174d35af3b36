package assets

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed help
var help embed.FS

// HelpPage is one page of the user's guide. Text has paragraphs, headings ("## ") and list items ("- "), one on a line.
type HelpPage struct {
	Key   string // "members"
	Title string
	Text  string
}

// Help returns the pages of the user's guide in the order of their files. The error is that of the embedded file system.
func Help() ([]HelpPage, error) {
	entries, err := fs.ReadDir(help, "help")
	if err != nil {
		return nil, err
	}
	var pages []HelpPage
	for _, entry := range entries {
		data, err := fs.ReadFile(help, "help/"+entry.Name())
		if err != nil {
			return nil, err
		}
		title, text, _ := strings.Cut(string(data), "\n")
		_, key, _ := strings.Cut(strings.TrimSuffix(entry.Name(), ".md"), "-")
		pages = append(pages, HelpPage{Key: key, Title: title, Text: text})
	}
	return pages, nil
}
