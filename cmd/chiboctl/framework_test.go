package main

import "testing"

const frameworkTable = `Dòng,Số,Nội dung,Điểm,Cách chấm,Từ,Minh chứng,Không áp dụng
Khung,Mã,DU-THANG,,,,,
Khung,Tên,Khung tháng của Đảng ủy,,,,,
Khung,Từ ngày,01/11/2026,,,,,
Nhóm,I,Sinh hoạt,,,,,
Tiêu chí,,Dự họp,60,Tự tính: meeting.attendance_percent,,,Bỏ khỏi tổng
Mức điểm,,Từ 90%,60,,90,,
Mức điểm,,Dưới 90%,20,,0,,
Tiêu chí,,Nền nếp,40,Đánh dấu,,Sổ sách,
Xếp loại,,Đạt,,,80,,
Xếp loại,,Chưa đạt,,,0,,
`

func TestAFrameworkFromTheTableToTheRoadOfTheYear(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.linked()
	p.write("khung.csv", []byte(frameworkTable))
	p.write("hong.csv", []byte(frameworkTable+"Tiêu chí,,Thiếu điểm,,Đánh dấu,,,\n"))
	p.write("proof.pdf", []byte("%PDF-1.4 sổ sách"))
	p.write("proof.exe", []byte("MZ"))
	p.steps(
		step{line: "criteria import hong.csv --book committee", exit: exitRefused, err: "Dòng 12"},
		step{line: "criteria import khung.csv --book cell", exit: exitRefused, err: "cấp ủy"},
		step{line: "criteria import khung.csv --book committee", out: []string{"Khung tháng của Đảng ủy, bản 1"}},
		step{line: "criteria export DU-THANG --out khung.xlsx --book committee", out: []string{"khung.xlsx"}},
		step{line: "criteria import khung.xlsx --book committee", out: []string{"bản 2"}},
		step{line: "criteria export MODEL-CELL-2022 --out mau.xlsx --book committee", exit: exitRefused, err: "bảng Excel"},
		step{line: "criteria send DU-THANG --to stick --book committee", out: []string{"KT-"}},
		step{line: "receive stick --book cell", out: []string{"→"}},
		step{line: "criteria set g1_2=yes --month 2026-11 --book cell", out: []string{"đã chấm 1/2"}},
		step{line: "criteria attach g1_2 proof.exe --month 2026-11 --book cell", exit: exitRefused, err: "PDF"},
		step{line: "criteria attach g1_2 proof.pdf --month 2026-11 --book cell", out: []string{"proof.pdf"}},
		step{line: "criteria show --period 2026-Q7 --book cell", exit: exitRefused, err: "quý"},
		step{line: "criteria show --period 2026-q4 --book cell", out: []string{"xếp loại"}},
		step{line: "criteria register --year 2026 --on 10/01/2026 --targets g1_2=41 --book cell", exit: exitRefused, err: "41"},
		step{line: "criteria register --year 2026 --on 10/01/2026 --with 'Đảng ủy' --targets g1_2=40 --book cell", out: []string{"đăng ký ngày 10/01/2026, phấn đấu Đạt"}},
		step{line: "criteria road --year 2026 --book cell", out: []string{"11/2026", "Còn 1 tiêu chí chưa chấm: 1. Dự họp"}},
	)
}
