package handover

import (
	"strings"

	"sochibo/app"
)

// An age secret key is 32 bytes in Bech32 (BIP 173); age gives out its text only.
const (
	bech32Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
	identityPrefix = "age-secret-key-"
	bech32Check    = 6 // symbols
)

// identitySecret returns the 32 bytes of an age secret key. CodeKeysUnreadable for anything else.
func identitySecret(text string) ([]byte, error) {
	data, found := strings.CutPrefix(strings.ToLower(text), identityPrefix+"1")
	if !found || len(data) != 52+bech32Check {
		return nil, app.NewError(CodeKeysUnreadable)
	}
	var bits []byte
	for _, symbol := range data[:52] {
		value := strings.IndexRune(bech32Alphabet, symbol)
		if value < 0 {
			return nil, app.NewError(CodeKeysUnreadable)
		}
		for i := 4; i >= 0; i-- {
			bits = append(bits, byte(value>>i)&1)
		}
	}
	secret := make([]byte, 32)
	for i := range secret {
		secret[i] = byte(numberOf(bits[i*8 : i*8+8]))
	}
	return secret, nil
}

// identityText writes 32 bytes as an age secret key.
func identityText(secret []byte) string {
	bits := bitsOf(secret)
	for len(bits)%5 != 0 {
		bits = append(bits, 0)
	}
	var values []int
	for i := 0; i < len(bits); i += 5 {
		values = append(values, numberOf(bits[i:i+5]))
	}
	var b strings.Builder
	for _, value := range append(values, bech32Sum(values)...) {
		b.WriteByte(bech32Alphabet[value])
	}
	return strings.ToUpper(identityPrefix + "1" + b.String())
}

// bech32Sum is the checksum that BIP 173 puts behind the data.
func bech32Sum(values []int) []int {
	var all []int
	for _, c := range identityPrefix {
		all = append(all, int(c)>>5)
	}
	all = append(all, 0)
	for _, c := range identityPrefix {
		all = append(all, int(c)&31)
	}
	all = append(append(all, values...), make([]int, bech32Check)...)
	sum := 1
	for _, value := range all {
		top := sum >> 25
		sum = (sum&0x1ffffff)<<5 ^ value
		for i, generator := range []int{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if top>>i&1 == 1 {
				sum ^= generator
			}
		}
	}
	sum ^= 1
	check := make([]int, bech32Check)
	for i := range check {
		check[i] = sum >> (5 * (bech32Check - 1 - i)) & 31
	}
	return check
}
