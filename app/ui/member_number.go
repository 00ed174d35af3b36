package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"sochibo/app"
	"sochibo/app/wording"
)

const maskDots = "••••"

// maskCard hides a card or citizen number but for its last four digits: "•••• 2218".
func maskCard(number string) string { return maskDigits(number, maskDots+" ", 4) }

// maskPhone hides a telephone number but for its last three digits: "•••• ••• 471".
func maskPhone(number string) string { return maskDigits(number, maskDots+" ••• ", 3) }

// maskDigits keeps the last digits of a number; a number as short as that stays wholly hidden.
func maskDigits(number, dots string, keep int) string {
	digits := []rune(strings.ReplaceAll(number, " ", ""))
	switch {
	case len(digits) == 0:
		return ""
	case len(digits) <= keep:
		return maskDots
	}
	return dots + string(digits[len(digits)-keep:])
}

// grouped writes a number in groups of four for reading.
func grouped(number string) string {
	runes := []rune(strings.ReplaceAll(number, " ", ""))
	var groups []string
	for len(runes) > 4 {
		groups = append(groups, string(runes[:4]))
		runes = runes[4:]
	}
	return strings.Join(append(groups, string(runes)), " ")
}

// cardText is a card or citizen number as the pane shows it.
func (m *memberPane) cardText(number string) string {
	if m.uncovered {
		return grouped(number)
	}
	return maskCard(number)
}

func (m *memberPane) phoneText(number string) string {
	if m.uncovered {
		return number
	}
	return maskPhone(number)
}

// numbersLink uncovers or covers the numbers; nil where the member has none.
func (m *memberPane) numbersLink() fyne.CanvasObject {
	if m.card.CitizenID == "" && m.card.PartyCardNo == "" && m.card.Phone == "" {
		return nil
	}
	if m.uncovered {
		return NewLink(wording.Text("Hide"), IconHide, m.hideNumbers)
	}
	return NewLink(wording.Text("Show"), IconShow, m.showNumbers)
}

// usualLengths are the lengths that numbers of today have; another length is a remark, not a fault: older numbers exist.
var usualLengths = map[string][]int{"citizenID": {12}, "partyCardNo": {8}, "phone": {10}}

// numberRemark says that a number has an unusual length; "" if it has not.
func numberRemark(field, text string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
	if app.Clean(text) == "" || len(usualLengths[field]) == 0 || indexOf(usualLengths[field], len(digits)) >= 0 && len(digits) == len(strings.ReplaceAll(text, " ", "")) {
		return ""
	}
	return wording.Text("{count} digits, usually {usual}. It can be kept.", "count", len(digits), "usual", usualLengths[field][0])
}
