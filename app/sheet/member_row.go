package sheet

import (
	"strings"

	"sochibo/app"
)

// memberReader reads one row of a list of members.
type memberReader struct {
	words     *vocabulary
	grid      *grid
	options   MemberOptions
	columns   []Column
	splitName int // column of given names under a heading over two columns, or -1
	result    app.ImportedMember
	surname   string
	given     string
}

// read fills the result from a row. group holds what a title above said of the row.
func (r *memberReader) read(row []string, group app.Member) {
	for _, column := range r.columns {
		text := cell([][]string{row}, 0, column.Index)
		if text == "" {
			continue
		}
		for i, field := range column.Fields {
			if field != Unused {
				r.set(field, column, lineOf(text, i, len(column.Fields)))
			}
		}
		if column.Index+1 == r.splitName {
			r.surname, r.given = app.Clean(text), app.Clean(cell([][]string{row}, 0, r.splitName))
		}
	}
	m := &r.result.Member
	r.finishName(m)
	r.readNote(m)
	if m.PartyGroup == "" {
		m.PartyGroup = group.PartyGroup
	}
	if m.Kind == "" {
		m.Kind = group.Kind
	}
	if m.AdmittedOn.IsFull() && m.BornOn.IsFull() && m.AdmittedOn < m.BornOn {
		r.fault(Column{}, m.AdmittedOn.String(), app.CodeBadDate, "value", m.AdmittedOn.String())
	}
}

// set takes over one value. The order of cases follows MemberFields.
func (r *memberReader) set(field Field, column Column, text string) {
	m := &r.result.Member
	switch field {
	case FullName:
		r.surname, r.given = app.Clean(text), ""
	case Surname:
		r.surname = app.Clean(text)
	case GivenName:
		r.given = app.Clean(text)
	case BirthName:
		if !r.words.isBlank(text) {
			m.BirthName = properName(text)
		}
	case SexField:
		m.Sex = lookUp(r, column, text, r.words.sexes, m.Sex)
	case MarkMale, MarkFemale:
		r.setSex(field, app.Clean(text))
	case BornOn, BornMale, BornFemale:
		r.setBirth(field, column, text)
	case AdmittedOn:
		m.AdmittedOn = r.pastDate(column, text)
	case OfficialOn:
		m.OfficialOn = r.date(column, text)
	case ArrivedOn:
		m.ArrivedOn = r.date(column, text)
	case StandingOn:
		r.result.StandingOn = r.date(column, text)
	case CitizenID:
		m.CitizenID = r.number(column, text, 8, digitsCitizen, digitsCitizen)
	case PartyCardNo:
		m.PartyCardNo = r.number(column, text, 5, 8, 12)
	default:
		r.setText(field, column, text)
	}
}

func (r *memberReader) setText(field Field, column Column, text string) {
	m := &r.result.Member
	switch field {
	case KindField:
		m.Kind = lookUp(r, column, text, r.words.kinds, m.Kind)
	case MarkOfficial, MarkProbation:
		r.setKind(field, column, text)
	case PostField:
		m.Post = lookUp(r, column, text, r.words.posts, m.Post)
	case PartyGroup:
		m.PartyGroup = groupName(strings.TrimSuffix(text, ".0"), r.words)
	case Schooling:
		m.Schooling = r.schooling(text)
	case Phone:
		m.Phone = r.phone(column, text)
	case StandingField:
		r.setStanding(column, text)
	case StandingReason:
		r.result.StandingReason = app.Clean(text)
	case Arrived:
		m.ArrivedOn, m.ArrivedFrom = r.dateAndText(column, text)
	case MovedAway:
		r.leave(app.Transferred, column, text)
	case Died:
		r.leave(app.Deceased, column, text)
	case Left:
		r.leaveParty(column, text)
	case DossierNo:
		m.DossierNo, _ = digitsOf(text, r.grid.typed)
	default:
		r.setFreeText(field, text)
	}
}

