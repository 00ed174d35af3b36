package desk

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"sochibo/app"
	"sochibo/assets"
)

// demoTexts are the pools that sample books are written from (assets/demo/texts.json).
type demoTexts struct {
	Enterprise    string       `json:"enterprise"`
	Superior      string       `json:"superior"`
	Committee     string       `json:"committee"`
	CommitteeCode string       `json:"committeeCode"`
	TopCommittee  string       `json:"topCommittee"` // the committee's own superior
	TopCode       string       `json:"topCode"`
	TopSuperior   string       `json:"topSuperior"`
	Place         string       `json:"place"`
	Recipients    []string     `json:"recipients"`
	Cells         []demoUnit   `json:"cells"`
	Surnames      []string     `json:"surnames"`
	Male          demoNames    `json:"male"`
	Female        demoNames    `json:"female"`
	Communes      []string     `json:"communes"`
	Province      string       `json:"province"`
	Residences    []string     `json:"residences"`
	Theory        []string     `json:"theory"`
	Languages     []string     `json:"languages"`
	Candidates    []string     `json:"candidates"` // people outside the Party who may be admitted
	Guests        []app.Guest  `json:"guests"`
	GuestWords    []string     `json:"guestWords"`
	Absence       []string     `json:"absence"`
	Unexcused     string       `json:"unexcused"`
	ExemptReason  string       `json:"exemptReason"`
	LeaveReason   string       `json:"leaveReason"`
	Anniversaries []string     `json:"anniversaries"` // January first
	Documents     demoByMonth  `json:"documents"`
	Study         []string     `json:"study"`
	Thematic      []demoLesson `json:"thematic"`
	Work          []demoTheme  `json:"work"` // the first one is the dues
	Opinions      []string     `json:"opinions"`
	Ideology      []string     `json:"ideology"`
	Shortcomings  []string     `json:"shortcomings"`
	Party         []string     `json:"party"`
	Mass          []string     `json:"mass"`
	Conclusions   []string     `json:"conclusions"`
	ReturnRemarks []string     `json:"returnRemarks"`

	Trades map[string]demoTrade `json:"trades"`
}

type demoByMonth map[app.Month]string

// demoUnit is a part of the enterprise that has a cell.
type demoUnit struct {
	Name  string `json:"name"`
	Place string `json:"place"`
	Trade string `json:"trade"`
}

type demoNames struct {
	Middle []string `json:"middle"`
	Given  []string `json:"given"`
}

type demoLesson struct {
	Title string `json:"title"`
	Text  string `json:"text"`
}

// demoTrade is what a unit works at.
type demoTrade struct {
	Occupations []string    `json:"occupations"`
	Leaders     []string    `json:"leaders"` // of secretary, deputy, committee member
	Professions []string    `json:"professions"`
	Earlier     string      `json:"earlier"`
	News        []string    `json:"news"`
	Work        []demoTheme `json:"work"` // the first one is the main job
	Opinions    []string    `json:"opinions"`
	Political   []string    `json:"political"`
	Result      string      `json:"result"`
}

// demoTheme is a task with the words in which it is reported and talked about.
type demoTheme struct {
	Title string   `json:"title"`
	Plan  []int    `json:"plan"` // least, most and step of {plan}
	Due   string   `json:"due"`  // "month": the month's end; "dues": the fifth of the next; else the first half of the next
	With  string   `json:"with"`
	Done  []string `json:"done"`
	Open  []string `json:"open"`
	Say   []string `json:"say"`
}

func loadDemoTexts() (demoTexts, error) {
	var texts demoTexts
	return texts, decodeDemo("texts.json", &texts)
}

func decodeDemo(name string, target any) error {
	data, err := assets.Demo(name)
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return decodeAsset(data, target)
}

// demoValues are the figures of one task; they stay with it until it is reported on.
type demoValues map[string]string

// newDemoValues draws figures that fit together: what was planned, what became of it, and by how much it fell short.
func newDemoValues(random *rand.Rand, texts demoTexts, plan []int) demoValues {
	planned := 0
	if len(plan) == 3 {
		planned = plan[0] + plan[2]*random.IntN((plan[1]-plan[0])/plan[2]+1)
	}
	actual := planned + planned*(1+random.IntN(20))/1000
	short := planned * (86 + random.IntN(8)) / 100
	return demoValues{
		"plan": thousands(planned), "actual": thousands(actual), "short": thousands(short),
		"percent": tenths(1000 + 1 + random.IntN(24)), "percent97": tenths(970 + random.IntN(28)), "rate": tenths(15 + random.IntN(6)),
		"rise": fmt.Sprint(4 + random.IntN(8)), "small": fmt.Sprint(15 + random.IntN(20)), "line": fmt.Sprint(1 + random.IntN(8)),
		"money": thousands(1_600_000 + 1000*random.IntN(500)), "person": pick(random, texts.Candidates),
	}.withPercent(planned, actual)
}

// withPercent makes {percent} that of {actual} in {plan}.
func (v demoValues) withPercent(planned, actual int) demoValues {
	if planned > 0 {
		v["percent"] = tenths((actual*1000 + planned/2) / planned)
	}
	return v
}

// fill puts figures and months into a text.
func (v demoValues) fill(text string, month app.Month, done app.Date) string {
	pairs := []string{"{month}", fmt.Sprint(month.Number()), "{next}", fmt.Sprint(month.Next().Number()), "{previous}", fmt.Sprint(month.Prev().Number())}
	if done.IsFull() {
		pairs = append(pairs, "{done}", string(done[8:10]+"/"+done[5:7]))
	}
	for name, value := range v {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// thousands writes 42350 as 42.350.
func thousands(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}

// tenths writes 1008 as 100,8 and 1000 as 100.
func tenths(n int) string {
	if n%10 == 0 {
		return fmt.Sprint(n / 10)
	}
	return fmt.Sprintf("%d,%d", n/10, n%10)
}

// capital makes the first letter large.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
