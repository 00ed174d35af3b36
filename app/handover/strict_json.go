package handover

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sochibo/app"
)

// CodeJSON: a JSON text breaks the strict rules; Values: name (the part), fault (has words under "fault.<value>").
const CodeJSON app.Code = "packet_json"

// Bounds of a JSON text. A reader in any language can hold what stays inside them.
const (
	maxDepth  = 32
	maxNames  = 20_000  // in one object
	maxItems  = 100_000 // in all lists together: an entry of two bytes may become a record of a kilobyte in memory
	maxDigits = 40      // characters of one number
)

// checkJSON returns CodeJSON unless text is exactly one JSON object that every reader understands alike: UTF-8 without a byte
// order mark, nothing after it, no name twice in one object (also not when case is ignored, as Go's decoder does),
// nesting of at most 32, no more entries in lists than maxItems, numbers that are finite, text in NFC with whole surrogate pairs.
func checkJSON(name string, text []byte) error {
	refuse := func(fault string) error { return app.NewError(CodeJSON, "name", name, "fault", fault) }
	switch {
	case len(text) == 0 || text[0] != '{':
		return refuse("no_object")
	case !utf8.Valid(text):
		return refuse("not_utf8")
	case !json.Valid(text):
		return refuse("not_json")
	case !norm.NFC.IsNormal(text):
		return refuse("not_nfc")
	}
	scan := jsonScan{text: text}
	if fault := scan.run(); fault != "" {
		return refuse(fault)
	}
	return nil
}

// jsonScan walks a text that json.Valid has passed and looks at what that leaves open.
type jsonScan struct {
	text  []byte
	pos   int
	open  []names // one per container that is open
	isKey bool    // the next string is a name
	items int     // met in lists
}

// names are the names met in one object; an array has none.
type names struct {
	isObject bool
	few      [][]byte        // the first ones, compared one by one
	many     map[string]bool // all, folded, once there are more
	count    int
}

func (s *jsonScan) run() (fault string) {
	for s.pos < len(s.text) && fault == "" {
		switch c := s.text[s.pos]; {
		case c == '{' || c == '[':
			fault = s.enter(c == '{')
		case c == '}' || c == ']':
			s.open = s.open[:len(s.open)-1]
			s.isKey = false
			s.pos++
		case c == ',':
			if s.isKey = s.open[len(s.open)-1].isObject; !s.isKey {
				fault = s.item()
			}
			s.pos++
		case c == '"':
			fault = s.str()
		case c == '-' || c >= '0' && c <= '9':
			fault = s.number()
		default:
			s.pos++
		}
	}
	return fault
}

func (s *jsonScan) enter(isObject bool) string {
	if len(s.open) == maxDepth {
		return "depth"
	}
	s.open = slices.Grow(s.open, 1)[:len(s.open)+1]
	top := &s.open[len(s.open)-1]
	*top = names{isObject: isObject, few: top.few[:0]} // the room of the last object at this depth is used again
	s.isKey = isObject
	s.pos++
	if isObject {
		return ""
	}
	return s.item() // an empty list counts as one
}

// item counts one more entry of a list.
func (s *jsonScan) item() string {
	if s.items++; s.items > maxItems {
		return "many_items"
	}
	return ""
}

// str reads one string, which may be a name.
func (s *jsonScan) str() string {
	start, escaped := s.pos+1, false
	end := start
	for s.text[end] != '"' {
		if s.text[end] == '\\' {
			escaped = true
			end++
		}
		end++
	}
	s.pos = end + 1
	value := s.text[start:end]
	if escaped {
		if loneSurrogate(value) {
			return "surrogate"
		}
		var text string
		if err := json.Unmarshal(s.text[start-1:end+1], &text); err != nil {
			return "not_json"
		}
		if value = []byte(text); !norm.NFC.IsNormal(value) {
			return "not_nfc"
		}
	}
	if !s.isKey {
		return ""
	}
	s.isKey = false
	return s.open[len(s.open)-1].add(value)
}

func (s *jsonScan) number() string {
	start := s.pos
	for s.pos < len(s.text) && bytes.IndexByte([]byte("+-.0123456789eE"), s.text[s.pos]) >= 0 {
		s.pos++
	}
	digits := string(s.text[start:s.pos])
	value, err := strconv.ParseFloat(digits, 64)
	if len(digits) > maxDigits || err != nil || math.IsInf(value, 0) {
		return "number"
	}
	return ""
}

// fewNames is how many names are compared one by one before a map is cheaper.
const fewNames = 48

func (n *names) add(name []byte) string {
	n.count++
	if n.count > maxNames {
		return "many_names"
	}
	if n.many == nil && len(n.few) < fewNames {
		for _, other := range n.few {
			if bytes.EqualFold(other, name) {
				return "name_twice"
			}
		}
		n.few = append(n.few, name)
		return ""
	}
	if n.many == nil {
		n.many = make(map[string]bool, 4*fewNames)
		for _, other := range n.few {
			n.many[folded(other)] = true
		}
	}
	key := folded(name)
	if n.many[key] {
		return "name_twice"
	}
	n.many[key] = true
	return ""
}

// loneSurrogate reports whether an escaped string holds half of a pair, which Go would silently replace.
func loneSurrogate(escaped []byte) bool {
	for i := 0; i+1 < len(escaped); i++ {
		if escaped[i] != '\\' {
			continue
		}
		i++
		if escaped[i] != 'u' {
			continue
		}
		unit := codeUnit(escaped[i+1:])
		if unit >= 0xDC00 && unit <= 0xDFFF {
			return true
		}
		if unit >= 0xD800 && unit <= 0xDBFF {
			rest := escaped[i+5:]
			if len(rest) < 6 || rest[0] != '\\' || rest[1] != 'u' {
				return true
			}
			if low := codeUnit(rest[2:]); low < 0xDC00 || low > 0xDFFF {
				return true
			}
			i += 6
		}
		i += 4
	}
	return false
}

func codeUnit(hex []byte) uint64 {
	unit, err := strconv.ParseUint(string(hex[:4]), 16, 32)
	if err != nil {
		return 0xDC00 // json.Valid has passed four digits, so this is never reached; half a pair is refused
	}
	return unit
}
