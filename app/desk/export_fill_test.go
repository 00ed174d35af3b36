package desk

import (
	"context"
	"fmt"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// Fill writes members and, for each month from a first one, their points, a locked meeting, its tasks and marks, as one command.
func Fill(ctx context.Context, d *Desk, first app.Month, months, members int) error {
	return d.update(ctx, "fill", func(tx *store.Tx) error {
		for i := range members {
			m := app.Member{ID: fmt.Sprintf("m%02d", i), FullName: fmt.Sprintf("Nguyễn Văn Đoàn %d", i), Kind: app.Official, AdmittedOn: "2010-05-19", BornOn: "1985-03-02"}
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		frameworks, err := d.parsedFrameworks(tx)
		if err != nil {
			return err
		}
		for n := range months {
			if err := fillMonth(tx, frameworks, first.Add(n), members); err != nil {
				return err
			}
		}
		return nil
	})
}

func fillMonth(tx *store.Tx, frameworks []*app.Framework, month app.Month, members int) error {
	meeting := app.Meeting{ID: "g" + string(month), Kind: app.RegularMeeting, Month: month, HeldOn: month.First().AddDays(4), Start: "16:30", End: "18:05",
		ChairID: "m00", RecorderID: "m01", State: app.MeetingLocked, Version: 1, Conclusion: strings.Repeat("Chi bộ thống nhất. ", 20)}
	for i := range members {
		id := fmt.Sprintf("m%02d", i)
		meeting.Attendance = append(meeting.Attendance, app.Attendance{MemberID: id, Presence: app.Present})
		if err := tx.PutPoint(app.PointEntry{MemberID: id, Month: month, Points: 28 + i%9, Source: app.Typed}); err != nil {
			return err
		}
	}
	for i := range 6 {
		item := app.AgendaItem{ID: fmt.Sprint(i), Kind: app.AgendaDiscussion, Title: "Thảo luận", Text: strings.Repeat("Đánh giá kết quả thực hiện nhiệm vụ. ", 10)}
		for s := range 4 {
			item.Statements = append(item.Statements, app.Statement{MemberID: fmt.Sprintf("m%02d", (i*4+s)%members), Text: strings.Repeat("Tôi nhất trí. ", 12)})
		}
		meeting.Agenda = append(meeting.Agenda, item)
	}
	if err := tx.PutMeeting(meeting); err != nil {
		return err
	}
	for i := range 5 {
		if err := tx.PutTask(app.Task{ID: fmt.Sprintf("t%s-%d", month, i), MeetingID: meeting.ID, No: i + 1, Title: "Hoàn thành kế hoạch sản xuất tháng",
			AssigneeID: "m02", AssignedOn: meeting.HeldOn, DueOn: month.Next().First(), State: app.TaskDone, DoneOn: month.Last()}); err != nil {
			return err
		}
	}
	for subject, scope := range map[string]app.FrameworkScope{meeting.ID: app.ScopeMeeting, string(month): app.ScopeMonth} {
		for _, f := range frameworks {
			if f.IsFor(scope) {
				if err := tx.PutSheet(markAll(f, subject)); err != nil {
					return err
				}
				break
			}
		}
	}
	return nil
}

// markAll ticks every criterion that is ticked.
func markAll(f *app.Framework, subject string) app.MarkedSheet {
	sheet := app.MarkedSheet{Framework: f.Code, Version: f.Version, Subject: subject}
	for _, g := range f.Groups {
		for _, c := range g.Criteria {
			for _, item := range append([]app.Criterion{c}, c.Items...) {
				if yes := true; item.Kind == app.KindToggle {
					sheet.Marks = append(sheet.Marks, app.Mark{ID: item.ID, Done: &yes, Note: "Có biên bản kèm theo"})
				}
			}
		}
	}
	return sheet
}

// ReadRows reads once what the first screen is made of: the floor of its time.
func ReadRows(ctx context.Context, d *Desk, years ...int) error {
	return d.view(ctx, func(tx *store.Tx) error {
		for _, year := range years {
			if _, err := tx.Points(year); err != nil {
				return err
			}
		}
		for _, read := range []func() error{
			func() error { _, err := tx.Settings(); return err }, func() error { _, err := tx.Members(); return err },
			func() error { _, err := tx.Meetings(); return err }, func() error { _, err := tx.Tasks(); return err },
			func() error { _, err := tx.Sheets(); return err }, func() error { _, err := tx.Frameworks(); return err }} {
			if err := read(); err != nil {
				return err
			}
		}
		return nil
	})
}

// PutShelf writes a cell and one of its packets as they are.
func PutShelf(ctx context.Context, d *Desk, cell app.CellEntry, packet app.ReceivedPacket) error {
	return d.update(ctx, "fill", func(tx *store.Tx) error {
		if err := tx.PutCell(cell); err != nil {
			return err
		}
		return tx.PutReceivedPacket(packet)
	})
}

// PacketRow returns a packet's row of the index.
func (d *Desk) PacketRow(ctx context.Context, id string) (app.ReceivedPacket, error) {
	var row app.ReceivedPacket
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		row, err = tx.ReceivedPacket(id)
		return err
	})
	return row, err
}

// ThrowIndexAway forgets all rows of packets and what the next ones must follow; the archive stays.
func ThrowIndexAway(ctx context.Context, d *Desk) error {
	return d.update(ctx, "throw index away", func(tx *store.Tx) error {
		cells, err := tx.Cells()
		if err != nil {
			return err
		}
		for _, cell := range cells {
			cell.LastSeq, cell.LastManifestHash, cell.InstallID, cell.SecretaryName = 0, "", "", ""
			if err := tx.PutCell(cell); err != nil {
				return err
			}
		}
		return tx.DropPackets()
	})
}

// PutCell writes a cell as it is.
func PutCell(ctx context.Context, d *Desk, cell app.CellEntry) error {
	return d.update(ctx, "fill", func(tx *store.Tx) error { return tx.PutCell(cell) })
}

// CellShelf returns a cell and the rows of its packets.
func CellShelf(ctx context.Context, d *Desk, cellID string) (rows []app.ReceivedPacket, cell app.CellEntry, err error) {
	err = d.view(ctx, func(tx *store.Tx) error {
		if rows, err = tx.CellPackets(cellID); err != nil {
			return err
		}
		cell, err = tx.Cell(cellID)
		return err
	})
	return rows, cell, err
}
