package desk

import (
	"archive/zip"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAFileForSupportNamesNobody(t *testing.T) {
	logs := t.TempDir()
	log := `level=ERROR msg="shown to the user" error="x" where="C:\Users\hoa.dang\sổ của Đặng Thị Hòa" id=000123456789`
	for name, text := range map[string]string{"sochibo.log": log, "su-co-1.txt": "goroutine 1 [running]:\nsochibo/app/ui.(*Frame).Open\n", "other.db": "rows"} {
		if err := os.WriteFile(filepath.Join(logs, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("USERNAME", "hoa.dang")
	path := filepath.Join(t.TempDir(), "ho-tro.zip")
	if err := WriteSupport(context.Background(), nil, path, SupportSource{Folder: logs, Facts: []string{"screen 1366x768"}}); err != nil {
		t.Fatal(err)
	}
	texts := unzipped(t, path)
	if len(texts) != 3 || !strings.Contains(texts["thong-tin.txt"], "version "+Version) || !strings.Contains(texts["thong-tin.txt"], "1366x768") {
		t.Fatalf("%q", texts)
	}
	for _, secret := range []string{"hoa.dang", "Đặng", "Hòa", "sổ", "000123456789"} {
		if strings.Contains(texts["sochibo.log"], secret) {
			t.Errorf("%q is in the log: %s", secret, texts["sochibo.log"])
		}
	}
	if !strings.Contains(texts["sochibo.log"], "shown to the user") || !strings.Contains(texts["su-co-1.txt"], "ui.(*Frame).Open") {
		t.Errorf("what helps is gone: %q", texts)
	}
}

func unzipped(t *testing.T, path string) map[string]string {
	t.Helper()
	pack, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer pack.Close()
	texts := map[string]string{}
	for _, f := range pack.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		texts[f.Name] = string(data)
	}
	return texts
}
