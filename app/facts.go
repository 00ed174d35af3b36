package app

// Fact is a value that a score sheet is computed from. Without Known it is missing, which is never 0.
type Fact struct {
	Known   bool   `json:"known"`
	Pending bool   `json:"pending,omitempty"` // missing, and still to come: not 0 either where a missing value would count as 0
	Share   bool   `json:"share,omitempty"`   // Num of Den, in percent; Den 0: not applicable
	Num     int64  `json:"num,omitempty"`
	Den     int64  `json:"den,omitempty"`
	Value   Ratio  `json:"value"` // of a number; of a share its percent
	Text    string `json:"text"`  // the computation in words, or why it is missing (Vietnamese)
}

// Facts are the values of one sheet by source ("meeting.minutes"), and by "source@criterion" where each criterion has its own.
type Facts map[string]Fact

// NumberFact is a known whole number.
func NumberFact(n int64, text string) Fact {
	return Fact{Known: true, Value: IntRatio(n), Text: text}
}

// RatioFact is a known exact number.
func RatioFact(value Ratio, text string) Fact { return Fact{Known: true, Value: value, Text: text} }

// ShareFact is a known share, num of den. With den 0 it is not applicable.
func ShareFact(num, den int64, text string) Fact {
	return Fact{Known: true, Share: true, Num: num, Den: den, Value: Fraction(num, den).Mul(IntRatio(100)), Text: text}
}

// MissingFact is a value that the book does not know; text says why.
func MissingFact(text string) Fact { return Fact{Text: text} }

// PendingFact is a value that will be known later; text says what it waits for.
func PendingFact(text string) Fact { return Fact{Pending: true, Text: text} }

// CheckFact returns the key of a criterion's own value of a source.
func CheckFact(source, criterionID string) string { return source + "@" + criterionID }

// Merge returns facts with those of others added; later ones win.
func (f Facts) Merge(others ...Facts) Facts {
	all := make(Facts, len(f))
	for _, facts := range append([]Facts{f}, others...) {
		for id, fact := range facts {
			all[id] = fact
		}
	}
	return all
}

// of returns a criterion's own value of a source, else the source's value.
func (f Facts) of(source, criterionID string) Fact {
	if fact, found := f[CheckFact(source, criterionID)]; found {
		return fact
	}
	return f[source]
}

func (f Facts) reaches(id string, bound Ratio) bool {
	fact := f[id]
	return fact.Known && fact.Value.Cmp(bound) >= 0
}

func (f Fact) isNotApplicable() bool { return f.Known && f.Share && f.Den == 0 }

// Validate returns CodeInvalid for a negative number or a share above its whole.
func (f Facts) Validate() error {
	for id, fact := range f {
		if !fact.Known {
			continue
		}
		if fact.Value.Sign() < 0 || fact.Num < 0 || fact.Den < 0 || fact.Share && fact.Num > fact.Den {
			return NewError(CodeInvalid, "field", id, "value", fact.Value.String())
		}
	}
	return nil
}
