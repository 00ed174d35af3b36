package report

import (
	"strings"

	"sochibo/app"
)

// roster finds members by id and says how papers name them.
type roster map[string]app.Member

func rosterOf(members []app.Member) roster {
	r := make(roster, len(members))
	for _, m := range members {
		r[m.ID] = m
	}
	return r
}

// name returns a member's name; for an id that the register lacks, dots to be filled in by hand.
func (r roster) name(id string) string {
	if m, ok := r[id]; ok && m.FullName != "" {
		return m.FullName
	}
	return blank
}

// blank is a place to write by hand.
const blank = "……………………"

// comrade returns "đồng chí Nguyễn Văn Khải".
func (r roster) comrade(id string) string { return "đồng chí " + r.name(id) }

// comradeWithPost returns "đồng chí Nguyễn Văn Khải, Phó Bí thư Chi bộ"; without a post only the name.
func (r roster) comradeWithPost(id string) string {
	if post := postOf(r[id].Post); post != "" {
		return r.comrade(id) + ", " + post
	}
	return r.comrade(id)
}

// postOf returns a post in the cell as papers write it; "" without a post.
func postOf(post app.Post) string {
	switch post {
	case app.Secretary:
		return "Bí thư Chi bộ"
	case app.DeputySecretary:
		return "Phó Bí thư Chi bộ"
	case app.CommitteeMember:
		return "Chi ủy viên"
	case app.GroupLeader:
		return "Tổ trưởng tổ đảng"
	}
	return ""
}

// byPost returns the first member who holds a post on a day.
func (r roster) byPost(post app.Post, day app.Date, members []app.Member) (app.Member, bool) {
	for _, m := range members {
		if m.Post == post && m.OnListOn(day) {
			return m, true
		}
	}
	return app.Member{}, false
}

// comrades joins members as a sentence has them: "đồng chí A; đồng chí B, nghỉ thai sản".
func comrades(names []string) string { return strings.Join(names, "; ") }
