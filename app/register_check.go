package app

// RegisterEntry is a person in a register of several cells.
type RegisterEntry struct {
	CellID string `json:"cellID"` // "" where the register does not say
	Member Member `json:"member"`
}

// RegisterFault says how a committee's register and what its cells handed in differ about a person.
type RegisterFault string

// Ways to differ.
const (
	RegisterLacks   RegisterFault = "lacks"   // a cell has him, the register has not
	RegisterSurplus RegisterFault = "surplus" // the register has him, no cell has
	RegisterMoved   RegisterFault = "moved"   // in another cell than the register says
	RegisterDiffers RegisterFault = "differs" // Fields say in what
)

// RegisterDifference is one person about whom register and cells differ.
type RegisterDifference struct {
	Fault      RegisterFault
	CellID     string // of the cell that has him; of one in surplus, the register's
	FromCellID string // RegisterMoved: the register's
	Name       string
	BornOn     Date
	PartyCard  string
	Fields     []Difference // DiffField: before is the register's, after the cell's
}

// CompareRegisters holds a committee's register against the registers of its cells, both as they were on a day (7-HSĐV: numbers are reconciled with
// the levels below every three months). A person is known again by id, citizen id, card number, or name and date of birth. What a list from
// Excel leaves empty is no difference.
func CompareRegisters(register, cells []RegisterEntry, day Date) []RegisterDifference {
	find := newRegisterIndex(register, day)
	var list []RegisterDifference
	for _, c := range cells {
		if !c.Member.OnListOn(day) {
			continue
		}
		d := RegisterDifference{CellID: c.CellID, Name: c.Member.FullName, BornOn: c.Member.BornOn, PartyCard: c.Member.PartyCardNo}
		known := find.take(c.Member)
		if known == nil {
			d.Fault = RegisterLacks
			list = append(list, d)
			continue
		}
		for _, f := range fieldDifferences(known.Member, c.Member, day, day) {
			if saysOther(f, known.Member.ID != "") && !(f.Field == "kind" && known.Member.Kind == "") {
				d.Fields = append(d.Fields, f)
			}
		}
		switch {
		case known.CellID != "" && known.CellID != c.CellID:
			d.Fault, d.FromCellID = RegisterMoved, known.CellID
		case len(d.Fields) > 0:
			d.Fault = RegisterDiffers
		default:
			continue
		}
		list = append(list, d)
	}
	for _, r := range find.left() {
		list = append(list, RegisterDifference{Fault: RegisterSurplus, CellID: r.CellID, Name: r.Member.FullName, BornOn: r.Member.BornOn, PartyCard: r.Member.PartyCardNo})
	}
	return list
}

// saysOther reports whether a field of the register says another thing than the cell's, and not only in other letters.
// In a whole entry, which came from a cell, an empty field counts as well.
func saysOther(f Difference, whole bool) bool {
	before, after := f.Before.Text, f.After.Text
	switch f.Field {
	case "fullName":
		return !SameName(before, after)
	case "partyCardNo":
		return (whole || before != "") && numberKey(before) != numberKey(after)
	}
	return whole || before != ""
}

// registerIndex finds the entries of a register; each is found once.
type registerIndex struct {
	entries []RegisterEntry
	taken   []bool
	byKey   map[string][]int
}

func newRegisterIndex(register []RegisterEntry, day Date) *registerIndex {
	x := &registerIndex{byKey: make(map[string][]int)}
	for _, e := range register {
		if !e.Member.OnListOn(day) {
			continue
		}
		for _, key := range personKeys(e.Member) {
			x.byKey[key] = append(x.byKey[key], len(x.entries))
		}
		x.entries = append(x.entries, e)
	}
	x.taken = make([]bool, len(x.entries))
	return x
}

// personKeys are by what a person is known again, the surest first.
func personKeys(m Member) []string {
	var keys []string
	if m.ID != "" {
		keys = append(keys, "id "+m.ID)
	}
	if key := numberKey(m.CitizenID); key != "" {
		keys = append(keys, "citizen "+key)
	}
	if key := numberKey(m.PartyCardNo); key != "" {
		keys = append(keys, "card "+key)
	}
	if m.BornOn.IsFull() {
		keys = append(keys, "name "+NameIdentity(m.FullName)+" "+string(m.BornOn))
	}
	return keys
}

func (x *registerIndex) take(m Member) *RegisterEntry {
	for _, key := range personKeys(m) {
		for _, i := range x.byKey[key] {
			if !x.taken[i] {
				x.taken[i] = true
				return &x.entries[i]
			}
		}
	}
	return nil
}

func (x *registerIndex) left() []RegisterEntry {
	var list []RegisterEntry
	for i, taken := range x.taken {
		if !taken {
			list = append(list, x.entries[i])
		}
	}
	return list
}
