package app

import "encoding/json"

// Band gives points to a range of values: From included, Below excluded; without Below there is no upper end.
type Band struct {
	From   Bound  `json:"from"`
	Below  *Bound `json:"below"`
	Points Ratio  `json:"points"`
	Label  string `json:"label"`
}

// Bound is a number, or relative to a computed setting S: the larger of S·Share − Minus and S·FloorShare.
type Bound struct {
	Of         string // id of the computed setting; "": the bound is Fixed
	Fixed      Ratio
	Share      Ratio
	Minus      Ratio
	FloorShare Ratio
}

type relativeBound struct {
	Of         string `json:"of"`
	Share      *Ratio `json:"share"`
	Minus      Ratio  `json:"minus"`
	FloorShare Ratio  `json:"floor_share"`
}

// UnmarshalJSON reads a number or {of, share, minus, floor_share}.
func (b *Bound) UnmarshalJSON(data []byte) error {
	if len(data) == 0 || data[0] != '{' {
		*b = Bound{}
		return b.Fixed.UnmarshalJSON(data)
	}
	var relative relativeBound
	if err := json.Unmarshal(data, &relative); err != nil {
		return err
	}
	*b = Bound{Of: relative.Of, Share: IntRatio(1), Minus: relative.Minus, FloorShare: relative.FloorShare}
	if relative.Share != nil {
		b.Share = *relative.Share
	}
	return nil
}

// MarshalJSON writes what UnmarshalJSON reads.
func (b Bound) MarshalJSON() ([]byte, error) {
	if b.Of == "" {
		return b.Fixed.MarshalJSON()
	}
	return json.Marshal(relativeBound{Of: b.Of, Share: &b.Share, Minus: b.Minus, FloorShare: b.FloorShare})
}

// At returns the bound for a value of the computed setting.
func (b Bound) At(setting Ratio) Ratio {
	if b.Of == "" {
		return b.Fixed
	}
	return larger(setting.Mul(b.Share).Sub(b.Minus), setting.Mul(b.FloorShare))
}

func (b Bound) equals(other Bound) bool {
	return b.Of == other.Of && b.Fixed.Cmp(other.Fixed) == 0 && b.Share.Cmp(other.Share) == 0 &&
		b.Minus.Cmp(other.Minus) == 0 && b.FloorShare.Cmp(other.FloorShare) == 0
}

// turn returns the value of the setting at which the bound changes from its floor to its share.
func (b Bound) turn() Ratio { return b.Minus.Div(b.Share.Sub(b.FloorShare)) }

// isNowhereBelow reports whether b ≥ other for every setting from 0 on. Both are made of straight pieces,
// so the turns, and the slope behind the last one, decide.
func (b Bound) isNowhereBelow(other Bound) bool {
	points := []Ratio{{}}
	last := Ratio{}
	for _, turn := range []Ratio{b.turn(), other.turn()} {
		if turn.Sign() > 0 {
			points = append(points, turn)
			last = larger(last, turn)
		}
	}
	points = append(points, last.Add(IntRatio(1)))
	for _, s := range points {
		if b.At(s).Cmp(other.At(s)) < 0 {
			return false
		}
	}
	near, far := last.Add(IntRatio(1)), last.Add(IntRatio(2))
	return b.At(far).Sub(other.At(far)).Cmp(b.At(near).Sub(other.At(near))) >= 0
}

// bandOf returns the index of the band that a value falls into; −1 for a value below 0. Bands that are empty for this setting are skipped.
func bandOf(bands []Band, value, setting Ratio) int {
	for i, band := range bands {
		if value.Cmp(band.From.At(setting)) >= 0 {
			return i
		}
	}
	return -1
}

// boundsOf returns the lower bounds, so that a shown value never crosses one.
func boundsOf(bands []Band, setting Ratio) []Ratio {
	bounds := make([]Ratio, 0, len(bands))
	for _, band := range bands {
		bounds = append(bounds, band.From.At(setting))
	}
	return bounds
}

// computedOf returns the computed setting that bands lean on; "" if their bounds are fixed.
func computedOf(bands []Band) string {
	for _, band := range bands {
		if band.From.Of != "" {
			return band.From.Of
		}
	}
	return ""
}

// checkBands returns a fault unless the bands run from no upper end down to 0 without hole or overlap, for every value of a setting they
// lean on, and the best gives max.
func checkBands(bands []Band, place string, best Ratio) error {
	if len(bands) == 0 {
		return faultAt(place, "bands_none")
	}
	setting, top := computedOf(bands), bands[0].Points
	for i, band := range bands {
		at := placeAt(place, i)
		if band.From.Of != "" && band.From.Of != setting || band.Below != nil && band.Below.Of != "" && band.Below.Of != setting {
			return faultAt(at, "bands_settings")
		}
		if i == 0 {
			if band.Below != nil {
				return faultAt(at, "bands_top")
			}
			continue
		}
		top = larger(top, band.Points)
		upper := bands[i-1].From
		if band.Below == nil || !band.Below.equals(upper) {
			return faultAt(at, bandFault(band.Below, upper))
		}
		if !upper.isNowhereBelow(band.From) || band.From.equals(upper) {
			return faultAt(at, "bands_order")
		}
	}
	lowest := bands[len(bands)-1].From
	if lowest.Of != "" || lowest.Fixed.Sign() != 0 {
		return faultAt(placeAt(place, len(bands)-1), "bands_bottom")
	}
	if top.Cmp(best) != 0 {
		return faultAt(place, "bands_max")
	}
	return nil
}

func bandFault(below *Bound, upper Bound) string {
	if below != nil && below.Of == "" && upper.Of == "" && below.Fixed.Cmp(upper.Fixed) < 0 {
		return "bands_hole"
	}
	return "bands_overlap"
}
