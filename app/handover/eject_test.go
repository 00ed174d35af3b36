package handover

import (
	"testing"

	"sochibo/app"
)

func TestWhatIsNoDriveIsNotEjected(t *testing.T) {
	dir := t.TempDir()
	if err := Eject(dir); app.CodeOf(err) != CodeCannotEject {
		t.Errorf("got %v", err)
	}
}
