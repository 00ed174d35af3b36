package desk_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"sochibo/app"
	"sochibo/app/desk"
)

// soakCommands sets how many commands TestRandomCommandsAgreeWithAModel makes; usually it is a few hundred.
const soakCommands = "DESK_SOAK_COMMANDS"

// soakModel is what a book should hold, in the simplest form that can be.
type soakModel struct {
	names  map[string]string // member → name
	points map[string]int    // member and month → points
	closed map[app.Month]bool
}

func (m soakModel) clone() soakModel {
	return soakModel{maps.Clone(m.names), maps.Clone(m.points), maps.Clone(m.closed)}
}

// soak is a book under random commands, and its model.
type soak struct {
	*testing.T
	ctx    context.Context
	random *rand.Rand
	clock  *clock
	desk   *desk.Desk
	dir    string
	model  soakModel
	before *soakModel // before the last command that can be taken back; nil if there is none
	backup *soakModel // as of the newest backup; nil if there is none
	ids    []string
	counts map[string]int
}

// Random commands go through desk and through a model of thirty lines; the book must hold what the model holds, be sound, and survive
// being locked, restored, closed and opened at any time.
func TestRandomCommandsAgreeWithAModel(t *testing.T) {
	t.Parallel()
	commands := 300
	if text := os.Getenv(soakCommands); text != "" {
		var err error
		commands, err = strconv.Atoi(text)
		check(t, err)
	}
	c := newClock()
	s := &soak{T: t, ctx: context.Background(), random: rand.New(rand.NewPCG(8, uint64(commands))), clock: c, dir: filepath.Join(t.TempDir(), "book"),
		model: soakModel{map[string]string{}, map[string]int{}, map[app.Month]bool{}}, counts: map[string]int{}}
	var err error
	s.desk, _, err = desk.Create(s.ctx, s.dir, desk.NewBook{Passphrase: "soak", Settings: app.Settings{Name: "Chi bộ A", Code: "CB001", StartMonth: "2026-01"}}, desk.WithClock(c.Now))
	check(t, err)
	for n := 1; n <= commands; n++ {
		c.now = c.now.Add(time.Second)
		s.step(n)
		if n%100 == 0 || n == commands {
			s.compare(n)
		}
	}
	check(t, s.desk.Close(s.ctx))
	t.Logf("%d commands: %v", commands, s.counts)
}

func (s *soak) step(n int) {
	kinds := []struct {
		name   string
		weight int
		do     func(n int)
	}{
		{"set points", 40, s.setPoints}, {"clear points", 8, s.clearPoints}, {"add member", 6, s.addMember}, {"rename member", 10, s.rename},
		{"undo", 8, s.undo}, {"close month", 3, s.closeMonth}, {"reopen month", 3, s.reopenMonth}, {"wrong command", 8, s.wrong},
		{"backup", 2, s.makeBackup}, {"restore", 1, s.restore}, {"lock", 2, s.lock}, {"close and open", 1, s.reopen},
	}
	total := 0
	for _, k := range kinds {
		total += k.weight
	}
	pick := s.random.IntN(total)
	for _, k := range kinds {
		if pick < k.weight {
			s.counts[k.name]++
			k.do(n)
			return
		}
		pick -= k.weight
	}
}

// done notes the model of before a command that can be taken back.
func (s *soak) done(before soakModel) { s.before = &before }

func (s *soak) someMember() string {
	if len(s.ids) == 0 {
		return ""
	}
	return s.ids[s.random.IntN(len(s.ids))]
}

func (s *soak) someMonth() app.Month { return app.MonthsOf(2026)[s.random.IntN(11)] }

func (s *soak) setPoints(int) {
	id, month := s.someMember(), s.someMonth()
	if id == "" {
		return
	}
	points := s.random.IntN(60)
	err := s.desk.SetPoints(s.ctx, app.PointEntry{MemberID: id, Month: month, Points: points})
	if s.model.closed[month] {
		wantCode(s.T, err, app.CodeMonthClosed)
		return
	}
	check(s.T, err)
	before := s.model.clone()
	s.model.points[id+" "+string(month)] = points
	if !maps.Equal(before.points, s.model.points) {
		s.done(before)
	}
}

func (s *soak) clearPoints(int) {
	id, month := s.someMember(), s.someMonth()
	key := id + " " + string(month)
	if _, there := s.model.points[key]; !there {
		return
	}
	err := s.desk.ClearPoints(s.ctx, id, month)
	if s.model.closed[month] {
		wantCode(s.T, err, app.CodeMonthClosed)
		return
	}
	check(s.T, err)
	before := s.model.clone()
	delete(s.model.points, key)
	s.done(before)
}

func (s *soak) addMember(n int) {
	if len(s.ids) >= 40 {
		return
	}
	name := fmt.Sprintf("Nguyễn Văn Số %d", n)
	m, err := s.desk.SaveMember(s.ctx, app.Member{FullName: name, Kind: app.Official})
	if len(s.model.closed) > 0 { // without a day of arrival he would have been there in the closed months
		wantCode(s.T, err, desk.CodeMemberFrozen)
		return
	}
	check(s.T, err)
	s.ids = append(s.ids, m.ID)
	s.model.names[m.ID] = name
	s.before = nil
}

