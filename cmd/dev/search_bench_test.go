package main

import (
	"fmt"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// BenchmarkSearchMembers is what one keystroke in the search of the members costs with 10,000 of them:
// folding what was typed and looking at every row.
func BenchmarkSearchMembers(b *testing.B) {
	given := []string{"Đức", "Hòa", "Hoà", "Nhàn", "Lực", "Trang", "Huy", "Yến", "Ổn", "Ưng"}
	rows := make([]desk.MemberRow, 10_000)
	for i := range rows {
		name := fmt.Sprintf("Nguyễn Thị Thu %s %d", given[i%len(given)], i)
		rows[i] = desk.MemberRow{Member: app.Member{FullName: name}, Search: app.Fold(name + " 000123456789 Tổ trưởng chuyền may số 2")}
	}
	found := 0
	for b.Loop() {
		found = 0
		query := app.Fold("thu đức")
		for _, row := range rows {
			if row.Matches(query) {
				found++
			}
		}
	}
	if found != 1000 {
		b.Fatalf("found %d, want 1000", found)
	}
}
