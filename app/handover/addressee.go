package handover

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"

	"filippo.io/age"

	"sochibo/app"
)

// Reader is whoever opens packets.
type Reader struct {
	Keys       []*Keys  // one of which must open a sealed packet
	ActsFor    []string // ids of the keys of a committee whose deputy the reader is: what is meant for it is meant for the reader
	Passphrase string   // as it was told by phone, for a packet of a cell that is not registered yet; "" none
	Archive    bool     // the packet lies in the reader's own archive: it was checked when it came, and Reseal may have sealed it to the reader
}

// decrypt opens the age layer by the reader's keys or, where the packet was sealed by one, by the passphrase.
func (o *opening) decrypt(sealed *bufio.Reader) (io.Reader, error) {
	if start, _ := sealed.Peek(len(sealedIntro) + len(passphraseStanza)); bytes.HasSuffix(start, []byte(passphraseStanza)) {
		return o.decryptByPassphrase(sealed)
	}
	identities := make([]age.Identity, 0, len(o.reader.Keys))
	for _, keys := range o.reader.Keys {
		identities = append(identities, keys.identity)
	}
	if len(identities) == 0 {
		return nil, app.NewError(CodeNotForYou)
	}
	plain, err := age.Decrypt(sealed, identities...)
	var noMatch *age.NoIdentityMatchError
	if errors.As(err, &noMatch) {
		return nil, app.WrapError(err, CodeNotForYou)
	}
	if err != nil {
		return nil, readError(err)
	}
	return brokenReader{plain}, nil
}

// checkAddressee holds a sealed packet to the keys that opened it: without this, anyone who may read a packet could seal it
// again to a committee for which it was not meant. A packet that names no committee's key is one of a cell that is not registered: its
// passphrase opens it, or the cell's own key the copy that it keeps.
func (o *opening) checkAddressee(m Manifest) error {
	if !m.Kind.IsSealed() {
		return nil
	}
	if o.packet.ByPassphrase {
		if !m.IsUnregistered() {
			return badField("committee.keyID")
		}
		return nil
	}
	if o.reader.Archive && m.IsUnregistered() {
		return nil
	}
	ids := slices.Clone(o.reader.ActsFor)
	for _, k := range o.reader.Keys {
		ids = append(ids, k.KeyID())
	}
	for _, id := range ids {
		if id == m.Committee.KeyID || id == m.Cell.KeyID {
			return nil
		}
	}
	code := CodeWrongCell
	if m.Kind.IsUpward() {
		code = CodeWrongCommittee
	}
	return app.NewError(code, "name", addressee(m))
}
