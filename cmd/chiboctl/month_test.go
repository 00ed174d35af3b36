package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"

	"sochibo/app"
)

// criteriaMarks are the marks that the book cannot compute, for a month of a private enterprise's cell.
const criteriaMarks = `k1a=1 k2a=1 k2b=2 k2c=1 k3c=1 k4a=1 k5a=1 k5b=1 k5c=1 q2b=2 q3_tn_d=1 q4_tn_b=1 q3_tn_c=có
	dues.paid_percent=22/22 discipline.events_count=0 initiatives.count=1 q3_tn_a=100.8 q3_tn_b=97`

func TestAMonthFromTheListToTheReceipt(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.linked()
	p.env = append(p.env, "CHIBO_PASSPHRASE=")
	p.write("pass.txt", []byte(pass+"\r\nsecond line\n"))
	var again importResult
	p.read("members import --book cell --passphrase-file pass.txt members-clean.xlsx", &again)
	if again.Unchanged != 24 || again.New+again.Changed+len(again.Errors) != 0 || again.Written {
		t.Errorf("the same list again: %+v", again)
	}
	p.env = p.env[:1]

	var points importResult
	p.read("points import points-2026-11.xlsx --book cell --dry-run", &points)
	if points.New != 21 || len(points.Errors) != 2 || points.Written || !strings.Contains(points.Errors[0].Reason, "nghỉ ốm") {
		t.Errorf("looking at the points: %+v", points)
	}
	p.write("signed.pdf", []byte("%PDF-1.7\nbản ký"))
	p.write("virus.pdf", []byte("MZ\x90\x00"))
	p.steps(
		step{line: "points import points-2026-11.xlsx --book cell", out: []string{"Mới 21", "lỗi 2", "Kiều Thị Vân", "Đã ghi vào sổ"}},
		step{line: "members import members-7hsdv.xlsx --book cell", out: []string{"Mới 2, thay đổi 24"}},
		step{line: "points import points-2026-wide.xlsx --book cell", out: []string{"lỗi 0"}},
		step{line: "points list --month 2026-11 --book cell", out: []string{"24*", "20/22"}},
		step{line: "meetings import meeting.json --book cell", out: []string{"Tự chấm 92 điểm, Tốt", "còn là bản nháp", "21/22"}},
		step{line: "close --month 2026-11 --book cell", exit: exitRefused, err: "còn thiếu"},
		step{line: "meetings import --lock meeting.json --book cell", out: []string{"đã khóa"}},
		step{line: "meetings import meeting.json --book cell", exit: exitRefused, err: "đã khóa"},
		step{line: "meetings list --year 2026 --book cell", out: []string{"20/11/2026", "21/22"}},
		step{line: "meetings upload --month 2026-11 --on 21/11/2026 --told 22/11/2026 --book cell", out: []string{"Đăng văn bản hoàn thiện ngày 21/11/2026"}},
		step{line: "meetings upload --month 2026-11 --on 19/11/2026 --book cell", exit: exitRefused, err: "trước ngày họp"},
		step{line: "meetings attach signed.pdf --month 2026-11 --book cell", out: []string{"signed.pdf"}},
		step{line: "meetings attach virus.pdf --month 2026-11 --book cell", exit: exitRefused, err: "không phải ảnh hay PDF"},
		step{line: "meetings papers --month 2026-11 --to . --book cell", out: []string{"signed.pdf"}},
		step{line: "meetings new --month 2026-10 --kind year_end_review --book cell", out: []string{"Kiểm điểm cuối năm", "22/22"}},
		step{line: "meetings new --month 2026-10 --kind party --book cell", exit: exitRefused, err: "party"},
		step{line: "meetings lock --month 2026-10 --kind year_end_review --book cell", exit: exitRefused, err: "giờ bắt đầu"},
		step{line: "plan add --month 2026-12 --kind thematic --title Nêu-gương --book cell", out: []string{"12/2026"}},
		step{line: "plan list --year 2026 --book cell", out: []string{"Nêu-gương", "Quý 4: đã họp 0, kế hoạch 1", "cần 1"}},
		step{line: "meetings year --year 2026 --book cell", out: []string{"20/11/2026", "Đến nay chưa đạt"}},
	)
	p.steps(
		step{line: "criteria set " + criteriaMarks + " --month 2026-11 --book cell"},
		step{line: "criteria show --month 2026-11 --book cell", out: []string{"đã chấm 23/23", "5/6 việc xong"}},
		step{line: "criteria show --meeting --month 2026-11 --book cell", out: []string{"Tổng 93 điểm, Tốt", "đăng sau 1 ngày"}},
		step{line: "close --month 2026-11 --book cell", out: []string{"đã chốt"}},
		step{line: "points import points-2026-11.xlsx --book cell", out: []string{"giữ nguyên 21"}},
		step{line: "handover --month 2026-11 --to stick --book cell", out: []string{"CB-CB001-2026-11-01.chibo", "Mã đối chiếu"}},
		step{line: "report all --month 2026-11 --out papers --book cell", out: []string{"Bien-ban-2026-11.pdf", "Phieu-ban-giao-2026-11.pdf"}},
		step{line: "report minutes --month 2026-11 --format pdf --out m.pdf --book cell", out: []string{"m.pdf"}},
		step{line: "report minutes --month 2026-11 --format docx --out m.docx --book cell", out: []string{"m.docx"}},
		step{line: "report points --month 2026-11 --format xlsx --out p.xlsx --book cell", out: []string{"p.xlsx"}},
		step{line: "report minutes --month 2026-11 --format xlsx --out m.xlsx --book cell", exit: exitRefused, err: "không có bảng"},
		step{line: "report minutes --month 2026-11 --format odt --out m.odt --book cell", exit: exitRefused, err: "odt"},
	)
	if data, err := os.ReadFile(p.path("m.pdf")); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("the minutes are no PDF: %v", err)
	}
	committeeAnswers(p)
	p.lookInside()
}

