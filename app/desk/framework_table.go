package desk

import (
	"context"

	"sochibo/app"
	"sochibo/app/sheet"
	"sochibo/store"
)

// ImportFrameworkTable makes a draft from a table in the documented layout (app/FRAMEWORK.md); a draft of the same code is replaced. The draft need
// not be without fault: the editor names what is left to mend. Errors: CodeNotCommittee, those of sheet.ReadFramework, app.CodeRequired
// without a code.
func (d *Desk) ImportFrameworkTable(ctx context.Context, path string) (*app.Framework, error) {
	f, err := sheet.ReadFramework(ctx, path)
	if err != nil {
		return nil, err
	}
	if f.Code == "" || f.Name == "" {
		return nil, app.NewError(app.CodeRequired, "field", "frameworkCode")
	}
	if f.ValidFrom == "" {
		f.ValidFrom = d.Today()
	}
	known, err := SourceCatalogue()
	if err != nil {
		return nil, err
	}
	giveUnits(f, known)
	f.Settle(known)
	return f, d.update(ctx, "import framework table", func(tx *store.Tx) error {
		if _, err := requireRole(tx, app.CommitteeBook); err != nil {
			return err
		}
		newest, err := newestVersion(tx, f.Code)
		if err != nil {
			return err
		}
		f.Version = newest + 1
		return d.putFrameworkDraft(tx, f)
	})
}

// giveUnits lets computed criteria show their values in the unit of their source.
func giveUnits(f *app.Framework, known []app.AutoSource) {
	units := make(map[string]string, len(known))
	for _, s := range known {
		units[s.ID] = s.Unit
	}
	for i := range f.Groups {
		for j := range f.Groups[i].Criteria {
			c := &f.Groups[i].Criteria[j]
			c.Unit = units[c.Source]
			for k := range c.Items {
				c.Items[k].Unit = units[c.Items[k].Source]
			}
		}
	}
}

// SaveFrameworkTable writes a framework of the book as a table that ImportFrameworkTable reads. Errors: CodeNotFound, sheet.CodeFrameworkRich,
// those of writing a file.
func (d *Desk) SaveFrameworkTable(ctx context.Context, code string, version int, path string) error {
	body, err := d.FrameworkBody(ctx, code, version)
	if err != nil {
		return err
	}
	f, err := app.ParseFramework(body)
	if err != nil {
		return err
	}
	data, err := sheet.FrameworkFile(path, f)
	if err != nil {
		return err
	}
	return writeWhole(path, data)
}

// SaveFrameworkExample writes an example of the table's layout with every kind of row, to be filled in.
func (d *Desk) SaveFrameworkExample(path string) error {
	f, err := exampleFramework(d.Today())
	if err != nil {
		return err
	}
	data, err := sheet.FrameworkFile(path, f)
	if err != nil {
		return err
	}
	return writeWhole(path, data)
}

func exampleFramework(today app.Date) (*app.Framework, error) {
	f := app.NewFramework("VI-DU-2026", "Khung ví dụ, thay bằng nội dung của cấp ủy", app.ScopeMonth, today)
	proof := "Báo cáo tháng"
	options, err := app.ParseOptionLines("20 | Đủ\n10 | Một phần\n0 | Không", "g1_1")
	if err != nil {
		return nil, err
	}
	bands, err := app.ParseBandLines("90 | 40 | Từ 90%\n75 | 30 | Từ 75 đến dưới 90%\n0 | 0 | Dưới 75%")
	if err != nil {
		return nil, err
	}
	plan, err := app.ParseBandLines("100 | 20 | Từ 100%\n0 | 5 | Dưới 100%")
	if err != nil {
		return nil, err
	}
	f.Issuer, f.Basis = "Đảng ủy …", []app.Basis{{Number: "12-HD/ĐU", Date: today}}
	f.Groups = []app.Group{
		{ID: "g1", No: "I", Name: "Chất lượng sinh hoạt", Criteria: []app.Criterion{
			{ID: "g1_1", Name: "Nghị quyết tháng rõ người, rõ việc", Kind: app.KindChoice, Max: app.IntRatio(20), Options: options},
			{ID: "g1_2", Name: "Tỷ lệ đảng viên dự họp", Kind: app.KindAuto, Source: "meeting.attendance_percent", Unit: "%", Max: app.IntRatio(40), Bands: bands,
				NotApplicable: app.NotApplicable{Allowed: true, Rule: "drop"}},
		}},
		{ID: "g2", No: "II", Name: "Sản xuất, công tác", Criteria: []app.Criterion{
			{ID: "g2_1", Name: "Kế hoạch tháng", Kind: app.KindNumber, Unit: "%", Max: app.IntRatio(20), Bands: plan, Evidence: app.Evidence{Required: true, Text: &proof}},
			{ID: "g2_2", Name: "Nền nếp", Kind: app.KindSum, Items: []app.Criterion{
				{ID: "g2_2_i1", Name: "Không mất an toàn lao động", Kind: app.KindToggle, Max: app.IntRatio(10)},
				{ID: "g2_2_i2", Name: "Sổ sách đủ", Kind: app.KindToggle, Max: app.IntRatio(10)}}},
		}},
	}
	f.Vetoes = []app.Veto{{ID: "v1", Text: "Khai sai số liệu", Manual: true, Effect: "level_at_most", Level: "l2"}}
	known, err := SourceCatalogue()
	if err != nil {
		return nil, err
	}
	f.Settle(known)
	return f, nil
}
