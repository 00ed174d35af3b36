package main

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/ui"
	"sochibo/app/wording"
)

// moment is the time in every picture, so that the same demo gives the same pictures.
var moment = time.Date(2026, 11, 23, 14, 5, 0, 0, time.Local)

func atMoment() []desk.Option {
	return []desk.Option{desk.WithClock(func() time.Time { return moment }), desk.WithRecoveryCodes(func() (string, error) { return "K7QF-29MX-4TRB-H8WD-PL3N-6VCE", nil })}
}

func drawAll(out, demo, only string, theme *ui.Theme) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if !desk.IsBook(filepath.Join(demo, committeeBook)) {
		if _, err := desk.MakeDemo(context.Background(), demo, desk.DemoOptions{}, nil); err != nil {
			return err
		}
	}
	a := test.NewApp()
	defer a.Quit()
	wording.Use(wording.Vietnamese)
	a.Settings().SetTheme(theme)
	for i, s := range scenes {
		if !strings.Contains(s.name, only) {
			continue
		}
		if err := drawScene(s, fmt.Sprintf("%02d-%s", i+1, s.name), out, demo); err != nil {
			return fmt.Errorf("scene %s: %w", s.name, err)
		}
	}
	if texts := wording.Missing(); len(texts) > 0 {
		return fmt.Errorf("these texts were drawn in English: %q", texts)
	}
	return nil
}

// drawScene plays a scene once and draws it in every size.
func drawScene(s scene, name, out, demo string) error {
	dir := filepath.Join(demo, filepath.FromSlash(s.book))
	if s.book == noBook {
		empty, err := os.MkdirTemp("", "chibo-screens")
		if err != nil {
			return err
		}
		defer os.RemoveAll(empty)
		dir = empty
	}
	if s.spoil != "" || s.leaves != "" {
		copied, err := copyOf(dir, s)
		if err != nil {
			return err
		}
		defer os.RemoveAll(copied)
		dir = copied
	}
	w := test.NewWindow(nil)
	defer w.Close()
	w.SetPadded(false)
	program := ui.NewProgram(w, ui.ProgramOptions{Dir: dir, Options: atMoment(), Inline: true, Notes: s.notes})
	w.Resize(fyne.NewSize(float32(sizes[0].width), float32(sizes[0].height)))
	program.Start()
	program.Drain()
	if s.place != "" {
		d, err := desk.Open(context.Background(), dir, desk.DemoPassphrase, atMoment()...)
		if err != nil {
			return err
		}
		defer d.CloseDiscarding()
		if err := play(program, d, s); err != nil {
			return err
		}
	}
	if s.place == "" {
		if err := walk(program, w, s); err != nil {
			return err
		}
	}
	for _, size := range sizes {
		file := filepath.Join(out, fmt.Sprintf("%s-%dx%d.png", name, size.width, size.height))
		if err := draw(program, w, size, file); err != nil {
			return err
		}
	}
	return nil
}

// copyOf copies a scene's book and spoils what the scene wants spoilt. The copy lies at the same place each time, for pictures that are the same.
func copyOf(dir string, s scene) (string, error) {
	copied := filepath.Join(os.TempDir(), "so-chi-bo-hong", s.name)
	if err := os.RemoveAll(copied); err != nil {
		return "", err
	}
	if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
		return "", err
	}
	if s.spoil == "" {
		return copied, nil
	}
	return copied, spoil(copied, s.spoil)
}