// committeeAnswers walks the packet through the committee and back, twice: returned, then accepted.
func committeeAnswers(p *place) {
	const file = "stick/CB-CB001-2026-11-01.chibo"
	var verdict packetShown
	p.read("verify --book committee "+file, &verdict)
	if verdict.Verdict != "ask" || verdict.Reason != reasonKeyUnknown || len(verdict.Checks) < 8 || verdict.Taken {
		p.t.Errorf("the first packet: %+v", verdict)
	}
	p.steps(
		step{line: "receive --accept stick --book committee", out: []string{"chưa đăng ký"}},
		step{line: "accept --cell CB001 --month 2026-11 --book committee", exit: exitRefused, err: "đối chiếu"},
		step{line: "confirm-key --cell CB001 --fingerprint 0000 --book committee", exit: exitRefused, err: "không khớp"},
		step{line: "confirm-key --cell CB001 --book committee", out: []string{"Đã xác nhận Chi bộ Xưởng May 2"}},
		step{line: "return --cell CB001 --month 2026-11 --book committee", exit: exitRefused},
		step{line: "return --cell CB001 --month 2026-11 --remark 'Thiếu minh chứng mục sáng kiến' --book committee", out: []string{"1 bị trả lại"}},
		step{line: "receipt --to stick --book committee", out: []string{"PH-CB001-2026-11-01.chibo"}},
		step{line: "receive stick --book cell", out: []string{"PH-CB001-2026-11-01.chibo"}},
		step{line: "status --month 2026-11 --book cell", out: []string{"bị trả lại", "Thiếu minh chứng mục sáng kiến"}},
		step{line: "reopen --month 2026-11 --book cell", exit: exitRefused, err: "--reason"},
		step{line: "reopen --month 2026-11 --reason 'Bổ sung minh chứng' --book cell", out: []string{"chưa chốt"}},
		step{line: "close --month 2026-11 --book cell"},
		step{line: "handover --month 2026-11 --to stick --book cell", out: []string{"CB-CB001-2026-11-02.chibo"}},
		step{line: "receive stick --accept --book committee"},
		step{line: "status --month 2026-11 --book committee", out: []string{"1 đã chấp nhận", "1/1"}},
		step{line: "receipt --to stick --book committee"},
		step{line: "receive stick --book cell"},
		step{line: "report roll-up --month 2026-11 --out sum.pdf --book committee"},
	)
	var month monthShown
	p.read("status --month 2026-11 --book cell", &month)
	if month.State != app.MonthAccepted {
		p.t.Errorf("the month is %s", month.State)
	}
	var matrix matrixShown
	p.read("status --month 2026-11 --months 2 --book committee", &matrix)
	if len(matrix.Cells) != 1 || len(matrix.Cells[0].Months) != 2 || matrix.Cells[0].Months[1].State != "accepted" || matrix.Cells[0].Members != 24 {
		p.t.Errorf("matrix %+v", matrix)
	}
}

// lookInside reads the book out again.
func (p *place) lookInside() {
	var members []map[string]any
	p.read("members list --book cell", &members)
	if len(members) != 24 {
		p.t.Errorf("%d members", len(members))
	}
	for _, name := range []string{"id", "fullName", "sex", "bornOn", "citizenID", "partyCardNo", "admittedOn", "officialOn", "kind", "standing", "post"} {
		if _, found := members[0][name]; !found {
			p.t.Errorf("members list has no %s", name)
		}
	}
	p.steps(
		step{line: "members list --search duc --book cell", out: []string{"Phạm Đức Thắng"}},
		step{line: "members export --out list.xlsx --book cell"},
		step{line: "members import list.xlsx --book cell", out: []string{"giữ nguyên 26"}},
		step{line: "criteria export MEETING-42HD --out f.json --book cell"},
		step{line: "criteria import f.json --book cell", out: []string{"bản 1"}},
		step{line: "check --book cell", out: []string{"Sổ lành lặn"}},
		step{line: "unseal --out plain.db --book cell", out: []string{"không được bảo vệ"}},
		step{line: "unseal --out plain.db --book cell", exit: exitRefused},
	)
	if sqlite, err := exec.LookPath("sqlite3"); err == nil {
		out, err := exec.Command(sqlite, p.path("plain.db"), "SELECT count(*) FROM member").CombinedOutput()
		if err != nil || strings.TrimSpace(string(out)) != "26" {
			p.t.Errorf("sqlite3 says %s, %v", out, err)
		}
	}
}
