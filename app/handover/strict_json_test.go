package handover

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"sochibo/app"
)

func faultIn(text string) string {
	err := asError(checkJSON(dataName, []byte(text)))
	if err == nil {
		return ""
	}
	return fmt.Sprint(err.Values["fault"])
}

func manyNames(n int) string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf(`"n%d":%d`, i, i)
	}
	return "{" + strings.Join(names, ",") + "}"
}

func TestStrictJSON(t *testing.T) {
	deep := func(n int) string { return `{"a":` + strings.Repeat("[", n-1) + strings.Repeat("]", n-1) + `}` }
	for _, c := range []struct {
		name, text, fault string
	}{
		{"an empty object", `{}`, ""},
		{"everything at once", ` {"a":[1,-2.5e3,"x",true,null,{}],"b":{"a":1}}`[1:], ""},
		{"white space behind the end", "{\"a\":1}\n", ""},
		{"the same name in two objects", `{"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]}`, ""},
		{"a text equal to a name", `{"a":"a","b":["a","a"]}`, ""},
		{"a name as a value behind an object", `{"a":{"b":1},"c":"a"}`, ""},
		{"Vietnamese", `{"tên":"Nguyễn Thị Ánh Tuyết"}`, ""},
		{"escapes", `{"a":"\"\\\/\b\f\n\r\tđ","b\"":"\\"}`, ""},
		{"a whole surrogate pair", `{"a":"\ud83d\ude00"}`, ""},
		{"a written backslash before u", `{"a":"\\ud800"}`, ""},
		{"as deep as allowed", deep(maxDepth), ""},
		{"as many names as allowed", manyNames(maxNames), ""},

		{"nothing", ``, "no_object"},
		{"a list", `[]`, "no_object"},
		{"white space first", ` {}`, "no_object"},
		{"a byte order mark", "\ufeff{}", "no_object"},
		{"cut off", `{"a":`, "not_json"},
		{"two objects", `{}{}`, "not_json"},
		{"a letter behind the end", `{} x`, "not_json"},
		{"NUL behind the end", "{}\x00", "not_json"},
		{"NaN", `{"a":NaN}`, "not_json"},
		{"Infinity", `{"a":-Infinity}`, "not_json"},
		{"a comma too many", `{"a":1,}`, "not_json"},
		{"a comment", `{/**/}`, "not_json"},
		{"single quotes", `{'a':1}`, "not_json"},
		{"a leading zero", `{"a":01}`, "not_json"},
		{"a line break in a text", "{\"a\":\"\n\"}", "not_json"},
		{"bytes that are not UTF-8", "{\"a\":\"\xff\"}", "not_utf8"},
		{"an overlong slash", "{\"a\":\"\xc0\xaf\"}", "not_utf8"},
		{"one level too deep", deep(maxDepth + 1), "depth"},
		{"100,000 levels", deep(100_000), "not_json"},
		{"a name twice", `{"a":1,"a":1}`, "name_twice"},
		{"a name twice with others between", `{"a":1,"b":{"c":2},"d":[3],"a":4}`, "name_twice"},
		{"a name twice, once escaped", `{"a":1,"\u0061":2}`, "name_twice"},
		{"a name twice in another case", `{"seq":1,"SEQ":2}`, "name_twice"},
		{"a name twice with the long s", `{"seq":1,"ſeq":2}`, "name_twice"},
		{"a name twice deep inside", `{"a":[{"b":{"c":1,"C":2}}]}`, "name_twice"},
		{"a name twice among many", strings.Replace(manyNames(500), `"n499"`, `"N3"`, 1), "name_twice"},
		{"a name twice at the end of many", strings.Replace(manyNames(500), `"n499"`, `"n498"`, 1), "name_twice"},
		{"one name too many", manyNames(maxNames + 1), "many_names"},
		{"as many entries in lists as allowed", items(maxItems/2, maxItems-maxItems/2), ""},
		{"one entry too many in all lists", items(maxItems/2, maxItems-maxItems/2+1), "many_items"},
		{"one empty list too many", `{"a":[` + strings.Repeat("[],", maxItems/2) + `[]]}`, "many_items"},
		{"a number beyond every float", `{"a":1e400}`, "number"},
		{"a number of a thousand digits", `{"a":` + strings.Repeat("1", 1000) + `}`, "number"},
		{"a first half alone", `{"a":"\ud83d"}`, "surrogate"},
		{"a first half before a letter", `{"a":"\ud83d\u0061"}`, "surrogate"},
		{"a second half alone", `{"a":"\ude00"}`, "surrogate"},
		{"half a pair in a name", `{"\ud83d":1}`, "surrogate"},
		{"letters and marks apart", "{\"a\":\"Xu\u031bo\u031b\u0309ng\"}", "not_nfc"},
		{"letters and marks apart, escaped", `{"a":"e\u0301"}`, "not_nfc"},
		{"letters and marks apart in a name", "{\"e\u0301\":1}", "not_nfc"},
	} {
		if got := faultIn(c.text); got != c.fault {
			t.Errorf("%s: fault %q, want %q", c.name, got, c.fault)
		}
	}
	wantCode(t, checkJSON(dataName, nil), CodeJSON)
}

// items are two lists, one inside of an object of the other.
func items(first, second int) string {
	inner := `[` + strings.Repeat("1,", second-1) + `1]`
	return `{"a":[` + strings.Repeat("0,", first-1) + `{"b":` + inner + `}]}`
}

// What passes is understood by Go's decoder without anything being dropped: each name arrives once.
func FuzzStrictJSON(f *testing.F) {
	for _, seed := range []string{`{}`, testData, `{"a":[{"b":"\u0111"}],"c":-1.5e2}`, `{"a":1,"A":2}`, `{"s":1,"ſ":2}`, manyNames(60)} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		err := checkJSON(dataName, text)
		if err != nil {
			if app.CodeOf(err) != CodeJSON {
				t.Fatalf("%v", err)
			}
			return
		}
		var value map[string]any
		if err := json.Unmarshal(text, &value); err != nil {
			t.Fatalf("passed and cannot be read: %v", err)
		}
		seen := map[string]bool{}
		for name := range value {
			if seen[folded([]byte(name))] {
				t.Fatalf("%q twice", name)
			}
			seen[folded([]byte(name))] = true
		}
		if again, err := json.Marshal(value); err != nil || faultIn(string(again)) != "" {
			t.Fatalf("does not pass when written again: %s", again)
		}
	})
}