// spoil changes a byte of the first file of a book that fits a pattern.
func spoil(book, pattern string) error {
	found, err := filepath.Glob(filepath.Join(book, filepath.FromSlash(pattern)))
	if err != nil || len(found) == 0 {
		return fmt.Errorf("no file %s in the book: %w", pattern, err)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		return err
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(found[0], data, 0o600); err != nil {
		return err
	}
	return os.Chtimes(found[0], moment, moment)
}

// play opens the book and goes to the scene's screen.
func play(program *ui.Program, d *desk.Desk, s scene) error {
	program.Opened(d)
	program.Drain()
	program.Frame().Open(s.place)
	program.Drain()
	if s.month != "" {
		program.Frame().SetMonth(s.month)
		program.Drain()
	}
	if s.packet != "" {
		if err := openPacket(program, d, s.packet); err != nil {
			return err
		}
	}
	if s.leaves != "" {
		if err := leave(program, d, s.leaves); err != nil {
			return err
		}
	}
	return walk(program, program.Frame().Window(), s)
}

// leave makes a member leave the cell on the first day of the month, and shows him.
func leave(program *ui.Program, d *desk.Desk, name string) error {
	ctx, month := context.Background(), d.ThisMonth()
	rows, err := d.Members(ctx, month)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if row.FullName != name {
			continue
		}
		if _, err := d.ChangeStanding(ctx, row.ID, app.StandingEvent{On: month.First(), Standing: app.Transferred}); err != nil {
			return err
		}
		program.OpenMember(row.ID)
		program.Drain()
		return nil
	}
	return fmt.Errorf("there is no member %s", name)
}

// walk presses and types what the scene asks for.
func walk(program *ui.Program, w fyne.Window, s scene) error {
	for i, text := range shown(s.press) {
		if i == s.typeAt {
			for _, r := range s.typed {
				w.Canvas().Focused().TypedRune(r)
			}
		}
		if err := press(w, text); err != nil {
			return err
		}
		program.Drain()
	}
	for _, key := range s.keys {
		typeKey(w.Canvas(), key)
		program.Drain()
	}
	for _, text := range shown(s.after) {
		if err := press(w, text); err != nil {
			return err
		}
		program.Drain()
	}
	return nil
}

// typeKey types a key as the window would have it: Tab moves the keyboard, other keys go to where it is.
func typeKey(c fyne.Canvas, key fyne.KeyName) {
	switch focused := c.Focused(); {
	case key == fyne.KeyTab:
		c.FocusNext()
	case focused != nil:
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// openPacket opens the packet of a cell's month, as a tap in the table does.
func openPacket(program *ui.Program, d *desk.Desk, code string) error {
	matrix, err := d.Matrix(context.Background(), d.ThisMonth(), 1)
	if err != nil {
		return err
	}
	for _, row := range matrix.Rows {
		if row.Cell.Code == code {
			program.OpenPacket(row.Months[0].PacketID)
			program.Drain()
			return nil
		}
	}
	return fmt.Errorf("there is no cell %s", code)
}

// press taps the button, the line, the tab or the filter with a text, as a user would. Of a text with a value only the beginning counts.
func press(w fyne.Window, text string) error {
	start, _, valued := strings.Cut(text, "{")
	objects := test.LaidOutObjects(w.Canvas().Content())
	for _, overlay := range w.Canvas().Overlays().List() {
		objects = append(objects, test.LaidOutObjects(overlay)...)
	}
	for _, o := range objects {
		if b, ok := o.(*ui.Button); ok && (b.Text == text || valued && strings.HasPrefix(b.Text, start)) && b.Visible() {
			test.Tap(b)
			return nil
		}
		if l, ok := o.(*ui.Line); ok && l.Title == text && l.Visible() {
			test.Tap(l)
			return nil
		}
		if tabs, ok := o.(interface{ ChooseNamed(string) bool }); ok && o.Visible() && tabs.ChooseNamed(text) {
			return nil
		}
	}
	return fmt.Errorf("there is no button %q", text)
}

// draw paints the window twice: pages of the preview are asked for by the first painting and are there at the second.
func draw(program *ui.Program, w fyne.Window, s size, file string) error {
	w.Resize(fyne.NewSize(float32(s.width), float32(s.height)))
	if program.Frame() != nil {
		program.Frame().Reload() // some screens lay out anew for another width
	}
	program.Drain()
	theme := fyne.CurrentApp().Settings().Theme()
	software.RenderCanvas(w.Canvas(), theme)
	program.Drain()
	picture := software.RenderCanvas(w.Canvas(), theme)
	target, err := os.Create(file)
	if err != nil {
		return err
	}
	defer target.Close()
	if err := png.Encode(target, picture); err != nil {
		return err
	}
	return target.Close()
}
