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

func TestCandidatesAndDues(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.linked()
	p.steps(
		step{line: "candidates add Trang --born 12/03/1998 --sex female --department Chuyen_3 --book cell", out: []string{"Đã ghi"}},
		step{line: "candidates add Nam --sex x --book cell", exit: exitRefused, err: "--sex"},
		step{line: "candidates step trang --step class --on 15/10/2026 --book cell", out: []string{"Đã ghi"}},
		step{line: "candidates step trang --step lop --on 15/10/2026 --book cell", exit: exitRefused, err: "lop"},
		step{line: "candidates list --book cell", out: []string{"Trang", "12/03/1998", "1/9", "Đưa vào nguồn kết nạp"}},
		step{line: "candidates admit trang --on 20/11/2026 --book cell", out: []string{"Đã ghi"}},
		step{line: "candidates admit trang --on 20/11/2026 --book cell", exit: exitRefused, err: "Trang"},
		step{line: "members list --search trang --book cell", out: []string{"20/11/2026", "Dự bị"}},
		step{line: "dues list --month 2026-11 --book cell", exit: exitRefused},
		step{line: "dues keep on --book cell", out: []string{"Đã ghi"}},
		step{line: "dues paid trang --month 2026-11 --on 20/11/2026 --amount 35000 --book cell", out: []string{"1 dòng"}},
		step{line: "dues paid nobody --month 2026-11 --on 20/11/2026 --book cell", exit: exitRefused, err: "nobody"},
		step{line: "dues list --month 2026-11 --book cell", out: []string{"35.000", "Tiền mặt"}},
		step{line: "dues export --month 2026-11 --out dues.pdf --book cell", out: []string{"dues.pdf"}},
		step{line: "dues export --month 2026-11 --out dues.xlsx --book cell", out: []string{"dues.xlsx"}},
		step{line: "dues export --month 2026-11 --out dues.doc --book cell", exit: exitRefused, err: "dues.doc"},
	)
}
