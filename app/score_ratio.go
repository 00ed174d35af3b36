package app

import (
	"bytes"
	"encoding/json"
	"math/big"
	"regexp"
	"strings"
)

// Ratio is an exact rational number: points, percentages, bounds. The zero value is 0. Operations return new values.
type Ratio struct{ rat *big.Rat }

// Longer numbers than these are no score, and would only cost time and memory.
var (
	decimalPattern  = regexp.MustCompile(`^-?[0-9]{1,12}([.,][0-9]{1,6})?$`)
	fractionPattern = regexp.MustCompile(`^-?[0-9]{1,60}/[0-9]{1,60}$`)
)

// IntRatio returns n.
func IntRatio(n int64) Ratio { return Ratio{new(big.Rat).SetInt64(n)} }

// Fraction returns num/den; 0 if den is 0.
func Fraction(num, den int64) Ratio {
	if den == 0 {
		return Ratio{}
	}
	return Ratio{big.NewRat(num, den)}
}

// ParseRatio reads a decimal of at most 12 digits and 6 decimals, "12.5" or "12,5", or a fraction "1600/23".
// Other text gives CodeInvalid.
func ParseRatio(text string) (Ratio, error) {
	s := strings.TrimSpace(text)
	if decimalPattern.MatchString(s) || fractionPattern.MatchString(s) {
		if rat, ok := new(big.Rat).SetString(strings.Replace(s, ",", ".", 1)); ok {
			return Ratio{rat}, nil
		}
	}
	return Ratio{}, NewError(CodeInvalid, "field", "typedNumber", "value", text)
}

func (r Ratio) value() *big.Rat {
	if r.rat == nil {
		return new(big.Rat)
	}
	return r.rat
}

// Rat returns a copy as a big.Rat.
func (r Ratio) Rat() *big.Rat { return new(big.Rat).Set(r.value()) }

// Float returns the nearest float, for drawing bars; never compare scores by it.
func (r Ratio) Float() float64 {
	f, _ := r.value().Float64()
	return f
}

// Add returns r + other.
func (r Ratio) Add(other Ratio) Ratio { return Ratio{new(big.Rat).Add(r.value(), other.value())} }

// Sub returns r − other.
func (r Ratio) Sub(other Ratio) Ratio { return Ratio{new(big.Rat).Sub(r.value(), other.value())} }

// Mul returns r · other.
func (r Ratio) Mul(other Ratio) Ratio { return Ratio{new(big.Rat).Mul(r.value(), other.value())} }

// Div returns r / other; 0 if other is 0.
func (r Ratio) Div(other Ratio) Ratio {
	if other.Sign() == 0 {
		return Ratio{}
	}
	return Ratio{new(big.Rat).Quo(r.value(), other.value())}
}

// Cmp returns −1, 0 or 1 as r is less than, equal to or greater than other.
func (r Ratio) Cmp(other Ratio) int { return r.value().Cmp(other.value()) }

// Sign returns −1, 0 or 1.
func (r Ratio) Sign() int { return r.value().Sign() }

// IsInt reports whether r is a whole number.
func (r Ratio) IsInt() bool { return r.value().IsInt() }

func smaller(a, b Ratio) Ratio {
	if b.Cmp(a) < 0 {
		return b
	}
	return a
}

func larger(a, b Ratio) Ratio {
	if b.Cmp(a) > 0 {
		return b
	}
	return a
}

// String returns the number exactly: "92", "12.5" or "1600/23".
func (r Ratio) String() string {
	if text, ok := r.decimal(); ok {
		return text
	}
	return r.value().RatString()
}

// decimal returns r as a decimal that ParseRatio reads; false if it has none.
func (r Ratio) decimal() (string, bool) {
	for decimals := 0; decimals <= 6; decimals++ {
		text := r.value().FloatString(decimals)
		if back, ok := new(big.Rat).SetString(text); ok && back.Cmp(r.value()) == 0 {
			return text, decimalPattern.MatchString(text)
		}
	}
	return "", false
}

// Show returns the number for a reader: whole numbers plain, others with one decimal rounded half up and a decimal comma.
// More decimals are shown where one would put the number on the wrong side of a bound: 89.95 below a bound of 90 is "89,95".
func (r Ratio) Show(bounds ...Ratio) string {
	if r.IsInt() {
		return r.value().FloatString(0)
	}
	const mostDecimals = 18 // a share of two int64 numbers differs from any bound before that
	text := ""
	for decimals := 1; decimals <= mostDecimals; decimals++ {
		text = r.value().FloatString(decimals)
		shown, _ := new(big.Rat).SetString(text)
		if onSameSide(r, Ratio{shown}, bounds) {
			break
		}
	}
	return strings.Replace(text, ".", ",", 1)
}

func onSameSide(exact, shown Ratio, bounds []Ratio) bool {
	for _, bound := range bounds {
		if (exact.Cmp(bound) >= 0) != (shown.Cmp(bound) >= 0) {
			return false
		}
	}
	return true
}

// ShowExact returns a decimal with all its decimals and a comma, "96,25"; a number without a short decimal as Show does.
func (r Ratio) ShowExact() string {
	if text, ok := r.decimal(); ok {
		return strings.Replace(text, ".", ",", 1)
	}
	return r.Show()
}

// MarshalJSON writes a number where a short decimal is exact, else a fraction as text.
func (r Ratio) MarshalJSON() ([]byte, error) {
	if text, ok := r.decimal(); ok {
		return []byte(text), nil
	}
	return json.Marshal(r.value().RatString())
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Ratio) UnmarshalJSON(data []byte) error {
	text := string(bytes.TrimSpace(data))
	if text == "null" {
		return nil
	}
	if strings.HasPrefix(text, `"`) {
		if err := json.Unmarshal(data, &text); err != nil {
			return err
		}
	}
	parsed, err := ParseRatio(text)
	if err != nil {
		return err
	}
	*r = parsed
	return nil
}
