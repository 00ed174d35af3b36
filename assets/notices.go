package assets

import "embed"

//go:embed notices/*.txt
var notices embed.FS

// Notice is the licence of a part that others made.
type Notice struct {
	Title string // "fyne.io/fyne/v2 v2.8.1"
	Text  string
}

// Notices returns the licences of all linked libraries, fonts and icons, ordered by file name.
// They are collected by "go run ./cmd/dev notices"; the first line of each file is its title.
func Notices() []Notice {
	entries, err := notices.ReadDir("notices")
	if err != nil {
		return nil
	}
	list := make([]Notice, 0, len(entries))
	for _, entry := range entries {
		data, err := notices.ReadFile("notices/" + entry.Name())
		if err != nil {
			continue
		}
		list = append(list, noticeOf(string(data)))
	}
	return list
}

func noticeOf(file string) Notice {
	for i := range len(file) {
		if file[i] == '\n' {
			return Notice{Title: file[:i], Text: file[i+1:]}
		}
	}
	return Notice{Title: file}
}
