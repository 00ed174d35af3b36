package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// Names of single values kept in the book.
const (
	valueKeys      = "handover.keys"       // this organisation's secret keys
	valueInstallID = "handover.install_id" // tells two copies of one book apart
)

// valueSealed names the id of the packet that was sealed since a month was last closed. Times cannot tell it: a clock may stand
// still or be set back between closing, sealing and reopening.
func valueSealed(month app.Month) string { return "handover.sealed." + string(month) }

// sealedPacket returns the id of the packet that was sealed since a month was last closed; "" if there is none.
func sealedPacket(tx *store.Tx, month app.Month) (string, error) {
	id, err := tx.Value(valueSealed(month))
	if app.CodeOf(err) == app.CodeNotFound {
		return "", nil
	}
	return id, err
}

func (d *Desk) putNewKeys(tx *store.Tx) error {
	keys, err := handover.NewKeys()
	if err != nil {
		return err
	}
	if err := tx.PutValue(valueKeys, keys.Text()); err != nil {
		return err
	}
	return tx.PutValue(valueInstallID, d.newID())
}

func ownKeys(tx *store.Tx) (*handover.Keys, error) {
	text, err := tx.Value(valueKeys)
	if err != nil {
		return nil, err
	}
	return handover.ParseKeys(text)
}

// valueActsFor names, in the book of a committee's deputy, the committee's own public keys and the deputy's name.
const valueActsFor = "handover.acts_for"

// actsFor is what a deputy's book knows of the committee that it opens packets for.
type actsFor struct {
	Name string              `json:"name"` // of the deputy
	Keys handover.PublicKeys `json:"keys"` // of the committee
}

// actingFor returns what a deputy's book acts for; nil in every other book.
func actingFor(tx *store.Tx) (*actsFor, error) {
	text, err := valueOr(tx, valueActsFor)
	if err != nil || text == "" {
		return nil, err
	}
	acting := new(actsFor)
	if err := json.Unmarshal([]byte(text), acting); err != nil {
		return nil, app.WrapError(err, app.CodeInternal)
	}
	return acting, nil
}

// colleagues returns the keys that sign and open in the name of this book's organisation beside its own: in a committee's book those of its deputies,
// in a deputy's that of the committee.
func colleagues(tx *store.Tx) ([]handover.PublicKeys, error) {
	acting, err := actingFor(tx)
	if err != nil {
		return nil, err
	}
	if acting != nil {
		return []handover.PublicKeys{acting.Keys}, nil
	}
	deputies, err := tx.Deputies()
	var keys []handover.PublicKeys
	for _, deputy := range deputies {
		if deputy.IsActive() {
			keys = append(keys, deputyKeys(deputy.DeputyKey))
		}
	}
	return keys, err
}

// ownReader returns what this book opens packets with.
func ownReader(tx *store.Tx) (handover.Reader, error) {
	keys, err := ownKeys(tx)
	if err != nil {
		return handover.Reader{}, err
	}
	reader := handover.Reader{Keys: []*handover.Keys{keys}}
	others, err := colleagues(tx)
	for _, other := range others {
		reader.ActsFor = append(reader.ActsFor, other.KeyID())
	}
	return reader, err
}

// ownKeyIDs returns the ids of all keys that sign in the name of this book's organisation.
func ownKeyIDs(tx *store.Tx) ([]string, error) {
	reader, err := ownReader(tx)
	if err != nil {
		return nil, err
	}
	return append([]string{reader.Keys[0].KeyID()}, reader.ActsFor...), nil
}

// deputyKeys returns a deputy's public keys.
func deputyKeys(d app.DeputyKey) handover.PublicKeys {
	return handover.PublicKeys{SigningKey: d.SigningKey, Recipient: d.Recipient}
}

// recipients returns whom a packet for a committee is sealed to: the committee and its deputies.
func recipients(link app.CommitteeLink) []handover.PublicKeys {
	to := []handover.PublicKeys{committeeKeys(link)}
	for _, d := range link.Deputies {
		to = append(to, deputyKeys(d))
	}
	return to
}

// installID names this installation of the book: the id that the book was given, the computer and the folder. A copy on another computer or in another
// folder has another one, whichever way it was copied, so the committee notices two books that go on side by side.
func (d *Desk) installID(tx *store.Tx) (string, error) {
	given, err := tx.Value(valueInstallID)
	if err != nil {
		return "", err
	}
	host, err := os.Hostname()
	if err != nil {
		host = "" // the folder alone then tells copies apart
	}
	dir, err := filepath.Abs(d.dir)
	if err != nil {
		dir = d.dir
	}
	sum := sha256.Sum256([]byte("chibo/install/v1\n" + given + "\n" + host + "\n" + dir + "\n"))
	return hex.EncodeToString(sum[:16]), nil
}

// committeeKeys returns the public keys of the committee that a cell hands over to.
func committeeKeys(link app.CommitteeLink) handover.PublicKeys {
	return handover.PublicKeys{SigningKey: link.SigningKey, Recipient: link.Recipient}
}

// cellKeys returns the public keys that a committee keeps of a cell.
func cellKeys(cell app.CellEntry) handover.PublicKeys {
	return handover.PublicKeys{SigningKey: cell.SigningKey, Recipient: cell.Recipient}
}
