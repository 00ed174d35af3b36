package desk

import (
	"fmt"

	"sochibo/app"
	"sochibo/app/report"
)

func slipDocument(tx reader, f monthFacts, profile report.Profile) (report.Document, error) {
	outbox, err := tx.Outbox()
	if err != nil {
		return report.Document{}, err
	}
	var packet *app.OutboxPacket
	for i := range outbox {
		if outbox[i].Month == f.month && (packet == nil || outbox[i].Seq > packet.Seq) {
			packet = &outbox[i]
		}
	}
	if packet == nil {
		return report.Document{}, app.NewError(CodeNoPacket, "month", f.month.String())
	}
	on := app.DateOf(packet.SealedAt)
	if !packet.WrittenAt.IsZero() {
		on = app.DateOf(packet.WrittenAt)
	}
	return report.HandoverSlip(report.SlipPaper{Settings: f.settings, Packet: *packet, Contents: slipParts(f), On: on}, profile), nil
}

func slipParts(f monthFacts) []report.SlipPart {
	s := summarize(f)
	parts := []report.SlipPart{
		{Name: "Danh sách đảng viên", Detail: fmt.Sprintf("%d người", s.Members)},
		{Name: "Điểm sổ tay", Detail: fmt.Sprintf("%d/%d người đạt từ %d điểm", s.AtThreshold.Part, s.AtThreshold.Whole, f.totals.Threshold)},
	}
	if f.meeting != nil {
		parts = append(parts,
			report.SlipPart{Name: "Biên bản sinh hoạt", Detail: app.DocumentNumber(f.meeting.MinutesNumber, app.TypeMinutes, f.settings.BodyCode)},
			report.SlipPart{Name: "Nghị quyết", Detail: app.DocumentNumber(f.meeting.ResolutionNo, app.TypeResolution, f.settings.BodyCode)})
	}
	if s.MeetingScore != "" {
		parts = append(parts, report.SlipPart{Name: "Phiếu chấm điểm buổi sinh hoạt", Detail: s.MeetingScore + " điểm, " + s.MeetingLevel})
	}
	if f.criteria != nil {
		parts = append(parts, report.SlipPart{Name: "Bảng tiêu chí", Detail: fmt.Sprintf("đã chấm %d/%d tiêu chí", f.criteria.Scored, f.criteria.All)})
	}
	return parts
}
