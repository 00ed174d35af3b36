package main

import "testing"

func TestTheRegisterOfDocuments(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.linked()
	p.steps(
		step{line: "meetings import --lock meeting.json --book cell", out: []string{"đã khóa"}},
		step{line: "documents number notice --month 2026-11 --on 2026-11-16 --book cell", out: []string{"01-TB/CB"}},
		step{line: "documents number month-report --month 2026-11 --number 4 --book cell", out: []string{"04-BC/CB"}},
		step{line: "documents number minutes --month 2026-11 --book cell", exit: exitRefused, err: "khóa"},
		step{line: "documents number points --month 2026-11 --book cell", exit: exitRefused, err: "points"},
		step{line: "documents add --type CV --subject de_nghi_cap_the --on 2026-11-25 --book cell", out: []string{"01-CV/CB"}},
		step{line: "documents add --type CV --subject lan_hai --number 1 --on 2026-11-25 --book cell", exit: exitRefused, err: "01-CV/CB"},
		step{line: "documents add --type CV --subject lan_hai --number 1 --on 2026-11-25 --note dinh_chinh --book cell", out: []string{"01-CV/CB"}},
		step{line: "documents list --year 2026 --book cell", out: []string{"17-BB/CB", "17-NQ/CB", "Thông báo", "Báo cáo thiếu số 01, 02, 03", "Công văn trùng số 01"}},
	)
	for _, kind := range []string{"notice", "roll-call", "minutes-excerpt", "resolution-excerpt", "month-report", "year-book", "register"} {
		p.steps(step{line: "report " + kind + " --month 2026-11 --format docx --out " + kind + ".docx --book cell", out: []string{kind + ".docx"}})
	}
	p.steps(step{line: "report minutes-excerpt --parts 1,9,x --month 2026-11 --out x.pdf --book cell", exit: exitRefused, err: "x"})
}
