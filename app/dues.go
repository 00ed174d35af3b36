package app

// DuesWay says how dues were paid.
type DuesWay string

// Ways of paying dues (01-QĐ/TW 2026: on the public service portal, or in cash to the cell).
const (
	NoWay    DuesWay = ""
	Cash     DuesWay = "cash"
	Portal   DuesWay = "portal"
	Transfer DuesWay = "transfer"
)

// DuesWays are in the order that lists offer them.
var DuesWays = []DuesWay{Cash, Transfer, Portal}

// DuesEntry is one member's dues of one month. Amounts are in đồng; 0 where only the day of payment is kept. The salary that dues are
// reckoned from is never kept.
type DuesEntry struct {
	MemberID string  `json:"memberID"`
	Month    Month   `json:"month"`
	Due      int     `json:"due,omitempty"`
	Paid     int     `json:"paid,omitempty"`
	PaidOn   Date    `json:"paidOn,omitempty"`
	Way      DuesWay `json:"way,omitempty"`
	Note     string  `json:"note,omitempty"`
}

// MaxDues is the largest amount, in đồng, of one month: a larger one is a slip of the finger.
const MaxDues = 100_000_000

// IsPaid reports whether the month is paid: a day of payment is entered, and not less than what was due.
func (e DuesEntry) IsPaid() bool { return e.PaidOn != "" && e.Paid >= e.Due }

// Validate returns CodeBadMonth, CodeBadDate, CodeOutOfRange for an amount that cannot be.
func (e DuesEntry) Validate() error {
	if err := e.Month.Validate(); err != nil {
		return err
	}
	for field, amount := range map[string]int{"due": e.Due, "paid": e.Paid} {
		if amount < 0 || amount > MaxDues {
			return NewError(CodeOutOfRange, "field", field, "value", amount, "min", 0, "max", MaxDues)
		}
	}
	return e.PaidOn.Validate()
}

// OwesDuesIn reports whether a member pays dues in a month: on the list on its last day, and not exempt, suspended or away.
func OwesDuesIn(m Member, month Month) bool { return m.CountsOn(month.Last()) }

// UnpaidMonths returns the months of a year, up to one, that a member owes and has not paid. Months before the first entry of the whole
// register are not asked for: it may have begun in the middle of the year.
func UnpaidMonths(m Member, entries []DuesEntry, year int, through Month) []Month {
	paid, first := make(map[Month]bool), Month("")
	for _, e := range entries {
		if first == "" || e.Month < first {
			first = e.Month
		}
		if e.MemberID == m.ID && e.IsPaid() {
			paid[e.Month] = true
		}
	}
	var list []Month
	for _, month := range MonthsOf(year) {
		if first != "" && month >= first && month <= through && !paid[month] && OwesDuesIn(m, month) {
			list = append(list, month)
		}
	}
	return list
}
