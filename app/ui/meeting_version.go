package ui

import (
	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/desk"
	"sochibo/app/wording"
)

// versionsCard lists the versions of the minutes, the newest first: who locked each, when and why. One that is pressed is shown in the
// preview, and the buttons below print and save what is shown. There is no card before the first correction.
func (m *minutesStep) versionsCard() []fyne.CanvasObject {
	meeting, kept := m.screen.draft.meeting, m.screen.draft.view.Kept
	if len(kept) == 0 {
		return nil
	}
	m.versions = map[int]*pressArea{}
	rows := []fyne.CanvasObject{m.versionLine(meeting, 0)}
	for i := len(kept) - 1; i >= 0; i-- {
		rows = append(rows, m.versionLine(kept[i].Meeting, kept[i].Version))
	}
	shown := m.shownVersion()
	save := NewSmall(wording.Text("Save version {version} as PDF", "version", shown), IconUpload, func() {
		m.screen.program.exportReport(m.ref(app.ReportMinutes), desk.PDF)
	})
	print := NewSmall(wording.Text("Print version {version}", "version", shown), IconPrint, func() { m.screen.printPaper(app.ReportMinutes) })
	card := NewFlushCard(wording.Text("Versions of the minutes"), nil, Column(0, Rows(rows...), Inset(10, 16, 14, 16, Flow(8, print, save))))
	return []fyne.CanvasObject{card}
}

// versionLine is one version; version 0 is the present one.
func (m *minutesStep) versionLine(meeting app.Meeting, version int) fyne.CanvasObject {
	title := wording.Text("Version {version}", "version", meeting.Version)
	if version == 0 {
		title = wording.Text("Version {version}, the present one", "version", meeting.Version)
	}
	state := wording.Text("being corrected")
	if meeting.IsLocked() {
		state = wording.Text("Locked {time}, {name}", "time", wording.Moment(meeting.LockedAt), "name", lockedBy(meeting))
	}
	words := []fyne.CanvasObject{Bold(title), Paragraph(Span{Text: state, Size: SizeSmall, Tone: ToneSecond})}
	if meeting.VersionReason != "" {
		words = append(words, Paragraph(Span{Text: wording.Text("Reason: {reason}", "reason", meeting.VersionReason), Size: SizeSmall, Tone: ToneSecond}))
	}
	icon, tone := IconReports, ToneSlate
	if version == m.version {
		icon, tone = IconShow, ToneGreen
	}
	row := TopRow(14, Column(0, newIcon(icon, tone, 20)), Stretch(Column(2, words...)))
	area := newPressArea(Inset(10, 16, 10, 16, row), func() {
		m.version = version
		m.load()
		giveFocus(m.versions[version]) // the lines were made anew
	})
	m.versions[version] = area
	return area
}

// shownVersion is the number of the version in the preview.
func (m *minutesStep) shownVersion() int {
	if m.version == 0 {
		return m.screen.draft.meeting.Version
	}
	return m.version
}

// ref names a paper of the version in the preview.
func (m *minutesStep) ref(kind app.ReportKind) app.ReportRef {
	return app.ReportRef{Kind: kind, Month: m.screen.month, MeetingID: m.screen.draft.meeting.ID, Version: m.version}
}

// lockedBy is who locked minutes, in words.
func lockedBy(meeting app.Meeting) string {
	if meeting.LockedBy == "secretary" {
		return wording.Text("Secretary")
	}
	return meeting.LockedBy
}