// setFreeText takes over a value that has no rule but to be clean.
func (r *memberReader) setFreeText(field Field, text string) {
	m := &r.result.Member
	text = app.Clean(text)
	if !r.grid.typed {
		text = unguard(text)
	}
	switch field {
	case "occupation":
		m.Occupation = text
	case "department":
		m.Department = text
	case "earlierWork":
		m.EarlierWork = text
	case "politicalTheory":
		m.PoliticalTheory = text
	case "profession":
		m.Profession = text
	case "language":
		m.Language = text
	case "ethnicity":
		m.Ethnicity = text
	case "religion":
		m.Religion = text
	case "nativePlace":
		m.NativePlace = text
	case "residenceCell":
		m.ResidenceCell = text
	case "arrivedFrom":
		m.ArrivedFrom = text
	case BadgeNo:
		m.BadgeNo = text
	case Note:
		m.Note = text
	}
}

// finishName joins and checks the name.
func (r *memberReader) finishName(m *app.Member) {
	name := app.Clean(r.surname + " " + r.given)
	switch {
	case name == "":
		r.fault(Column{}, "", app.CodeRowNoName)
	case !isName(name):
		r.fault(Column{}, name, CodeBadName, "value", name)
	}
	m.FullName = properName(name)
	if app.SameName(m.BirthName, m.FullName) {
		m.BirthName = ""
	}
}

// lookUp returns what a word means in its column; an unknown word is a remark and leaves the value that was there.
func lookUp[T ~string](r *memberReader, column Column, text string, meanings map[string]T, old T) T {
	if meaning, found := meanings[keyOf(text)]; found {
		return meaning
	}
	if !r.words.isBlank(text) {
		r.remark(column, text, CodeUnread, "value", app.Clean(text))
	}
	return old
}

func (r *memberReader) setSex(field Field, text string) {
	switch {
	case text == "" || text == "0" || text == "-":
	case field == MarkMale:
		r.result.Member.Sex = app.Male
	default:
		r.result.Member.Sex = app.Female
	}
}

func (r *memberReader) setBirth(field Field, column Column, text string) {
	if r.words.isBlank(text) {
		return
	}
	r.result.Member.BornOn = r.pastDate(column, text)
	switch field {
	case BornMale:
		r.result.Member.Sex = app.Male
	case BornFemale:
		r.result.Member.Sex = app.Female
	}
}

// setKind reads a column "Chính thức" or "Dự bị": a mark, or the day of recognition or admission.
func (r *memberReader) setKind(field Field, column Column, text string) {
	m := &r.result.Member
	if strings.TrimSpace(text) == "" || text == "-" || text == "0" {
		return
	}
	date, err := dateOf(text, r.grid.base, r.options.Today)
	switch {
	case field == MarkOfficial && err == nil && len(app.Clean(text)) >= 4:
		m.OfficialOn = date
	case err == nil && len(app.Clean(text)) >= 4:
		if m.AdmittedOn == "" {
			m.AdmittedOn = date
		}
	case field == MarkOfficial:
		m.Kind = app.Official
	default:
		m.Kind = app.Probationary
	}
}

// setStanding reads a column of standings; some lists write the kind there.
func (r *memberReader) setStanding(column Column, text string) {
	if kind, found := r.words.kinds[keyOf(text)]; found {
		r.result.Member.Kind = kind
		return
	}
	if standing := lookUp(r, column, text, r.words.standings, ""); standing != "" && r.result.Standing == "" {
		r.result.Standing = standing
	}
}

func (r *memberReader) leave(standing app.Standing, column Column, text string) {
	if r.words.isBlank(text) {
		return
	}
	r.result.Standing = standing
	r.result.StandingOn, r.result.StandingReason = r.dateAndText(column, text)
}

// leaveParty reads "02/07/2025, xóa tên". A form that is not told is asked for: none is guessed.
func (r *memberReader) leaveParty(column Column, text string) {
	if r.words.isBlank(text) {
		return
	}
	date, form := r.dateAndText(column, text)
	standing, whole, found := longestBegin(form, r.words.standings)
	if whole {
		form = "" // says no more than the standing
	}
	if !found || !standing.HasLeft() {
		r.fault(column, text, CodeLeftHow, "value", app.Clean(text))
		return
	}
	r.result.Standing, r.result.StandingOn, r.result.StandingReason = standing, date, form
}
