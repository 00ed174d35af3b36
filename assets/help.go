package assets

import (
	"embed"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

//go:embed help
var help embed.FS

// HelpPage is one page of the user's guide.
type HelpPage struct {
	Key   string // "members"
	Title string
	Text  string // lines, see Blocks
}

// Help returns the pages of the user's guide in the order of their files. The error is that of the embedded file system.
func Help() ([]HelpPage, error) {
	entries, err := fs.Glob(help, "help/*.md")
	if err != nil {
		return nil, err
	}
	var pages []HelpPage
	for _, name := range entries {
		data, err := fs.ReadFile(help, name)
		if err != nil {
			return nil, err
		}
		title, text, _ := strings.Cut(string(data), "\n")
		_, key, _ := strings.Cut(strings.TrimSuffix(name, ".md"), "-")
		pages = append(pages, HelpPage{Key: key, Title: title, Text: text})
	}
	return pages, nil
}

// HelpKind says what a block of the guide is.
type HelpKind int

// The kinds of blocks.
const (
	HelpText    HelpKind = iota
	HelpHeading          // "## …"
	HelpItem             // "- …"
	HelpStep             // "1. …"
	HelpPicture          // "![caption](name)"
)

// HelpBlock is a heading, a paragraph, a list item or a picture of the guide.
type HelpBlock struct {
	Kind    HelpKind
	Text    string // of a picture its caption
	Number  int    // of a step
	Picture string // name for HelpImage
}

var (
	helpStep    = regexp.MustCompile(`^([0-9]{1,2})\. (.*)$`)
	helpPicture = regexp.MustCompile(`^!\[(.*)\]\(([a-z-]+)\)$`)
)

// Blocks returns the page's text block by block; each is one line of the file.
func (p HelpPage) Blocks() []HelpBlock {
	var blocks []HelpBlock
	for line := range strings.Lines(p.Text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasPrefix(line, "## "):
			blocks = append(blocks, HelpBlock{Kind: HelpHeading, Text: line[3:]})
		case strings.HasPrefix(line, "- "):
			blocks = append(blocks, HelpBlock{Kind: HelpItem, Text: line[2:]})
		case helpStep.MatchString(line):
			found := helpStep.FindStringSubmatch(line)
			number, _ := strconv.Atoi(found[1]) // two digits at most
			blocks = append(blocks, HelpBlock{Kind: HelpStep, Number: number, Text: found[2]})
		case helpPicture.MatchString(line):
			found := helpPicture.FindStringSubmatch(line)
			blocks = append(blocks, HelpBlock{Kind: HelpPicture, Text: found[1], Picture: found[2]})
		default:
			blocks = append(blocks, HelpBlock{Kind: HelpText, Text: line})
		}
	}
	return blocks
}

// HelpImage returns a picture of the guide as PNG, or nil if there is none of that name.
func HelpImage(name string) []byte {
	data, err := help.ReadFile("help/pictures/" + name + ".png")
	if err != nil {
		return nil
	}
	return data
}
