package handover

import (
	"strings"
	"testing"
)

func TestFileNames(t *testing.T) {
	for _, c := range []struct {
		m    Manifest
		want string
	}{
		{Manifest{Kind: KindReport, Cell: Cell{Code: "XM2"}, Period: "2026-11", Seq: 1}, "CB-XM2-2026-11-01.chibo"},
		{Manifest{Kind: KindReceipt, Cell: Cell{Code: "CB001"}, Period: "2026-11", Seq: 12}, "PH-CB001-2026-11-12.chibo"},
		{Manifest{Kind: KindInvitation, Cell: Cell{Code: "Đ-12/ốc sên"}, Seq: 1}, "TM-D-12-oc-sen-01.chibo"},
		{Manifest{Kind: KindFramework, Period: "2027-01", Seq: 3}, "KT-CHUNG-2027-01-03.chibo"},
		{Manifest{Kind: KindNotice, Seq: 123456}, "TB-CHUNG-123456.chibo"},
		{Manifest{Kind: KindReport, Cell: Cell{Code: `..\..//:*?"<>|`}, Period: "2026-11", Seq: 1}, "CB-CHUNG-2026-11-01.chibo"},
		{Manifest{Kind: KindReport, Cell: Cell{Code: "支部"}, Period: "2026-11", Seq: 1}, "CB-CHUNG-2026-11-01.chibo"},
		{Manifest{Kind: KindReport, Cell: Cell{Code: strings.Repeat("ABC-", 40)}, Period: "2026-11", Seq: maxSeq}, "CB-ABC-ABC-ABC-ABC-ABC-ABC-2026-11-999999.chibo"},
	} {
		got := FileName(c.m)
		if got != c.want {
			t.Errorf("%q has the name %s, want %s", c.m.Cell.Code, got, c.want)
		}
		if !plainFileName(got) || len(got) > 48 || !isPacketName(got) {
			t.Errorf("%s is no name for a stick", got)
		}
	}
}

func TestComparisonCode(t *testing.T) {
	if got := ComparisonCode("3b9ce21f00aa"); got != "3B9C-E21F" {
		t.Errorf("code is %s", got)
	}
	if got := ComparisonCode("3b9c"); got != "" {
		t.Errorf("half a hash has the code %s", got)
	}
}

func TestPartNames(t *testing.T) {
	for _, good := range []string{
		"reports/a.pdf", "reports/bien-ban_2026-11.pdf", "evidence/01.jpg", "evidence/a.b.docx", "evidence/0193-ab.bin",
		"evidence/" + strings.Repeat("a", 87) + ".pdf",
	} {
		if err := CheckPartName(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{
		"", "/", ".", "..", "a.pdf", "reports", "reports/", "reports/.pdf", "reports//a.pdf", "reports/a/b.pdf", "reports/../a.pdf",
		"../reports/a.pdf", "/reports/a.pdf", "./reports/a.pdf", `reports\a.pdf`, `C:\a.pdf`, "C:/a.pdf", "reports/a.pdf/", "reports/a.pdf ",
		"reports/a .pdf", "reports/a.pdf\x00", "reports/a\n.pdf", "reports/biên-bản.pdf", "reports/a.PDF", "Reports/a.pdf", "REPORTS/a.pdf",
		"reports/a.exe", "reports/a.jpg", "reports/a.pdf.exe", "evidence/a.exe", "evidence/a.lnk", "evidence/a.bat", "evidence/a.docm", "evidence/a.html",
		"evidence/a", "evidence/a.", "evidence/.hidden.pdf", "evidence/-rf.pdf", "evidence/con.pdf", "evidence/CON.tar.pdf", "evidence/lpt1.txt",
		"evidence/nul.bin", "evidence/a:b.pdf", "evidence/a*.pdf", "evidence/~a?.pdf", "data.json", "manifest.json", "manifest.sig", "other/a.pdf",
		"evidence/" + strings.Repeat("a", 88) + ".pdf",
	} {
		if err := CheckPartName(bad); err == nil {
			t.Errorf("%q is taken", bad)
		} else {
			wantCode(t, err, CodePartName)
		}
	}
}

// A name out of a hostile packet is shown to a person: it must neither move the line nor fill the screen.
func TestHostileNamesAreShownTamed(t *testing.T) {
	if got := shown("a\x1b[2J\u202eb\n" + strings.Repeat("x", 200)); len(got) > 70 || strings.ContainsAny(got, "\x1b\n") || strings.Contains(got, "\u202e") {
		t.Errorf("%q", got)
	}
}
