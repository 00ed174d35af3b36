package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

func TestFrameworkFileIsTakenAsItWasWritten(t *testing.T) {
	ctx := context.Background()
	committee, cell, _, _ := linked(t, newClock())
	path := filepath.Join(t.TempDir(), "khung.json")
	check(t, committee.SaveFramework(ctx, "MEETING-42HD", 0, path))
	body, err := desk.ReadFramework(path)
	check(t, err)
	framework, err := cell.ImportFramework(ctx, body)
	check(t, err)
	if framework.Code != "MEETING-42HD" {
		t.Errorf("took %s", framework.Code)
	}
	wantCode(t, committee.SaveFramework(ctx, "NO-SUCH", 0, path), app.CodeNotFound)
	check(t, os.Truncate(path, app.MaxFrameworkBytes+1))
	_, err = desk.ReadFramework(path)
	wantCode(t, err, app.CodeTooLarge)
	_, err = desk.ReadFramework(path + ".missing")
	wantCode(t, err, app.CodeFileUnread)
}
