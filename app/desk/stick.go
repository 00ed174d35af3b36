package desk

import "sochibo/app/handover"

// PacketEnding is what the names of all packets end with.
const PacketEnding = handover.Ending

// Drive is a removable drive.
type Drive = handover.Drive

// Drives lists the removable drives that are plugged in.
func Drives() ([]Drive, error) { return handover.Drives() }

// CodeCannotEject: the system did not let a drive go.
const CodeCannotEject = handover.CodeCannotEject

// Eject makes a removable drive safe to pull out. Error: CodeCannotEject.
func Eject(drive string) error { return handover.Eject(drive) }
