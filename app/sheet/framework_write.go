package sheet

import (
	"sochibo/app"
)

// FrameworkFile writes a framework as the bytes of a table that ReadFramework reads, .xlsx or .csv as name ends. CodeFrameworkRich if it has rules that the
// table has no column for: variants, bounds that lean on settings, caps, conditions, computed vetoes, monthly questions, yearly rules, penalties.
func FrameworkFile(name string, f *app.Framework) ([]byte, error) {
	if isRich(f) {
		return nil, app.NewError(CodeFrameworkRich, "name", f.Name)
	}
	table := outTable{sheet: "Khung tiêu chí", columns: frameworkColumns, rows: headRows(f)}
	for _, g := range f.Groups {
		table.rows = append(table.rows, []any{"Nhóm", g.No, g.Name, "", "", "", "", ""})
		for _, c := range g.Criteria {
			table.rows = append(table.rows, criterionRows("Tiêu chí", c)...)
			for _, item := range c.Items {
				table.rows = append(table.rows, criterionRows("Mục", item)...)
			}
		}
	}
	for _, l := range f.Levels {
		table.rows = append(table.rows, []any{"Xếp loại", "", l.Name, "", "", l.From.ShowExact(), "", ""})
	}
	for _, v := range f.Vetoes {
		table.rows = append(table.rows, []any{"Điểm liệt", "", v.Text, "", "", "", "", ""})
	}
	return byEnding(name, table)
}

func isRich(f *app.Framework) bool {
	rich := len(f.Variants) > 1 || len(f.Computed) > 0 || f.Summary != nil || f.Cap != nil || len(f.Parts) > 0 || f.Subject == "member" || len(f.Basis) > 1 || len(f.AlsoFor) > 0 || len(f.CellKinds) > 0
	for _, l := range f.Levels {
		rich = rich || len(l.Conditions) > 0
	}
	for _, v := range f.Vetoes {
		rich = rich || !v.Manual || v.Level != f.Levels[len(f.Levels)-1].ID
	}
	for _, g := range f.Groups {
		rich = rich || g.AtMost != nil
		for _, c := range g.Criteria {
			rich = rich || richCriterion(c)
			for _, item := range c.Items {
				rich = rich || richCriterion(item)
			}
		}
	}
	return rich
}

func richCriterion(c app.Criterion) bool {
	_, plain := app.BandLines(c.Bands)
	return !plain || len(c.Caps) > 0 || len(c.Reminders) > 0 || c.MonthlyCheck != nil || c.Max.Sign() < 0 || len(c.Variants) > 0 || c.Bonus || c.Veto != "" || c.WhenMissing == "zero" || c.Decimals > 0
}

func headRows(f *app.Framework) [][]any {
	scopes := map[app.FrameworkScope]string{app.ScopeMeeting: "Buổi họp", app.ScopeMonth: "Tháng", app.ScopeQuarter: "Quý", app.ScopeYear: "Năm"}
	var rows [][]any
	add := func(name, value string) {
		if value != "" {
			rows = append(rows, []any{"Khung", name, value, "", "", "", "", ""})
		}
	}
	add("Mã", f.Code)
	add("Tên", f.Name)
	add("Tên ngắn", f.ShortName)
	add("Nơi ban hành", f.Issuer)
	if len(f.Basis) > 0 {
		add("Văn bản", f.Basis[0].Number)
		add("Ngày văn bản", f.Basis[0].Date.String())
	}
	add("Từ ngày", f.ValidFrom.String())
	if f.ValidTo != nil {
		add("Đến ngày", f.ValidTo.String())
	}
	add("Chấm theo", scopes[f.Scope])
	add("Ghi chú", f.Note)
	return rows
}

func criterionRows(kind string, c app.Criterion) [][]any {
	ways := map[app.CriterionKind]string{app.KindToggle: "Đánh dấu", app.KindChoice: "Chọn mức", app.KindNumber: "Nhập số", app.KindSum: "Cộng mục", app.KindAuto: "Tự tính: " + c.Source}
	points, proof, apart := c.Max.ShowExact(), "", ""
	if c.Kind == app.KindSum {
		points = ""
	}
	if c.Evidence.Required && c.Evidence.Text != nil {
		proof = *c.Evidence.Text
	}
	if c.NotApplicable.Allowed {
		apart = map[string]string{"full": "Đủ điểm", "drop": "Bỏ khỏi tổng", "zero": "0 điểm", "block": "Không có tổng"}[c.NotApplicable.Rule]
	}
	rows := [][]any{{kind, c.No, c.Name, points, ways[c.Kind], "", proof, apart}}
	for _, o := range c.Options {
		rows = append(rows, []any{"Mức điểm", "", o.Label, o.Points.ShowExact(), "", "", "", ""})
	}
	for _, b := range c.Bands {
		rows = append(rows, []any{"Mức điểm", "", b.Label, b.Points.ShowExact(), "", b.From.Fixed.ShowExact(), "", ""})
	}
	return rows
}
