package report

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
)

// samplePaper is the meeting of November 2026 of an invented cell, complete.
func samplePaper(t testing.TB) MeetingPaper {
	t.Helper()
	data, err := os.ReadFile("testdata/meeting-2026-11.json")
	if err != nil {
		t.Fatal(err)
	}
	var paper MeetingPaper
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&paper); err != nil {
		t.Fatal(err)
	}
	return paper
}

func partyLayout(t testing.TB) Profile {
	t.Helper()
	profile, err := PartyProfile()
	if err != nil {
		t.Fatal(err)
	}
	return profile
}

func laidOut(t testing.TB, doc Document) *Laid {
	t.Helper()
	laid, err := Layout(doc, partyLayout(t))
	if err != nil {
		t.Fatal(err)
	}
	return laid
}

func pdfOf(t testing.TB, laid *Laid) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := laid.PDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
