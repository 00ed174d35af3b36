package handover

import (
	"fmt"
	"strings"
	"testing"
)

func TestKeysComeBackFromTheirText(t *testing.T) {
	made, err := NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	read, err := ParseKeys(made.Text())
	if err != nil {
		t.Fatal(err)
	}
	if read.Text() != made.Text() || read.Public() != made.Public() {
		t.Error("other keys came back")
	}
	other, err := NewKeys()
	if err != nil {
		t.Fatal(err)
	}
	if other.KeyID() == made.KeyID() {
		t.Error("two organisations got the same keys")
	}
}

// Two people compare the fingerprint by phone, so it must never change for the same keys.
func TestFingerprintIsFixedByTheKeys(t *testing.T) {
	public := mustKeys(t, cellKeysText).Public()
	if got := public.KeyID(); got != "a283c930d158b426514009c9ce9b2bd2" {
		t.Errorf("key id is %s", got)
	}
	if got := public.Fingerprint(); got != "A283 C930 D158 B426" {
		t.Errorf("fingerprint is %s", got)
	}
	half := public
	half.Recipient = mustKeys(t, attackerKeysText).Public().Recipient
	if half.Fingerprint() == public.Fingerprint() {
		t.Error("another recipient has the same fingerprint")
	}
	if FingerprintOf("abc") != "" {
		t.Error("a short id has a fingerprint")
	}
}

func TestSecretKeysDoNotReachALog(t *testing.T) {
	keys := mustKeys(t, cellKeysText)
	for _, verb := range []string{"%v", "%+v", "%s", "%#v"} {
		text := fmt.Sprintf(verb, keys)
		if strings.Contains(text, "SECRET") || strings.Contains(text, "vtaBeWW") || !strings.Contains(text, keys.KeyID()) {
			t.Errorf("%s prints %s", verb, text)
		}
	}
}

func TestDamagedKeysAreRefused(t *testing.T) {
	lines := strings.Split(cellKeysText, "\n")
	for name, text := range map[string]string{
		"empty":             "",
		"other head":        strings.Replace(cellKeysText, "keys-1", "keys-2", 1),
		"a line too few":    lines[0] + "\n" + lines[1],
		"a line too many":   cellKeysText + "more\n",
		"seed cut":          lines[0] + "\n" + lines[1][4:] + "\n" + lines[2],
		"seed no base64":    lines[0] + "\n*" + lines[1][1:] + "\n" + lines[2],
		"age key misspelt":  lines[0] + "\n" + lines[1] + "\n" + lines[2][:len(lines[2])-1] + "Q",
		"age public key":    lines[0] + "\n" + lines[1] + "\n" + mustKeys(t, cellKeysText).Public().Recipient,
		"carriage returns":  strings.ReplaceAll(cellKeysText, "\n", "\r\n"),
		"nothing but lines": "\n\n\n",
	} {
		keys, err := ParseKeys(text)
		if err == nil {
			t.Errorf("%s: read as %v", name, keys)
			continue
		}
		wantCode(t, err, CodeKeysUnreadable)
		if strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: the error carries the secret: %v", name, err)
		}
	}
}

func TestPublicKeysHaveOneForm(t *testing.T) {
	good := mustKeys(t, cellKeysText).Public()
	if err := good.Validate(); err != nil {
		t.Fatal(err)
	}
	for name, keys := range map[string]PublicKeys{
		"none":              {},
		"no recipient":      {SigningKey: good.SigningKey},
		"short signing key": {SigningKey: good.SigningKey[4:], Recipient: good.Recipient},
		"line in base64":    {SigningKey: good.SigningKey[:20] + "\n" + good.SigningKey[20:], Recipient: good.Recipient},
		"capital recipient": {SigningKey: good.SigningKey, Recipient: strings.ToUpper(good.Recipient)},
		"secret key":        {SigningKey: good.SigningKey, Recipient: strings.Split(cellKeysText, "\n")[2]},
	} {
		if err := keys.Validate(); err == nil {
			t.Errorf("%s is taken", name)
		} else {
			wantCode(t, err, CodePublicKeyBad)
		}
	}
}
