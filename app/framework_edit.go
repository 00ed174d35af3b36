package app

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// NewFramework begins a framework that a committee makes: one group with one criterion of 100 points, two levels.
func NewFramework(code, name string, scope FrameworkScope, from Date) *Framework {
	bound := IntRatio(80)
	return &Framework{FormatVersion: 1, Code: code, Version: 1, Name: name, ShortName: name, ValidFrom: from, Scope: scope,
		Subject: "cell", Status: "sourced", MaxTotal: IntRatio(100), ConditionsUnmet: "lower",
		Variants: []Variant{{ID: "all", Name: "Mọi loại hình chi bộ", When: "Luôn dùng"}},
		Groups: []Group{{ID: "g1", No: "I", Name: "Nhóm I", Max: IntRatio(100), Criteria: []Criterion{
			{ID: "g1_1", No: "1", Name: "Tiêu chí 1", Max: IntRatio(100), Kind: KindToggle}}}},
		Levels: []Level{{ID: "l1", Name: "Đạt", From: bound}, {ID: "l2", Name: "Chưa đạt", Below: &bound}}}
}

// Encode writes a framework as its file, which ParseFramework reads.
func (f *Framework) Encode() ([]byte, error) {
	data, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return nil, WrapError(err, CodeInternal)
	}
	return append(data, '\n'), nil
}

// Clone returns a copy that shares nothing with f.
func (f *Framework) Clone() (*Framework, error) {
	data, err := f.Encode()
	if err != nil {
		return nil, err
	}
	c := &Framework{}
	if err := json.Unmarshal(data, c); err != nil {
		return nil, WrapError(err, CodeInternal)
	}
	return c, nil
}

// Settle brings a framework that was edited in order: numbers of criteria, sums of items, groups and parts, and the explanations of the
// sources in use, taken from known where the framework has none. What a person must mend is left for ParseFramework to name.
func (f *Framework) Settle(known []AutoSource) {
	f.FormatVersion = 1
	variant := ""
	if len(f.Variants) > 0 {
		variant = f.Variants[0].ID
	}
	numbers := make(map[string]int)
	for i := range f.Groups {
		g := &f.Groups[i]
		in := variant
		if len(g.Variants) > 0 {
			in = g.Variants[0]
		}
		g.Max = Ratio{}
		for j := range g.Criteria {
			c := &g.Criteria[j]
			settleCriterion(c, in)
			if inVariant(c.Variants, in) {
				g.Max = g.Max.Add(larger(c.Max, Ratio{}))
			}
			c.No = f.numberOf(g, c, numbers)
		}
		if g.AtMost != nil {
			g.Max, f.FormatVersion = *g.AtMost, FrameworkFormat
		}
	}
	f.settleTotals(variant)
	f.settleSources(known)
}

// numberOf counts the criteria from 1 in each variant.
func (f *Framework) numberOf(g *Group, c *Criterion, numbers map[string]int) string {
	no := 0
	for _, v := range f.Variants {
		if inVariant(g.Variants, v.ID) && inVariant(c.Variants, v.ID) {
			numbers[v.ID]++
			no = numbers[v.ID]
		}
	}
	items := make(map[string]int)
	for k := range c.Items {
		item := 0
		for _, v := range f.Variants {
			if inVariant(c.Items[k].Variants, v.ID) {
				items[v.ID]++
				item = items[v.ID]
			}
		}
		c.Items[k].No = fmt.Sprintf("%d.%d", no, item)
	}
	return fmt.Sprint(no)
}

func settleCriterion(c *Criterion, variant string) {
	if c.Kind != KindSum {
		return
	}
	c.Max = Ratio{}
	for _, item := range c.Items {
		if inVariant(item.Variants, variant) {
			c.Max = c.Max.Add(larger(item.Max, Ratio{}))
		}
	}
}

func (f *Framework) settleTotals(variant string) {
	f.MaxTotal = Ratio{}
	parts := make(map[string]Ratio)
	for _, g := range f.Groups {
		if !inVariant(g.Variants, variant) {
			continue
		}
		f.MaxTotal = f.MaxTotal.Add(g.Max)
		if g.Part != nil {
			parts[*g.Part] = parts[*g.Part].Add(g.Max)
		}
	}
	for i := range f.Parts {
		f.Parts[i].Max = parts[f.Parts[i].ID]
	}
}

func (f *Framework) settleSources(known []AutoSource) {
	used := f.usedSources()
	kept := slices.DeleteFunc(slices.Clone(f.AutoSources), func(s AutoSource) bool { _, isUsed := used[s.ID]; return !isUsed })
	for _, s := range known {
		_, isUsed := used[s.ID]
		if isUsed && !slices.ContainsFunc(kept, func(k AutoSource) bool { return k.ID == s.ID }) {
			kept = append(kept, s)
		}
	}
	f.AutoSources = kept
}

// FreeID returns an id that nothing in the framework has, beginning with a stem.
func (f *Framework) FreeID(stem string) string {
	taken := make(map[string]bool)
	for _, one := range f.ids() {
		taken[one.id] = true
	}
	for n := 1; ; n++ {
		if id := fmt.Sprintf("%s%d", stem, n); !taken[id] {
			return id
		}
	}
}

