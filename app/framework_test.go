package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shippedFrameworks reads the score sheets that the program brings along.
func shippedFrameworks(t testing.TB) map[string]*Framework {
	t.Helper()
	all := make(map[string]*Framework)
	for _, name := range frameworkFiles(t) {
		f, err := ParseFramework(readFile(t, name))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[f.Code] = f
	}
	return all
}

func frameworkFiles(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("../assets/frameworks/*.json")
	if err != nil || len(names) != 5 {
		t.Fatalf("%d frameworks, want 5: %v", len(names), err)
	}
	return names
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// exampleJSON is the example of FRAMEWORK.md.
func exampleJSON(t testing.TB) string {
	t.Helper()
	text := string(readFile(t, "FRAMEWORK.md"))
	_, text, found := strings.Cut(text, "```json\n")
	example, _, end := strings.Cut(text, "```\n")
	if !found || !end {
		t.Fatal("FRAMEWORK.md has no example")
	}
	return example
}

func parseExample(t testing.TB) *Framework {
	t.Helper()
	f, err := ParseFramework([]byte(exampleJSON(t)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheDocumentedExampleIsValid(t *testing.T) {
	if f := parseExample(t); f.Code != "EXAMPLE" {
		t.Errorf("code %q", f.Code)
	}
}

// A framework with one fault is refused with the place of the fault and its name.
func TestParseFrameworkRefuses(t *testing.T) {
	for _, c := range []struct{ what, old, new, place, flaw string }{
		{"a name that is not known", `"status"`, `"state": 1, "status"`, "state", "name_unknown"},
		{"a name that stands twice", `"version": 1,`, `"version": 1, "version": 2,`, "version", "name_twice"},
		{"a name in other letters", `"code"`, `"Code"`, "Code", "name_unknown"},
		{"a text for a number", `"max_total": 100`, `"max_total": "100"`, "max_total", "text_here"},
		{"a number for a text", `"name": "Ví dụ"`, `"name": 5`, "name", "number_here"},
		{"null for a number", `"max_total": 100`, `"max_total": null`, "max_total", "value_missing"},
		{"true for a text", `"name": "Ví dụ"`, `"name": true`, "name", "bool_here"},
		{"a list for a text", `"name": "Ví dụ"`, `"name": []`, "name", "list_here"},
		{"a monstrous number", `"max_total": 100`, `"max_total": 1e999999999`, "max_total", "too_many_digits"},
		{"something behind the end", "\n}\n", "\n} {}", "framework", "trailing"},
		{"a broken file", `"code": "EXAMPLE",`, `"code": "EXAMPLE"`, "framework", "not_json"},
		{"a code in small letters", `"EXAMPLE"`, `"example"`, "code", "code_form"},
		{"version 0", `"version": 1,`, `"version": 0,`, "version", "version_missing"},
		{"a negative version", `"version": 1,`, `"version": -1,`, "version", "number_range"},
		{"a scope that is not known", `"scope": "month"`, `"scope": "week"`, "scope", "value_unknown"},
		{"a day that does not exist", `"2026-01-01"`, `"2026-02-30"`, "valid_from", "bad_day"},
		{"an id twice", `"id": "c2a"`, `"id": "c1"`, "groups[0].criteria[1].items[0]", "id_twice"},
		{"an id in capitals", `"id": "c2a"`, `"id": "C2A"`, "groups[0].criteria[1].items[0]", "id_form"},
		{"a variant that does not exist", `"id": "c2a",`, `"id": "c2a", "variants": ["two"],`, "groups[0].criteria[1].items[0].variants[0]", "variant_unknown"},
		{"a part that does not exist", `"part": "all"`, `"part": "none"`, "groups[0].part", "part_unknown"},
		{"criteria that do not add up", `"max": 10, "kind": "number"`, `"max": 9, "kind": "number"`, "groups[0].criteria[3].bands", "bands_max"},
		{"items that do not add up", `"max": 10, "kind": "toggle"`, `"max": 11, "kind": "toggle"`, "groups[0].criteria[1]", "sum_items"},
		{"a total that does not add up", `"max_total": 100`, `"max_total": 90`, "groups", "sum_total"},
		{"a part that does not add up", `"name": "Cả phiếu", "max": 100`, `"name": "Cả phiếu", "max": 99`, "parts[0]", "sum_part"},
		{"a hole between bands", `"from": 0, "below": 90`, `"from": 0, "below": 80`, "groups[0].criteria[2].bands[1]", "bands_hole"},
		{"an overlap of bands", `"from": 0, "below": 90`, `"from": 0, "below": 95`, "groups[0].criteria[2].bands[1]", "bands_overlap"},
		{"bands that do not start at 0", `"from": 0, "below": 90`, `"from": 5, "below": 90`, "groups[0].criteria[2].bands[1]", "bands_bottom"},
		{"bands that end above", `"from": 90, "below": null`, `"from": 90, "below": 200`, "groups[0].criteria[2].bands[0]", "bands_top"},
		{"relative bands out of order", `"share": 0.5}, "below": {"of": "needed"}`, `"share": 1.5}, "below": {"of": "needed"}`, "groups[0].criteria[0].bands[1]", "bands_order"},
		{"a bound on nothing", `{"of": "needed"}, "below": null`, `{"of": "other"}, "below": null`, "groups[0].criteria[0].bands[1]", "bands_settings"},
		{"a computed value that names no setting", `{"of": "long"}`, `{"of": "short"}`, "computed[0].cases[0]", "setting_unknown"},
		{"a source that is not known", `"source": "meeting.minutes"`, `"source": "meeting.hours"`, "groups[0].criteria[0].source", "source_unknown"},
		{"a source without an explanation", `"source": "meeting.minutes"`, `"source": "meeting.ideology_minutes"`, "auto_sources[0]", "source_unused"},
		{"a cap on a source that is not known", `"source": "meeting.unexcused_count", "from"`, `"source": "x", "from"`, "groups[0].criteria[2].caps[0].source", "source_unknown"},
		{"an explanation that asks too much", `{num}/{den} đảng viên`, `{num}/{required} đảng viên`, "auto_sources[1].explain", "explain_field"},
		{"counts of something that is no share", `"explain": "{value} người"`, `"explain": "{num} người"`, "auto_sources[2].explain", "explain_field"},
		{"a choice with one option", `,
                {"id": "c2b_o2", "points": 0, "label": "Thiếu"}`, ``, "groups[0].criteria[1].items[1].options", "options_few"},
		{"a best option below the maximum", `"c2b_o1", "points": 20`, `"c2b_o1", "points": 19`, "groups[0].criteria[1].items[1].options", "options_max"},
		{"an option that takes points away", `"points": 0, "label": "Thiếu"`, `"points": -1, "label": "Thiếu"`, "groups[0].criteria[1].items[1].options[1]", "penalty_max"},
		{"a toggle with bands", `"kind": "toggle"},`, `"kind": "toggle", "bands": [{"from": 0, "below": null, "points": 1}]},`, "groups[0].criteria[1].items[0].bands", "no_bands_here"},
		{"a rule that is not known", `"rule": "drop"`, `"rule": "half"`, "groups[0].criteria[2].not_applicable", "value_unknown"},
		{"levels with a hole", `"from": 0, "below": 80`, `"from": 0, "below": 70`, "levels[1]", "levels_hole"},
		{"levels that overlap", `"from": 0, "below": 80`, `"from": 0, "below": 90`, "levels[1]", "levels_overlap"},
		{"levels that do not reach 0", `"from": 0, "below": 80`, `"from": 1, "below": 80`, "levels[1]", "levels_bottom"},
		{"a condition on a group that does not exist", `group.g1.percent`, `group.g2.percent`, "levels[0].conditions[0].source", "source_unknown"},
		{"a veto to a level that does not exist", `"level": "low"`, `"level": "none"`, "vetoes[0].level", "level_unknown"},
	} {
		t.Run(c.what, func(t *testing.T) {
			text := strings.Replace(exampleJSON(t), c.old, c.new, 1)
			if text == exampleJSON(t) {
				t.Fatalf("the example has no %q", c.old)
			}
			_, err := ParseFramework([]byte(text))
			var fault *Error
			if !errors.As(err, &fault) || fault.Code != CodeFrameworkInvalid || fault.Values["place"] != c.place || fault.Values["flaw"] != c.flaw {
				t.Errorf("got %v, want %s at %s", err, c.flaw, c.place)
			}
		})
	}
}

func TestParseFrameworkRefusesANewerFormat(t *testing.T) {
	text := strings.Replace(exampleJSON(t), `"format_version": 1`, `"format_version": 3, "colours": []`, 1)
	if _, err := ParseFramework([]byte(text)); CodeOf(err) != CodeFrameworkNewer {
		t.Errorf("got %v", err)
	}
}

func TestParseFrameworkRefusesWhatIsTooLarge(t *testing.T) {
	example := exampleJSON(t)
	long := strings.Replace(example, "Ví dụ", strings.Repeat("a", maxFrameworkText+1), 1)
	many := strings.Replace(example, `"valid_from"`, `"also_for": [`+strings.Repeat(`"year",`, maxFrameworkList)+`"year"], "valid_from"`, 1)
	items := `"items": [{"id": "x", "no": "1", "name": "n", "max": 1, "kind": "sum", `
	deep := strings.Replace(example, `"items": [`, strings.Repeat(items, 40)+`"items": [`, 1)
	if _, err := ParseFramework([]byte(example + strings.Repeat(" ", MaxFrameworkBytes))); CodeOf(err) != CodeTooLarge {
		t.Errorf("a file: %v", err)
	}
	for text, flaw := range map[string]string{long: "text_too_long", many: "list_too_long", deep: "too_deep", "\xff" + example: "not_utf8"} {
		var fault *Error
		if _, err := ParseFramework([]byte(text)); !errors.As(err, &fault) || fault.Values["flaw"] != flaw {
			t.Errorf("got %v, want %s", err, flaw)
		}
	}
}

// Text comes in decomposed from some systems; the sheet holds it composed.
func TestParseFrameworkComposesText(t *testing.T) {
	f, err := ParseFramework([]byte(strings.Replace(exampleJSON(t), "Ví dụ", "Vi\u0301 du\u0323", 1)))
	if err != nil || f.Name != "Ví dụ" {
		t.Errorf("%q, %v", f.Name, err)
	}
}

func TestAFrameworkWrittenBackIsTheSame(t *testing.T) {
	for code, f := range shippedFrameworks(t) {
		data, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseFramework(data)
		if err != nil {
			t.Fatal(err)
		}
		twice, err := json.Marshal(again)
		if err != nil || !bytes.Equal(data, twice) {
			t.Errorf("%s changes when it is written and read: %v", code, err)
		}
	}
}

// Every flaw that the code names has words in both languages.
func TestEveryFlawHasWords(t *testing.T) {
	named := regexp.MustCompile(`, "([a-z0-9_]+)"`)
	returned := regexp.MustCompile(`^\s+return "([a-z0-9_]+)"$`)
	flaws := map[string]bool{"not_json": true, "wrong_form": true}
	for _, name := range []string{"framework.go", "framework_find.go", "framework_shape.go", "framework_check.go", "framework_criterion.go", "framework_level.go",
		"framework_band.go", "framework_setting.go", "framework_year.go", "score_mark.go", "score_value.go"} {
		for line := range strings.Lines(string(readFile(t, name))) {
			matches := returned.FindAllStringSubmatch(strings.TrimSuffix(line, "\n"), -1)
			if regexp.MustCompile(`^\s.*(faultAt|faultIn|unfit)\(`).MatchString(line) {
				matches = append(matches, named.FindAllStringSubmatch(line, -1)...)
			}
			for _, match := range matches {
				flaws[match[1]] = true
			}
		}
	}
	delete(flaws, "framework") // a place
	delete(flaws, "sum_")      // what follows names the lines
	flaws["sum_criteria"], flaws["sum_items"] = true, true
	if len(flaws) < 70 {
		t.Fatalf("only %d flaws found", len(flaws))
	}
	for _, language := range []string{"vi", "en"} {
		var words map[string]string
		if err := json.Unmarshal(readFile(t, "../assets/translations/"+language+"/framework.json"), &words); err != nil {
			t.Fatal(err)
		}
		for flaw := range flaws {
			if words["flaw."+flaw] == "" {
				t.Errorf("%s has no words in %s", flaw, language)
			}
		}
	}
}

func TestPickFrameworkTakesTheOneInForce(t *testing.T) {
	make := func(from, to Date, version int, kinds ...CellKind) *Framework {
		f := &Framework{Code: fmt.Sprintf("F%d", version), ValidFrom: from, Version: version, Scope: ScopeMonth, Subject: "cell", CellKinds: kinds, AlsoFor: []string{"year"}}
		if to != "" {
			f.ValidTo = &to
		}
		return f
	}
	old, now, newer, agency := make("2020-01-01", "2025-12-31", 1), make("2026-01-01", "", 2), make("2026-01-01", "", 3), make("2026-05-01", "", 4, Agency)
	all := []*Framework{old, now, newer, agency}
	for _, c := range []struct {
		what  string
		scope FrameworkScope
		kind  CellKind
		day   Date
		want  *Framework
	}{
		{"before any", ScopeMonth, PrivateEnterprise, "2019-12-31", nil},
		{"the last day of the old one", ScopeMonth, PrivateEnterprise, "2025-12-31", old},
		{"the higher version", ScopeMonth, PrivateEnterprise, "2026-06-01", newer},
		{"the one in force later", ScopeYear, Agency, "2026-06-01", agency},
		{"another scope", ScopeMeeting, Agency, "2026-06-01", nil},
	} {
		if got := PickFramework(all, c.scope, "cell", c.kind, c.day); got != c.want {
			t.Errorf("%s: got %v", c.what, got)
		}
	}
}

func TestVariantForChoosesByCellAndMonth(t *testing.T) {
	all := shippedFrameworks(t)
	for _, c := range []struct {
		code     string
		kind     CellKind
		thematic bool
		want     string
	}{
		{"MEETING-42HD", PrivateEnterprise, false, "regular"},
		{"MEETING-42HD", PrivateEnterprise, true, "regular_thematic"},
		{"MODEL-CELL-2022", FDIEnterprise, false, "fdi_enterprise"},
		{"MODEL-CELL-2022", Agency, true, "agency"},
		{"CELL-RATING-366", Agency, false, "all"},
		{"MEMBER-RATING-366", Agency, false, ""},
	} {
		if got := all[c.code].VariantFor(c.kind, c.thematic); got != c.want {
			t.Errorf("%s for %s, thematic %v: %q, want %q", c.code, c.kind, c.thematic, got, c.want)
		}
	}
}

func FuzzParseFramework(f *testing.F) {
	f.Add([]byte(exampleJSON(f)))
	for _, name := range frameworkFiles(f) {
		f.Add(readFile(f, name))
	}
	f.Add([]byte(`{"format_version":1,"groups":[{"criteria":[{"items":[{"items":[]}]}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		framework, err := ParseFramework(data)
		if err != nil {
			if CodeOf(err) == CodeInternal {
				t.Errorf("an error without a code: %v", err)
			}
			return
		}
		for _, v := range framework.Variants {
			result, err := framework.Score(ScoreInput{Variant: v.ID})
			if err != nil {
				t.Fatal(err)
			}
			checkLimits(t, framework, result)
		}
	})
}
