package report

import (
	"strings"

	"sochibo/app"
)

// consentDots are as many as a line of the body holds.
const consentDots = 33

// ConsentPaper is what the consent note of one member is made of.
type ConsentPaper struct {
	Settings   app.Settings
	Members    []app.Member // among whom the secretary is
	MemberName string
	Fields     []string // what is kept about him, in words
	Paragraphs []string // the text after the data: purpose, rights, how long
	On         app.Date
}

// Consent makes the note by which a member is told what the cell keeps about him and agrees to it (Law 91/2025/QH15). Nothing is ticked or
// said in advance; he writes what he agrees to and signs on paper.
func Consent(paper ConsentPaper, profile Profile) Document {
	doc := Document{Title: "Phiếu thông báo và đồng ý, " + paper.MemberName, Author: paper.Settings.Name, Date: paper.On}
	doc.add(
		PartyHead{Superior: paper.Settings.SuperiorName, Body: paper.Settings.Name, PlaceDate: placeDate(paper.Settings.PlaceName, paper.On)},
		Title{Type: "PHIẾU THÔNG BÁO VÀ ĐỒNG Ý", Subject: "về dữ liệu cá nhân trong Sổ Chi bộ"},
		Paragraph{Runs: Plain("Đồng chí: " + paper.MemberName)},
		Paragraph{Runs: Plain("Chi bộ lưu các dữ liệu sau của đồng chí:")},
	)
	for _, field := range paper.Fields {
		doc.add(Paragraph{Runs: Plain("- " + field)})
	}
	for _, text := range paper.Paragraphs {
		doc.add(Paragraph{Runs: Plain(text)})
	}
	for range freeLines {
		doc.add(Paragraph{Runs: Plain(strings.Repeat("…", consentDots)), NoIndent: true})
	}
	doc.add(Signatures{Left: &Signature{Post: "ĐẢNG VIÊN", Name: paper.MemberName}, Right: secretarySignature(paper.Settings, paper.Members, paper.On, profile)})
	return doc
}
