package report

import (
	"slices"

	"sochibo/app"
)

// section is one part of minutes or of a resolution: its heading and what stands below it.
type section []Block

// title returns the text of the section's heading.
func (s section) title() string {
	if heading, ok := s[0].(Heading); ok {
		return heading.Text
	}
	return ""
}

// MinutesParts returns the headings of the parts of minutes, from which an excerpt is chosen by their numbers from 1.
func MinutesParts(paper MeetingPaper) []string { return titles(paper.minutesSections()) }

// ResolutionParts returns the headings of the parts of a resolution.
func ResolutionParts(paper MeetingPaper) []string { return titles(paper.resolutionSections()) }

func titles(sections []section) []string {
	list := make([]string, len(sections))
	for i, s := range sections {
		list[i] = s.title()
	}
	return list
}

// MinutesExcerpt makes an excerpt of minutes (trích biên bản), as admission files need it: who met when, the chosen parts with the numbers
// that they have in the minutes, and dots where parts are left out. parts are numbers from 1; none stands for all.
func MinutesExcerpt(paper MeetingPaper, parts []int, on app.Date, profile Profile) Document {
	m := paper.Meeting
	doc := paper.excerpt("TRÍCH BIÊN BẢN", "Trích biên bản", paper.minutesSubject(), paper.number(m.MinutesNumber, app.TypeMinutes), on)
	doc.add(paper.opening(meetingLabels(paper.Settings, profile))...)
	doc.add(chosen(paper.minutesSections(), parts)...)
	doc.add(paper.closing())
	paper.certify(&doc, "Trích từ Biên bản số "+paper.number(m.MinutesNumber, app.TypeMinutes), profile)
	return doc
}

// ResolutionExcerpt makes an excerpt of a resolution (trích nghị quyết): see MinutesExcerpt.
func ResolutionExcerpt(paper MeetingPaper, parts []int, on app.Date, profile Profile) Document {
	m := paper.Meeting
	doc := paper.excerpt("TRÍCH NGHỊ QUYẾT", "Trích nghị quyết", resolutionSubject(m), paper.number(m.ResolutionNo, app.TypeResolution), on)
	doc.add(line(paper.preamble()))
	doc.add(chosen(paper.resolutionSections(), parts)...)
	doc.add(paper.carried()...)
	paper.certify(&doc, "Trích từ Nghị quyết số "+paper.number(m.ResolutionNo, app.TypeResolution), profile)
	return doc
}

func (p MeetingPaper) excerpt(kind, name, subject, number string, on app.Date) Document {
	doc := Document{Title: name + " " + subject + ", " + p.Settings.Name, Author: p.Settings.Name, Date: on}
	doc.add(
		PartyHead{Superior: p.Settings.SuperiorName, Body: p.Settings.Name, Number: number, PlaceDate: placeDate(p.Settings.PlaceName, on)},
		Title{Type: kind, Subject: subject},
	)
	return doc
}

// omitted stands for what an excerpt leaves out.
const omitted = "(…)"

// chosen returns the parts of an excerpt with dots for those between them that are left out.
func chosen(sections []section, parts []int) []Block {
	var blocks []Block
	gap := false
	for i, s := range sections {
		if len(parts) > 0 && !slices.Contains(parts, i+1) {
			if !gap {
				blocks = append(blocks, line(omitted))
			}
			gap = true
			continue
		}
		blocks, gap = append(blocks, s...), false
	}
	return blocks
}

// certify says what the excerpt was taken from, and ends with the signature of the cell.
func (p MeetingPaper) certify(doc *Document, from string, profile Profile) {
	if p.Meeting.HeldOn != "" {
		from += ", ngày " + p.Meeting.HeldOn.String()
	}
	doc.add(
		Paragraph{Runs: []Run{{Text: from + " của " + p.Settings.Name + ".", Italic: true}}},
		Signatures{Recipients: []string{"Lưu hồ sơ", "Lưu Chi bộ"}, Right: secretarySignature(p.Settings, p.Members, doc.Date, profile)},
	)
}
