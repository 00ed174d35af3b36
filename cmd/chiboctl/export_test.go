package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What is exported is loaded by other tools: every CSV file reads, and SQLite makes the tables from schema.sql and takes the rows.
func TestExportedTablesLoadElsewhere(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.linked()
	p.write("formula.csv", []byte("Họ và tên,Ngày sinh,Ghi chú\nĐinh Thị Sen,01/02/1990,=HYPERLINK(1)\n"))
	p.steps(
		step{line: "members import formula.csv --book cell"},
		step{line: "export --to tables --book cell", out: []string{"Đã ghi", "không được bảo vệ"}},
	)
	files, err := filepath.Glob(p.path("tables/*.csv"))
	check(t, err)
	if len(files) < 40 {
		t.Fatalf("%d tables", len(files))
	}
	rows := map[string]int{}
	for _, path := range files {
		data, err := os.ReadFile(path)
		check(t, err)
		records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		check(t, err)
		rows[strings.TrimSuffix(filepath.Base(path), ".csv")] = len(records) - 1
		for _, record := range records {
			for _, field := range record {
				if strings.HasPrefix(field, "=") {
					t.Errorf("%s holds a formula: %s", path, field)
				}
			}
		}
	}
	if rows["member"] != 25 || rows["value"] != 0 {
		t.Errorf("%d members, %d secret values", rows["member"], rows["value"])
	}
	described, err := os.ReadFile(p.path("tables/TABLES.md"))
	check(t, err)
	for table := range rows {
		if !strings.Contains(string(described), "\n## "+table+"\n") {
			t.Errorf("TABLES.md does not say what %s holds", table)
		}
	}
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		return // the CSV reader above has read everything
	}
	script := ".read tables/schema.sql\n"
	for table := range rows {
		script += ".import --csv --skip 1 tables/" + table + ".csv " + table + "\nSELECT '" + table + "', count(*) FROM " + table + ";\n"
	}
	load := exec.Command(sqlite, "loaded.db")
	load.Dir, load.Stdin = p.path("."), strings.NewReader(script)
	out, err := load.CombinedOutput()
	if err != nil {
		t.Fatalf("sqlite3: %v\n%s", err, out)
	}
	if !strings.Contains(string(out), "member|25\n") {
		t.Errorf("sqlite3 says\n%s", out)
	}
}
