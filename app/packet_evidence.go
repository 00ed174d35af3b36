package app

// PacketEvidence is one attached file as a packet tells of it: a part of the packet, or what the packet had no room for.
type PacketEvidence struct {
	Part    string          `json:"part,omitempty"` // name inside the packet, "evidence/01-dang-ky.pdf"; "" if it was left out
	Owner   AttachmentOwner `json:"owner"`
	Of      string          `json:"of"`   // what it proves, in words: number and name of a criterion
	Name    string          `json:"name"` // as the sender knows the file
	Size    int64           `json:"size"` // bytes, as it was attached
	Reduced bool            `json:"reduced,omitempty"`
	Note    string          `json:"note,omitempty"`
}

// IsLeftOut reports whether the packet names the file and does not hold it.
func (e PacketEvidence) IsLeftOut() bool { return e.Part == "" }

// Validate returns CodeRequired without a name and CodeInvalid for a size or an owner that cannot be.
func (e PacketEvidence) Validate() error {
	switch {
	case Clean(e.Name) == "":
		return NewError(CodeRequired, "field", "fileName")
	case e.Size < 0:
		return NewError(CodeInvalid, "field", "size", "value", e.Size)
	case e.Owner.Kind != OwnerCriterion && e.Owner.Kind != OwnerMeeting:
		return NewError(CodeInvalid, "field", "attachmentOwner", "value", string(e.Owner.Kind))
	}
	return nil
}
