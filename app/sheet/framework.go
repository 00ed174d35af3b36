package sheet

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"sochibo/app"
)

// Codes of framework tables.
const (
	CodeFrameworkTable app.Code = "framework_table"      // no table in the documented layout; Values: name
	CodeFrameworkRow   app.Code = "framework_table_row"  // a row cannot be used; Values: row, problem (words under "problem.<name>")
	CodeFrameworkRich  app.Code = "framework_table_rich" // a framework has rules that the table has no column for; Values: name
)

// The columns of a framework table; FRAMEWORK.md in app describes the layout.
var frameworkColumns = []outColumn{
	{heading: "Dòng", width: 11}, {heading: "Số", width: 14}, {heading: "Nội dung", width: 52}, {heading: "Điểm", width: 8, centred: true}, {heading: "Cách chấm", width: 32},
	{heading: "Từ", width: 8, centred: true}, {heading: "Minh chứng", width: 26}, {heading: "Không áp dụng", width: 16},
}

const (
	columnRow = iota
	columnNo
	columnText
	columnPoints
	columnKind
	columnFrom
	columnEvidence
	columnApart
)

var (
	frameworkScopes = map[string]app.FrameworkScope{"buoi": app.ScopeMeeting, "buoi hop": app.ScopeMeeting, "thang": app.ScopeMonth, "quy": app.ScopeQuarter, "nam": app.ScopeYear}
	frameworkApart  = map[string]string{"du diem": "full", "bo khoi tong": "drop", "0 diem": "zero", "khong co tong": "block"}
	frameworkKinds  = map[string]app.CriterionKind{"danh dau": app.KindToggle, "chon muc": app.KindChoice, "nhap so": app.KindNumber, "cong muc": app.KindSum}
)

// autoPrefix begins the way of scoring of a computed criterion: "Tự tính: handbook.percent_at_threshold".
const autoPrefix = "tu tinh:"

// ReadFramework reads a framework from a table in the documented layout. It is not checked: app.ParseFramework does that once it is encoded.
// Errors: those of reading a file, CodeFrameworkTable, CodeFrameworkRow.
func ReadFramework(ctx context.Context, path string) (*app.Framework, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return frameworkIn(ctx, path, data)
}

// frameworkIn reads a framework from the bytes of a file; name gives its ending.
func frameworkIn(ctx context.Context, name string, data []byte) (*app.Framework, error) {
	book, err := openConverted(ctx, name, data, nil)
	if err != nil {
		return nil, err
	}
	for _, g := range book.grids {
		if head := frameworkHead(g.rows); head >= 0 {
			return readFramework(g, head)
		}
	}
	return nil, app.NewError(CodeFrameworkTable, "name", filepath.Base(name))
}

// frameworkHead finds the row of headings; −1 if there is none.
func frameworkHead(rows [][]string) int {
	for r := range min(len(rows), 20) {
		match := 0
		for c, column := range frameworkColumns {
			if app.Fold(cell(rows, r, c)) == app.Fold(column.heading) {
				match++
			}
		}
		if match == len(frameworkColumns) {
			return r
		}
	}
	return -1
}

// frameworkReader builds a framework row by row.
type frameworkReader struct {
	f    *app.Framework
	grid *grid
	row  int
}

func readFramework(g *grid, head int) (*app.Framework, error) {
	f := app.NewFramework("", "", app.ScopeMonth, "")
	f.Groups, f.Levels, f.Vetoes = nil, nil, nil
	r := &frameworkReader{f: f, grid: g}
	for r.row = head + 1; r.row < len(g.rows); r.row++ {
		if err := r.read(); err != nil {
			return nil, err
		}
	}
	if len(f.Groups) == 0 {
		return nil, app.NewError(CodeFrameworkRow, "row", head+1, "problem", "no_groups")
	}
	r.finish()
	return f, nil
}

func (r *frameworkReader) text(column int) string { return app.Clean(cell(r.grid.rows, r.row, column)) }

func (r *frameworkReader) fault(problem string) error {
	return app.NewError(CodeFrameworkRow, "row", r.row+1, "problem", problem)
}

func (r *frameworkReader) number(column int) (app.Ratio, error) {
	n, err := app.ParseRatio(strings.Replace(r.text(column), ",", ".", 1))
	if err != nil {
		return n, r.fault("number")
	}
	return n, nil
}

func (r *frameworkReader) read() error {
	switch app.Fold(r.text(columnRow)) {
	case "":
		return nil
	case "khung":
		return r.head()
	case "nhom":
		r.f.Groups = append(r.f.Groups, app.Group{ID: fmt.Sprintf("g%d", len(r.f.Groups)+1), No: r.text(columnNo), Name: r.text(columnText)})
		return nil
	case "tieu chi":
		return r.criterion()
	case "muc":
		return r.item()
	case "muc diem":
		return r.step()
	case "xep loai":
		from, err := r.number(columnFrom)
		r.f.Levels = append(r.f.Levels, app.Level{ID: fmt.Sprintf("level%d", len(r.f.Levels)+1), Name: r.text(columnText), From: from})
		return err
	case "diem liet":
		r.f.Vetoes = append(r.f.Vetoes, app.Veto{ID: fmt.Sprintf("v%d", len(r.f.Vetoes)+1), Text: r.text(columnText), Manual: true, Effect: "level_at_most"})
		return nil
	}
	return r.fault("row_kind")
}

