package ui

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
)

// registerDay is the moment at which the tests of members and points stand.
var registerDay = time.Date(2026, 11, 23, 14, 5, 0, 0, time.FixedZone("ICT", 7*3600))

// Files of invented members and points.
const (
	cleanList  = "../sheet/testdata/members-clean.xlsx"
	messyList  = "../sheet/testdata/members-messy.xlsx"
	fullList   = "../sheet/testdata/members-7hsdv.xlsx"
	oldLetters = "../sheet/testdata/members-tcvn3.xls"
	monthTable = "../sheet/testdata/points-2026-11.xlsx"
	yearTable  = "../sheet/testdata/points-2026-wide.xlsx"
)

// works ends a test at an error that must not be.
func works(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// registerBook makes a cell's book, with the members of a list unless it is "".
func registerBook(t *testing.T, list string) *desk.Desk {
	t.Helper()
	ctx := context.Background()
	d, _, err := desk.Create(ctx, filepath.Join(t.TempDir(), "cell"), desk.NewBook{Passphrase: "register", Settings: app.Settings{
		Role: app.CellBook, Name: "Chi bộ Xưởng May 2", Code: "CB001", Enterprise: "Công ty CP May Hưng Thịnh", StartMonth: "2026-01"}},
		desk.WithClock(func() time.Time { return registerDay }))
	works(t, err)
	t.Cleanup(d.CloseDiscarding)
	if list != "" {
		preview, err := d.PreviewMembers(ctx, list, desk.MemberFileOptions{}, nil)
		works(t, err)
		_, err = d.WriteMembers(ctx, preview, nil, nil)
		works(t, err)
	}
	return d
}

// opened shows a book in a window of a size, at one of its places.
func opened(t *testing.T, d *desk.Desk, size fyne.Size, place string) *Program {
	t.Helper()
	w := newTestWindow(t, size.Width, size.Height)
	p := NewProgram(w, ProgramOptions{Dir: d.Dir(), Inline: true})
	p.Opened(d)
	p.Frame().Open(place)
	return p
}

// usual is the size of the window in tests of behaviour.
var usual = fyne.NewSize(1366, 768)

// memberNamed returns a member of the book.
func memberNamed(t *testing.T, d *desk.Desk, name string) desk.MemberRow {
	t.Helper()
	rows, err := d.Members(context.Background(), "2026-11")
	works(t, err)
	for _, row := range rows {
		if row.FullName == name {
			return row
		}
	}
	t.Fatalf("%s is not in the book", name)
	return desk.MemberRow{}
}

// typeInto replaces the text of a field and leaves it, as a user does.
func typeInto(f *Field, text string) {
	f.entry.FocusGained()
	f.entry.SetText("")
	test.Type(f.entry, text)
	f.entry.FocusLost()
}

// pressMain presses the red button of the dialog in front.
func pressMain(t *testing.T, p *Program) {
	t.Helper()
	top := topLayer(p.window.Canvas())
	if top == nil || top.submit == nil {
		t.Fatal("no dialog is open")
	}
	top.submit()
}

// redButtons counts the red buttons of the window, without those of dialogs.
func redButtons(p *Program) []string {
	var words []string
	for _, o := range test.LaidOutObjects(p.window.Content()) {
		if b, ok := o.(*Button); ok && b.Kind == PrimaryButton && b.Visible() {
			words = append(words, b.Text)
		}
	}
	return words
}

// notice returns what the band of the page says.
func notice(p *Program) string {
	page, ok := p.Frame().Screen().Content().(*Page)
	if !ok || page.Banner() == nil {
		return ""
	}
	return page.Banner().Text()
}
