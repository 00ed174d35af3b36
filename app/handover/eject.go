package handover

import "sochibo/app"

// CodeCannotEject: the system did not let a drive go, because something on it is open or because it has no way to;
// nothing was lost; Values: drive.
const CodeCannotEject app.Code = "cannot_eject"

// Eject makes a removable drive safe to pull out: what waits is written, nothing can open it any more. Error: CodeCannotEject.
func Eject(drive string) error {
	if err := eject(drive); err != nil {
		return app.WrapError(err, CodeCannotEject, "drive", drive)
	}
	return nil
}