// BandLines writes bands as people edit them, one line each: "90 | 4 | Từ 90% trở lên" (from, points, label). false if a bound leans on a
// setting: such bands are kept as they are.
func BandLines(bands []Band) (string, bool) {
	var lines []string
	for _, b := range bands {
		if b.From.Of != "" {
			return "", false
		}
		lines = append(lines, b.From.Fixed.ShowExact()+" | "+b.Points.ShowExact()+" | "+b.Label)
	}
	return strings.Join(lines, "\n"), true
}

// ParseBandLines reads what BandLines writes; lines may come in any order. A label left out is made from the bound. CodeLineForm names a line that cannot be read.
func ParseBandLines(text string) ([]Band, error) {
	var bands []Band
	for i, parts := range editedLines(text) {
		if len(parts) < 2 {
			return nil, NewError(CodeLineForm, "line", i+1, "example", "90 | 4 | Từ 90%")
		}
		from, errFrom := ParseRatio(edited(parts[0]))
		points, errPoints := ParseRatio(edited(parts[1]))
		if errFrom != nil || errPoints != nil {
			return nil, NewError(CodeLineForm, "line", i+1, "example", "90 | 4 | Từ 90%")
		}
		label := "Từ " + from.ShowExact()
		if len(parts) > 2 && parts[2] != "" {
			label = parts[2]
		}
		bands = append(bands, Band{From: Bound{Fixed: from}, Points: points, Label: label})
	}
	slices.SortStableFunc(bands, func(a, b Band) int { return b.From.Fixed.Cmp(a.From.Fixed) })
	for i := 1; i < len(bands); i++ {
		below := bands[i-1].From
		bands[i].Below = &below
	}
	return bands, nil
}

// OptionLines writes options as people edit them, one line each: "4 | Đủ" (points, label).
func OptionLines(options []Option) string {
	var lines []string
	for _, o := range options {
		lines = append(lines, o.Points.ShowExact()+" | "+o.Label)
	}
	return strings.Join(lines, "\n")
}

// ParseOptionLines reads what OptionLines writes; options take their ids from the criterion's. CodeLineForm names a line that cannot be read.
func ParseOptionLines(text, criterionID string) ([]Option, error) {
	var options []Option
	for i, parts := range editedLines(text) {
		if len(parts) < 2 || parts[1] == "" {
			return nil, NewError(CodeLineForm, "line", i+1, "example", "4 | Đủ")
		}
		points, err := ParseRatio(edited(parts[0]))
		if err != nil {
			return nil, NewError(CodeLineForm, "line", i+1, "example", "4 | Đủ")
		}
		options = append(options, Option{ID: fmt.Sprintf("%s_o%d", criterionID, i+1), Points: points, Label: parts[1]})
	}
	return options, nil
}

// LevelLines writes levels as people edit them, one line each: "85 | Đạt kiểu mẫu" (from, name).
func LevelLines(levels []Level) string {
	var lines []string
	for _, l := range levels {
		lines = append(lines, l.From.ShowExact()+" | "+l.Name)
	}
	return strings.Join(lines, "\n")
}

// ParseLevelLines reads what LevelLines writes. A level that keeps its name keeps its id and conditions.
func (f *Framework) ParseLevelLines(text string) ([]Level, error) {
	var levels []Level
	for i, parts := range editedLines(text) {
		if len(parts) < 2 || parts[1] == "" {
			return nil, NewError(CodeLineForm, "line", i+1, "example", "85 | Đạt")
		}
		from, err := ParseRatio(edited(parts[0]))
		if err != nil {
			return nil, NewError(CodeLineForm, "line", i+1, "example", "85 | Đạt")
		}
		level := Level{Name: parts[1]}
		if k := slices.IndexFunc(f.Levels, func(l Level) bool { return l.Name == parts[1] }); k >= 0 {
			level = f.Levels[k]
		}
		level.From, level.Below = from, nil
		levels = append(levels, level)
	}
	slices.SortStableFunc(levels, func(a, b Level) int { return b.From.Cmp(a.From) })
	for i := range levels {
		if i > 0 {
			below := levels[i-1].From
			levels[i].Below = &below
		}
		if levels[i].ID == "" {
			levels[i].ID = freeLevelID(f, levels)
		}
	}
	return levels, nil
}

func freeLevelID(f *Framework, levels []Level) string {
	for n := 1; ; n++ {
		id := fmt.Sprintf("level%d", n)
		taken := slices.ContainsFunc(f.ids(), func(p idPlace) bool { return p.id == id })
		if !taken && !slices.ContainsFunc(levels, func(l Level) bool { return l.ID == id }) {
			return id
		}
	}
}

// editedLines splits lines at "|" and leaves empty lines out.
func editedLines(text string) [][]string {
	var lines [][]string
	for _, line := range strings.Split(text, "\n") {
		if Clean(line) == "" {
			continue
		}
		parts := strings.Split(line, "|")
		for i := range parts {
			parts[i] = Clean(parts[i])
		}
		lines = append(lines, parts)
	}
	return lines
}

// edited takes a number as people type it, with a decimal comma.
func edited(text string) string { return strings.Replace(Clean(text), ",", ".", 1) }

// CodeLineForm: a line of bands, options or levels cannot be read; Values: line (from 1), example.
const CodeLineForm Code = "line_form"