// head takes a line of the framework's head: its name in "Số", its value in "Nội dung".
func (r *frameworkReader) head() error {
	f, value := r.f, r.text(columnText)
	var err error
	day := func() app.Date {
		date, fault := dateOf(value, r.grid.base, "2060-12-31")
		if fault != nil || !date.IsFull() {
			err = r.fault("date")
		}
		return date
	}
	switch app.Fold(r.text(columnNo)) {
	case "ma":
		f.Code = strings.ToUpper(value)
	case "ten":
		f.Name = value
	case "ten ngan":
		f.ShortName = value
	case "noi ban hanh":
		f.Issuer = value
	case "van ban":
		f.Basis = []app.Basis{{Number: value}}
	case "ngay van ban":
		if len(f.Basis) == 0 {
			return r.fault("document_first")
		}
		f.Basis[0].Date = day()
	case "tu ngay":
		f.ValidFrom = day()
	case "den ngay":
		if value != "" {
			date := day()
			f.ValidTo = &date
		}
	case "cham theo":
		scope, known := frameworkScopes[app.Fold(value)]
		if !known {
			return r.fault("scope")
		}
		f.Scope = scope
		if scope == app.ScopeMeeting {
			f.Subject = "meeting"
		}
	case "ghi chu":
		f.Note = value
	default:
		return r.fault("head_name")
	}
	return err
}

func (r *frameworkReader) criterion() error {
	if len(r.f.Groups) == 0 {
		return r.fault("group_first")
	}
	g := &r.f.Groups[len(r.f.Groups)-1]
	c, err := r.scored(fmt.Sprintf("%s_%d", g.ID, len(g.Criteria)+1))
	g.Criteria = append(g.Criteria, c)
	return err
}

func (r *frameworkReader) item() error {
	c := r.lastCriterion()
	if c == nil || c.Kind != app.KindSum {
		return r.fault("item_place")
	}
	item, err := r.scored(fmt.Sprintf("%s_i%d", c.ID, len(c.Items)+1))
	c.Items = append(c.Items, item)
	return err
}

// lastCriterion is the criterion above the row; nil if there is none.
func (r *frameworkReader) lastCriterion() *app.Criterion {
	if len(r.f.Groups) == 0 {
		return nil
	}
	list := r.f.Groups[len(r.f.Groups)-1].Criteria
	if len(list) == 0 {
		return nil
	}
	return &list[len(list)-1]
}

// scored reads a criterion or item.
func (r *frameworkReader) scored(id string) (app.Criterion, error) {
	c := app.Criterion{ID: id, No: r.text(columnNo), Name: r.text(columnText)}
	kind := app.Fold(r.text(columnKind))
	switch source, isAuto := strings.CutPrefix(kind, autoPrefix); {
	case isAuto:
		c.Kind, c.Source = app.KindAuto, strings.TrimSpace(source)
	case frameworkKinds[kind] != "":
		c.Kind = frameworkKinds[kind]
	default:
		return c, r.fault("kind")
	}
	if c.Kind != app.KindSum {
		most, err := r.number(columnPoints)
		if err != nil {
			return c, err
		}
		c.Max = most
	}
	if proof := r.text(columnEvidence); proof != "" {
		c.Evidence = app.Evidence{Required: true, Text: &proof}
	}
	if apart := r.text(columnApart); apart != "" {
		rule, known := frameworkApart[app.Fold(apart)]
		if !known {
			return c, r.fault("apart")
		}
		c.NotApplicable = app.NotApplicable{Allowed: true, Rule: rule}
	}
	return c, nil
}

// step reads an option or band of the criterion or item above.
func (r *frameworkReader) step() error {
	c := r.lastCriterion()
	if c != nil && c.Kind == app.KindSum && len(c.Items) > 0 {
		c = &c.Items[len(c.Items)-1]
	}
	if c == nil {
		return r.fault("step_place")
	}
	points, err := r.number(columnPoints)
	if err != nil {
		return err
	}
	switch c.Kind {
	case app.KindChoice:
		c.Options = append(c.Options, app.Option{ID: fmt.Sprintf("%s_o%d", c.ID, len(c.Options)+1), Points: points, Label: r.text(columnText)})
	case app.KindNumber, app.KindAuto:
		from, err := r.number(columnFrom)
		if err != nil {
			return err
		}
		band := app.Band{From: app.Bound{Fixed: from}, Points: points, Label: r.text(columnText)}
		if n := len(c.Bands); n > 0 {
			above := c.Bands[n-1].From
			band.Below = &above
		}
		c.Bands = append(c.Bands, band)
	default:
		return r.fault("step_place")
	}
	return nil
}

// finish closes the levels upwards and lets vetoes leave the lowest of them.
func (r *frameworkReader) finish() {
	f := r.f
	for i := 1; i < len(f.Levels); i++ {
		below := f.Levels[i-1].From
		f.Levels[i].Below = &below
	}
	for i := range f.Vetoes {
		if n := len(f.Levels); n > 0 {
			f.Vetoes[i].Level = f.Levels[n-1].ID
		}
	}
	if f.ShortName == "" {
		f.ShortName = f.Name
	}
}
