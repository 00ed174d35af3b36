package wording

import (
	"math"
	"strconv"
	"strings"
)

// signs returns the sign between thousands and the decimal sign of the language in use.
func signs() (thousands, decimal string) {
	if Language() == English {
		return ",", "."
	}
	return ".", ","
}

// Number writes a whole number with grouped thousands: 42.000 (English 42,000).
func Number[N int | int64](n N) string {
	thousands, _ := signs()
	digits := strconv.FormatInt(int64(n), 10)
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + thousands + digits[i:]
	}
	return sign + digits
}

// Decimal writes a number with at most two decimals and no trailing zeros: 89,95, 27,5, 30. No number at all gives "–".
func Decimal(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	text := strconv.FormatFloat(x, 'f', 2, 64)
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		text = "0"
	}
	_, decimal := signs()
	return strings.Replace(text, ".", decimal, 1)
}

// Percent writes num of den with one decimal, rounded half up: 90,9%; a whole share has no decimal: 100%. den ≤ 0 gives "–".
func Percent(num, den int) string {
	if den <= 0 {
		return "–"
	}
	// Whole numbers, so that 0,05 rounds the same everywhere.
	tenths := int(math.Floor(float64(2000*int64(num)+int64(den)) / float64(2*int64(den))))
	return Decimal(float64(tenths)/10) + "%"
}

// Size writes a number of bytes as people read it: 512 byte, 96 KB, 1,8 MB, 2,4 GB (units of 1024, as Windows shows them).
func Size[N int | int64](bytes N) string {
	size := float64(bytes)
	if size < 1024 {
		return strconv.FormatInt(int64(bytes), 10) + " byte"
	}
	units := []string{"KB", "MB", "GB", "TB"}
	unit := 0
	for size /= 1024; size >= 1023.95 && unit < len(units)-1; size /= 1024 {
		unit++
	}
	if unit == 0 {
		return Decimal(math.Round(size)) + " KB"
	}
	return Decimal(math.Round(size*10)/10) + " " + units[unit]
}
