package desk

import (
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

// committeeKeys returns the public keys of the committee that a cell hands over to.
func committeeKeys(link app.CommitteeLink) handover.PublicKeys {
	return handover.PublicKeys{SigningKey: link.SigningKey, Recipient: link.Recipient}
}

// cellKeys returns the public keys that a committee keeps of a cell.
func cellKeys(cell app.CellEntry) handover.PublicKeys {
	return handover.PublicKeys{SigningKey: cell.SigningKey, Recipient: cell.Recipient}
}