func (s *soak) rename(n int) {
	id := s.someMember()
	if id == "" {
		return
	}
	card, err := s.desk.Member(s.ctx, id, "2026-11")
	check(s.T, err)
	before := s.model.clone()
	card.Member.FullName = fmt.Sprintf("Trần Thị Tên %d", n)
	_, err = s.desk.SaveMember(s.ctx, card.Member)
	check(s.T, err)
	s.model.names[id] = card.Member.FullName
	s.done(before)
}

func (s *soak) undo(int) {
	if s.before == nil {
		return
	}
	_, err := s.desk.Undo(s.ctx)
	check(s.T, err)
	s.model, s.before = *s.before, nil
}

func (s *soak) closeMonth(int) {
	month := s.someMonth()
	if s.model.closed[month] || len(s.ids) == 0 {
		return
	}
	check(s.T, s.desk.CloseMonth(s.ctx, month, true))
	s.model.closed[month], s.before = true, nil
}

func (s *soak) reopenMonth(int) {
	for month := range s.model.closed {
		check(s.T, s.desk.ReopenMonth(s.ctx, month, "Bổ sung"))
		delete(s.model.closed, month)
		s.before = nil
		return
	}
}

// wrong gives commands that must be refused and change nothing.
func (s *soak) wrong(int) {
	for _, err := range []error{
		s.desk.SetPoints(s.ctx, app.PointEntry{MemberID: "nobody", Month: "2026-12", Points: 3}),
		s.desk.SetPoints(s.ctx, app.PointEntry{MemberID: s.someMember(), Month: "2026-12", Points: -3}),
		s.desk.SetPoints(s.ctx, app.PointEntry{MemberID: s.someMember(), Month: "2026-13", Points: 3}),
	} {
		if err == nil {
			s.Fatal("a wrong command is taken")
		}
	}
	if _, err := s.desk.SaveMember(s.ctx, app.Member{Kind: app.Official}); err == nil {
		s.Fatal("a member without a name is taken")
	}
}

func (s *soak) makeBackup(int) {
	check(s.T, s.desk.Backup(s.ctx, "manual"))
	kept := s.model.clone()
	s.backup = &kept
}

// restore goes back to the newest backup that was made by hand.
func (s *soak) restore(int) {
	if s.backup == nil {
		return
	}
	check(s.T, s.desk.Close(s.ctx))
	backups, err := desk.OpenBackups(s.dir, "", desk.Secret{Passphrase: "soak"}, desk.WithClock(s.clock.Now))
	check(s.T, err)
	list, err := backups.List()
	check(s.T, err)
	for _, line := range list {
		if line.Reason == "manual" {
			s.desk, err = backups.Restore(s.ctx, line.Name, "")
			check(s.T, err)
			break
		}
	}
	s.model, s.before = s.backup.clone(), nil
	s.ids = s.ids[:0]
	for id := range s.model.names {
		s.ids = append(s.ids, id)
	}
}

func (s *soak) lock(int) {
	check(s.T, s.desk.Lock(s.ctx))
	if err := s.desk.Unlock(s.ctx, desk.Secret{Passphrase: "wrong"}); err == nil {
		s.Fatal("a wrong passphrase unlocks")
	}
	check(s.T, s.desk.Unlock(s.ctx, desk.Secret{Passphrase: "soak"}))
	s.before = nil
}

func (s *soak) reopen(int) {
	check(s.T, s.desk.Close(s.ctx))
	var err error
	s.desk, err = desk.Open(s.ctx, s.dir, "soak", desk.WithClock(s.clock.Now))
	check(s.T, err)
	s.before = nil
}

// compare holds the book against the model and looks it over.
func (s *soak) compare(n int) {
	s.Helper()
	members, err := s.desk.Members(s.ctx, "2026-11")
	check(s.T, err)
	names := map[string]string{}
	for _, m := range members {
		names[m.ID] = m.FullName
	}
	grid, err := s.desk.PointGrid(s.ctx, 2026)
	check(s.T, err)
	points := map[string]int{}
	for _, row := range grid.Rows {
		for i, cell := range row.Cells {
			if cell.Points != nil {
				points[row.MemberID+" "+string(app.MonthsOf(2026)[i])] = *cell.Points
			}
		}
	}
	if !maps.Equal(names, s.model.names) || !maps.Equal(points, s.model.points) {
		s.Fatalf("after %d commands (%v) the book holds %d members and %d values, the model %d and %d", n, s.counts, len(names), len(points), len(s.model.names), len(s.model.points))
	}
	for i, month := range app.MonthsOf(2026) {
		if grid.Frozen[i] != s.model.closed[month] {
			s.Fatalf("after %d commands month %s is closed: %v", n, month, grid.Frozen[i])
		}
	}
	found, err := s.desk.Check(s.ctx)
	check(s.T, err)
	if len(found) > 0 {
		s.Fatalf("after %d commands: %+v", n, found)
	}
}
