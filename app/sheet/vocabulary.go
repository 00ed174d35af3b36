package sheet

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"sochibo/app"
	"sochibo/assets"
)

// Field says what a column, or one line of its cells, holds. Fields of members are named as in app.Member's JSON.
type Field string

// Fields that need a rule of their own. Unused marks a column, or a line of its cells, that is not taken over.
const (
	Unused         Field = ""
	FullName       Field = "fullName"
	Surname        Field = "surname"   // with GivenName in another column
	GivenName      Field = "givenName" // without Surname it is the full name
	BirthName      Field = "birthName"
	SexField       Field = "sex"
	MarkMale       Field = "markMale" // any mark means male
	MarkFemale     Field = "markFemale"
	BornOn         Field = "bornOn"
	BornMale       Field = "bornMale" // birth dates of men; those of women stand in BornFemale
	BornFemale     Field = "bornFemale"
	CitizenID      Field = "citizenID"
	PartyCardNo    Field = "partyCardNo"
	DossierNo      Field = "dossierNo"
	BadgeNo        Field = "badgeNo"
	AdmittedOn     Field = "admittedOn"
	OfficialOn     Field = "officialOn"
	KindField      Field = "kind"
	MarkOfficial   Field = "markOfficial" // a mark, or the day of recognition
	MarkProbation  Field = "markProbationary"
	PostField      Field = "post"
	PartyGroup     Field = "partyGroup"
	Schooling      Field = "schooling"
	Phone          Field = "phone"
	StandingField  Field = "standing"
	StandingOn     Field = "standingOn"
	StandingReason Field = "standingReason"
	MovedAway      Field = "movedAway" // day and place
	Arrived        Field = "arrived"   // day and place
	ArrivedOn      Field = "arrivedOn"
	Died           Field = "died" // day and reason
	Left           Field = "left" // day and form
	Note           Field = "note"
	Value          Field = "value" // points of the month that the table is for
)

// MemberFields lists what a column of a list of members can be, in the order that a choice offers them.
var MemberFields = []Field{FullName, Surname, GivenName, BirthName, SexField, MarkMale, MarkFemale, BornOn, BornMale, BornFemale, CitizenID,
	PartyCardNo, DossierNo, BadgeNo, AdmittedOn, OfficialOn, KindField, MarkOfficial, MarkProbation, PostField, PartyGroup,
	"occupation", "department", "earlierWork", Schooling, "politicalTheory", "profession", "language", "ethnicity", "religion", "nativePlace",
	"residenceCell", Phone, StandingField, StandingOn, StandingReason, MovedAway, Arrived, ArrivedOn, "arrivedFrom", Died, Left, Note}

// vocabulary is what files call things, ready for looking up by key (see keyOf).
type vocabulary struct {
	headings   map[string]Field
	plain      map[string]Field // headings typed without diacritics
	ordinals   map[string]bool
	blanks     map[string]bool
	totals     []string
	signatures []string
	sexes      map[string]app.Sex
	kinds      map[string]app.Kind
	standings  map[string]app.Standing
	posts      map[string]app.Post
	notes      struct {
		kinds     map[string]app.Kind
		standings map[string]app.Standing
		posts     map[string]app.Post
	}
	groups map[Field][]string
	// for points
	excused     map[string]bool
	months      []*regexp.Regexp
	titleMonths []*regexp.Regexp
	titleYears  []*regexp.Regexp
}

// storedVocabulary is a table in assets/sheet.
type storedVocabulary struct {
	Headings                                      map[Field][]string
	Ordinals, Blanks, Totals, Signatures, Excused []string
	Months, TitleMonths, TitleYears               []string
	Sex                                           map[app.Sex][]string
	Kind                                          map[app.Kind][]string
	Standing                                      map[app.Standing][]string
	Post                                          map[app.Post][]string
	Notes                                         storedNotes
	Groups                                        map[Field][]string
}

type storedNotes struct {
	Kind     map[app.Kind][]string
	Standing map[app.Standing][]string
	Post     map[app.Post][]string
}

var (
	loadMemberWords = sync.OnceValues(func() (*vocabulary, error) { return loadVocabulary("members") })
	loadPointWords  = sync.OnceValues(func() (*vocabulary, error) { return loadVocabulary("points") })
)

// labels are the words that written lists use: the first of each list of the table.
type labels struct {
	sexes     map[app.Sex]string
	kinds     map[app.Kind]string
	posts     map[app.Post]string
	standings map[app.Standing]string
}

var loadLabels = sync.OnceValues(func() (*labels, error) {
	stored, err := readVocabulary("members")
	if err != nil {
		return nil, err
	}
	words := &labels{sexes: firsts(stored.Sex), kinds: firsts(stored.Kind), posts: firsts(stored.Post), standings: firsts(stored.Standing)}
	words.posts[app.NoPost] = ""
	return words, nil
})

