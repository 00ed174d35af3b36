package desk

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/store"
)

// valuePhrases holds the sentences of earlier remarks, the last used first.
const valuePhrases = "committee.phrases"

// Limits of what is kept of remarks.
const (
	maxPhrases      = 30
	maxPhraseLength = 120 // characters; longer sentences are about one case and would not be used again
)

// Phrases returns the sentences of earlier remarks, the last used first, to be offered for the next remark.
func (d *Desk) Phrases(ctx context.Context) ([]string, error) {
	var phrases []string
	err := d.view(ctx, func(tx *store.Tx) error {
		var err error
		phrases, err = readPhrases(tx)
		return err
	})
	return phrases, err
}

func readPhrases(tx *store.Tx) ([]string, error) {
	text, err := tx.Value(valuePhrases)
	if app.CodeOf(err) == app.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var phrases []string
	return phrases, decodeAsset([]byte(text), &phrases)
}

// keepPhrases remembers the sentences of a remark.
func keepPhrases(tx *store.Tx, remark string) error {
	sentences := sentencesOf(remark)
	if len(sentences) == 0 {
		return nil
	}
	known, err := readPhrases(tx)
	if err != nil {
		return err
	}
	for _, s := range slices.Backward(sentences) {
		known = append([]string{s}, slices.DeleteFunc(known, func(k string) bool { return app.Fold(k) == app.Fold(s) })...)
	}
	return putPhrases(tx, known[:min(len(known), maxPhrases)])
}

func putPhrases(tx *store.Tx, phrases []string) error {
	text, err := json.Marshal(phrases)
	if err != nil {
		return app.WrapError(err, app.CodeInternal)
	}
	return tx.PutValue(valuePhrases, string(text))
}

// ForgetPhrase takes a sentence out of those that are offered.
func (d *Desk) ForgetPhrase(ctx context.Context, phrase string) error {
	return d.update(ctx, "forget phrase", func(tx *store.Tx) error {
		known, err := readPhrases(tx)
		if err != nil {
			return err
		}
		return putPhrases(tx, slices.DeleteFunc(known, func(k string) bool { return k == phrase }))
	})
}

// sentencesOf splits a remark at line ends and at full stops before a blank.
func sentencesOf(remark string) []string {
	var list []string
	for _, line := range strings.Split(remark, "\n") {
		for _, s := range strings.Split(line, ". ") {
			s = strings.TrimRight(strings.TrimSpace(s), ".")
			if length := len([]rune(s)); length > 3 && length <= maxPhraseLength {
				list = append(list, s)
			}
		}
	}
	return list
}
