package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// bodiesOf lists the bodies of the tree that still go on, with the committee itself first.
func bodiesOf(node *app.TreeNode) (ids, names []string) {
	ids, names = []string{""}, []string{node.Name}
	var walk func(*app.TreeNode)
	walk = func(n *app.TreeNode) {
		for _, below := range n.Below {
			if below.ClosedOn == "" {
				ids, names = append(ids, below.ID), append(names, below.Name)
			}
			walk(below)
		}
	}
	walk(node)
	return ids, names
}

// editBody adds or changes a body between the committee and its cells.
func (s *invitationsScreen) editBody(o app.Organisation) {
	if s.view.Tree == nil { // another job runs and the list is not read yet
		return
	}
	p := s.program
	name, code, contact := NewField(wording.Text("Name of the Party body"), "Đảng bộ cơ sở Sợi"), NewField(wording.Text("Code"), "DB01"), NewField(wording.Text("Contact"), wording.Text("Phone or mail"))
	name.Required = true
	name.SetText(o.Name)
	code.SetText(o.Code)
	contact.SetText(o.Contact)
	ids, names := bodiesOf(s.view.Tree)
	under := NewSelect(wording.Text("Directly under"), "", names, nil)
	under.Choose(max(0, indexOf(ids, o.SuperiorID)))
	ShowForm(p.window, wording.Text("Party body"), wording.Text("Save"), Column(12, name, code, contact, under), name, func(d *Dialog) bool {
		if !allValid(name) {
			return false
		}
		o.Name, o.Code, o.Contact, o.SuperiorID = name.Text(), strings.ToUpper(code.Text()), contact.Text(), ids[under.Selected()]
		s.submit(d, func(ctx context.Context) error {
			_, err := p.desk.SaveOrganisation(ctx, o)
			return err
		})
		return false
	})
}

// submit runs a dialog's change; the dialog stays with the reason if it fails.
func (s *invitationsScreen) submit(d *Dialog, job func(context.Context) error) {
	p := s.program
	Do(p.frame.Worker, "", func(ctx context.Context) (struct{}, error) { return struct{}{}, job(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			d.ShowBanner(NewBanner(MeaningError, wording.Sentence(err), nil))
			return
		}
		d.Close()
		s.Show(p.frame.Month())
	})
}

// editCell adds a cell without a packet or changes what is written down of one; what can be done with it stands on top.
func (s *invitationsScreen) editCell(c app.CellEntry) {
	if s.view.Tree == nil {
		return
	}
	p := s.program
	name, code := NewField(wording.Text("Name of the cell"), "Chi bộ Xưởng May 2"), NewField(wording.Text("Code"), "CB001")
	secretary, contact := NewField(wording.Text("Secretary"), ""), NewField(wording.Text("Contact"), wording.Text("Phone or mail"))
	name.Required, code.Required = true, true
	for field, text := range map[*Field]string{name: c.Name, code: c.Code, secretary: c.SecretaryName, contact: c.Contact} {
		field.SetText(text)
	}
	kind := NewSelect(wording.Text("Kind of cell"), "", cellKindOptions(), nil)
	kind.Choose(max(0, indexOf(cellKinds, c.Kind)))
	ids, names := bodiesOf(s.view.Tree)
	under := NewSelect(wording.Text("Directly under"), "", names, nil)
	under.Choose(max(0, indexOf(ids, c.SuperiorID)))
	byHand := NewCheck(wording.Text("Does not use the program: its figures are entered by hand"), nil)
	byHand.Set(c.ByHand)
	half := func(a, b fyne.CanvasObject) fyne.CanvasObject {
		return Grid(GridItem{Share: 1, Least: 200, Object: a}, GridItem{Share: 1, Least: 200, Object: b})
	}
	body := []fyne.CanvasObject{half(name, code), half(secretary, contact), half(kind, under), byHand}
	var dialog *Dialog
	if c.ID != "" {
		body = append([]fyne.CanvasObject{Flow(8, s.cellActions(c, func() { dialog.Close() })...)}, body...)
	}
	title := wording.Text("Add a cell")
	if c.ID != "" {
		title = c.Name
	}
	dialog = ShowForm(p.window, title, wording.Text("Save"), Column(12, body...), name, func(d *Dialog) bool {
		if !allValid(name, code) {
			return false
		}
		c.Name, c.Code, c.SecretaryName, c.Contact = name.Text(), strings.ToUpper(code.Text()), secretary.Text(), contact.Text()
		c.Kind, c.SuperiorID, c.ByHand = cellKinds[max(0, kind.Selected())], ids[max(0, under.Selected())], byHand.Checked()
		s.submit(d, func(ctx context.Context) error {
			_, err := p.desk.SaveCell(ctx, c)
			return err
		})
		return false
	})
	dialog.Wide(680)
}