func firsts[T comparable](lists map[T][]string) map[T]string {
	words := map[T]string{}
	for value, phrases := range lists {
		if len(phrases) > 0 {
			words[value] = phrases[0]
		}
	}
	return words
}

func readVocabulary(table string) (storedVocabulary, error) {
	var stored storedVocabulary
	data, err := assets.SheetTable(table)
	if err != nil {
		return stored, err
	}
	if err := json.Unmarshal(data, &stored); err != nil {
		return stored, fmt.Errorf("sheet/%s.json: %w", table, err)
	}
	return stored, nil
}

func loadVocabulary(table string) (*vocabulary, error) {
	stored, err := readVocabulary(table)
	if err != nil {
		return nil, err
	}
	v := &vocabulary{headings: byKey(stored.Headings), plain: map[string]Field{}, ordinals: keys(stored.Ordinals), blanks: blankKeys(stored.Blanks),
		totals: phraseKeys(stored.Totals), signatures: phraseKeys(stored.Signatures), sexes: byKey(stored.Sex), kinds: byKey(stored.Kind),
		standings: byKey(stored.Standing), posts: byKey(stored.Post), groups: map[Field][]string{}, excused: keys(stored.Excused)}
	for field, phrases := range stored.Headings {
		for _, phrase := range phrases {
			v.plain[app.Fold(keyOf(phrase))] = field
		}
	}
	for field, phrases := range stored.Groups {
		v.groups[field] = phraseKeys(phrases)
	}
	v.notes.kinds, v.notes.standings, v.notes.posts = byKey(stored.Notes.Kind), byKey(stored.Notes.Standing), byKey(stored.Notes.Post)
	for _, list := range []struct {
		from []string
		to   *[]*regexp.Regexp
	}{{stored.Months, &v.months}, {stored.TitleMonths, &v.titleMonths}, {stored.TitleYears, &v.titleYears}} {
		for _, pattern := range list.from {
			compiled, err := regexp.Compile(pattern)
			if err != nil {
				return nil, fmt.Errorf("sheet/%s.json: %w", table, err)
			}
			*list.to = append(*list.to, compiled)
		}
	}
	return v, nil
}

// keyOf returns a phrase as it is looked up: without regard to case, composition, blanks, punctuation and tone place.
func keyOf(phrase string) string {
	return app.NameIdentity(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			return r
		}
		return ' '
	}, phrase))
}

func byKey[T ~string](lists map[T][]string) map[string]T {
	index := map[string]T{}
	for value, phrases := range lists {
		for _, phrase := range phrases {
			index[keyOf(phrase)] = value
		}
	}
	return index
}

func keys(phrases []string) map[string]bool {
	set := map[string]bool{}
	for _, phrase := range phrases {
		set[keyOf(phrase)] = true
	}
	return set
}

// blankKeys keeps signs such as "-", which have no key.
func blankKeys(phrases []string) map[string]bool {
	set := map[string]bool{}
	for _, phrase := range phrases {
		set[app.NameIdentity(phrase)] = true
	}
	return set
}

func phraseKeys(phrases []string) []string {
	list := make([]string, 0, len(phrases))
	for _, phrase := range phrases {
		list = append(list, keyOf(phrase))
	}
	return list
}

// beginsWith reports whether a text begins with one of the phrases, as whole words.
func beginsWith(text string, phrases []string) bool {
	key := keyOf(text) + " "
	for _, phrase := range phrases {
		if strings.HasPrefix(key, phrase+" ") {
			return true
		}
	}
	return false
}

// longestBegin returns the value of the longest phrase that a text begins with, as whole words.
func longestBegin[T ~string](text string, phrases map[string]T) (value T, whole, found bool) {
	key, best := keyOf(text)+" ", ""
	for phrase, v := range phrases {
		if len(phrase) > len(best) && strings.HasPrefix(key, phrase+" ") {
			best, value, found = phrase, v, true
		}
	}
	return value, best+" " == key, found
}

var bracketed = regexp.MustCompile(`\([^)]*\)?`)

// heading returns the field that a heading names. A remark in brackets may be left out; a heading typed without any
// diacritics is compared without them.
func (v *vocabulary) heading(text string) Field {
	for _, candidate := range []string{text, bracketed.ReplaceAllString(text, " ")} {
		key := keyOf(candidate)
		if field, found := v.headings[key]; found {
			return field
		}
		if app.Fold(key) == key {
			if field, found := v.plain[key]; found {
				return field
			}
		}
	}
	return Unused
}

// isBlank reports whether a cell says that there is nothing: empty, "-", "chưa có".
func (v *vocabulary) isBlank(text string) bool {
	text = app.Clean(text)
	return text == "" || v.blanks[app.NameIdentity(text)]
}
