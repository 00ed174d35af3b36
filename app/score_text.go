package app

import (
	"strconv"
	"strings"
)

// withUnit writes a value with its unit as Vietnamese texts do: "95,5%", "110 phút".
func withUnit(value, unit string) string {
	switch unit {
	case "":
		return value
	case "%":
		return value + "%"
	}
	return value + " " + unit
}

// explain writes the source's sentence for a value: "21/22 đảng viên, 95,5%".
func (s *scorer) explain(c Criterion, fact Fact, origin LineOrigin, reason string) string {
	source, _ := s.f.AutoSourceByID(c.Source)
	setting, _ := s.setting(c)
	value := fact.Value.Show(boundsOf(c.Bands, setting)...)
	if source.Unit == "%" {
		value += "%"
	}
	text := source.Explain
	if strings.Contains(text, "{num}") && !fact.Share {
		text = "{value}" // typed as a percentage: there are no counts to tell
	}
	band := ""
	if i := bandOf(c.Bands, fact.Value, setting); i >= 0 {
		band = c.Bands[i].Label
	}
	text = strings.NewReplacer("{value}", value, "{num}", strconv.FormatInt(fact.Num, 10), "{den}", strconv.FormatInt(fact.Den, 10),
		"{required}", setting.ShowExact(), "{band}", band).Replace(text)
	switch origin {
	case OriginHand:
		text += " (nhập tay)"
	case OriginOverride:
		own := s.given.of(c.Source, c.ID)
		text += " (sửa tay: " + reason + "; sổ tính " + withUnit(own.Value.Show(boundsOf(c.Bands, setting)...), source.Unit) + ")"
	}
	return text
}

// pointsText shows a line's points: "4", "+1" for a bonus, "…" while unscored, "–" when set aside.
func pointsText(c Criterion, state LineState, points Ratio) string {
	switch {
	case state == LineUnscored:
		return "…"
	case state != LineScored:
		return "–"
	case c.Bonus && points.Sign() > 0:
		return "+" + points.ShowExact()
	}
	return points.ShowExact()
}