// cellActions are what can be done with a cell beside changing its lines.
func (s *invitationsScreen) cellActions(c app.CellEntry, closeDialog func()) []fyne.CanvasObject {
	action := func(words, icon string, do func()) fyne.CanvasObject {
		return NewSmall(words, icon, func() {
			closeDialog()
			do()
		})
	}
	var actions []fyne.CanvasObject
	if c.KeyState == app.KeyPending {
		actions = append(actions, action(wording.Text("Compare the key"), IconKey, func() { s.compare(c) }))
	}
	actions = append(actions, action(wording.Text("Write the invitation…"), IconMail, func() { s.invite(c) }))
	if c.LastMonth == "" {
		actions = append(actions, action(wording.Text("Rename"), IconEdit, func() { s.rename(c) }), action(wording.Text("Merge…"), IconMerge, func() { s.merge(c) }),
			action(wording.Text("Split…"), IconSplit, func() { s.split(c) }))
	}
	if c.KeyState == app.KeyConfirmed {
		actions = append(actions, action(wording.Text("Withdraw the key"), IconClose, func() { s.withdraw(c) }))
	}
	return actions
}

// withdraw takes a cell's key out of use, as after a stolen laptop.
func (s *invitationsScreen) withdraw(c app.CellEntry) {
	p := s.program
	Ask(p.window, Question{Title: wording.Text("Withdraw the key of {cell}?", "cell", c.Name), Danger: true, Verb: wording.Text("Withdraw the key"),
		Text: wording.Text("Packets signed with it are refused from now on. The cell hands over again with a new key, which you compare by phone."),
		Do:   func() { s.do(func(ctx context.Context) error { return p.desk.WithdrawKey(ctx, c.ID) }) }})
}

// rename records another name from a day on.
func (s *invitationsScreen) rename(c app.CellEntry) {
	name := NewField(wording.Text("New name"), c.Name)
	name.Required = true
	s.event(wording.Text("Rename {cell}", "cell", c.Name), wording.Text("Rename"), name, []fyne.CanvasObject{name}, func(ctx context.Context, d *desk.Desk, on app.Date, note string) error {
		return d.Rename(ctx, c.ID, name.Text(), on, note)
	})
}

// merge records that a cell went up into another.
func (s *invitationsScreen) merge(c app.CellEntry) {
	var ids, names []string
	var walk func(*app.TreeNode)
	walk = func(n *app.TreeNode) {
		for _, other := range n.Cells {
			if other.ID != c.ID && other.LastMonth == "" {
				ids, names = append(ids, other.ID), append(names, other.Name)
			}
		}
		for _, below := range n.Below {
			walk(below)
		}
	}
	walk(s.view.Tree)
	if len(ids) == 0 {
		ShowMessage(s.program.window, MeaningWatch, c.Name, wording.Text("There is no other cell to merge it into."))
		return
	}
	into := NewSelect(wording.Text("Into the cell"), "", names, nil)
	into.Choose(0)
	s.event(wording.Text("Merge {cell}", "cell", c.Name), wording.Text("Merge"), nil, []fyne.CanvasObject{into}, func(ctx context.Context, d *desk.Desk, on app.Date, note string) error {
		return d.Merge(ctx, c.ID, ids[into.Selected()], on, note)
	})
}

// split records that a cell was divided into two.
func (s *invitationsScreen) split(c app.CellEntry) {
	var parts []*Field
	var body []fyne.CanvasObject
	for _, n := range []string{"1", "2"} {
		code, name := NewField(wording.Text("Code of part {number}", "number", n), c.Code+n), NewField(wording.Text("Name of part {number}", "number", n), c.Name+" "+n)
		code.Required, name.Required = true, true
		parts = append(parts, code, name)
		body = append(body, Grid(GridItem{Share: 1, Least: 120, Object: code}, GridItem{Share: 2, Least: 220, Object: name}))
	}
	s.event(wording.Text("Split {cell}", "cell", c.Name), wording.Text("Split"), parts[0], body, func(ctx context.Context, d *desk.Desk, on app.Date, note string) error {
		return d.Split(ctx, c.ID, []desk.NewPart{{Code: strings.ToUpper(parts[0].Text()), Name: parts[1].Text()}, {Code: strings.ToUpper(parts[2].Text()), Name: parts[3].Text()}}, on, note)
	})
}

// event asks for the day and the decision of an event and records it.
func (s *invitationsScreen) event(title, verb string, first *Field, body []fyne.CanvasObject, do func(context.Context, *desk.Desk, app.Date, string) error) {
	p := s.program
	on, note := NewDateField(wording.Text("From the day"), ""), NewField(wording.Text("Decision, number"), "QĐ 12-QĐ/ĐU")
	on.SetDate(p.desk.Today().Month().First())
	body = append(body, on, note)
	ShowForm(p.window, title, verb, Column(12, body...), first, func(d *Dialog) bool {
		day, err := on.Date()
		if err != nil || !on.Valid() {
			return false
		}
		s.submit(d, func(ctx context.Context) error { return do(ctx, p.desk, day, note.Text()) })
		return false
	})
}
