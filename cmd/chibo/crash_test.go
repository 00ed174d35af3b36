package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// crashHere makes this test program end at a fault, as another process.
const crashHere = "CHIBO_TEST_CRASH"

func TestMain(m *testing.M) {
	if folder := os.Getenv(crashHere); folder != "" {
		if _, err := watchCrashes(folder, time.Now()); err != nil {
			panic(err)
		}
		findMember("Đặng Thị Hòa")
	}
	os.Exit(m.Run())
}

//go:noinline
func findMember(name string) { panic("no member " + name) }

func TestACrashIsReportedWithoutNames(t *testing.T) {
	folder := t.TempDir()
	program := exec.Command(os.Args[0])
	program.Env = append(os.Environ(), crashHere+"="+folder)
	if err := program.Run(); err == nil {
		t.Fatal("the program did not crash")
	}
	now := time.Date(2026, 11, 24, 8, 30, 0, 0, time.UTC)
	crashed, err := watchCrashes(folder, now)
	if err != nil || !crashed {
		t.Fatalf("crashed %t, %v", crashed, err)
	}
	text, err := os.ReadFile(filepath.Join(folder, "su-co-2026-11-24-083000.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "Hòa") || strings.Contains(string(text), "no member") {
		t.Errorf("the report names somebody:\n%s", text)
	}
	for _, helps := range []string{"panic: (text left out)", "findMember", "crash_test.go:"} {
		if !strings.Contains(string(text), helps) {
			t.Errorf("%q is not in the report:\n%s", helps, text)
		}
	}
	if crashed, err := watchCrashes(folder, now); err != nil || crashed {
		t.Errorf("a crash is told twice: %t, %v", crashed, err)
	}
}

func TestWhatMayBeKeptOfACrash(t *testing.T) {
	report := crashReport("panic: runtime error: index out of range [5] with length 3\n\ngoroutine 1 [running]:\n" +
		"sochibo/app/ui.(*Frame).Open(0xc000, {0x1234, 0x5})\n\tsochibo/app/ui/frame.go:120 +0x1b\n" +
		"Nguyễn Văn An\nsay hello to An\ncreated by main.run in goroutine 7\n")
	for _, kept := range []string{"index out of range [5]", "ui.(*Frame).Open(…)", "frame.go:120", "created by main.run"} {
		if !strings.Contains(report, kept) {
			t.Errorf("%q is gone:\n%s", kept, report)
		}
	}
	for _, gone := range []string{"Nguyễn", "hello", "0xc000"} {
		if strings.Contains(report, gone) {
			t.Errorf("%q was kept:\n%s", gone, report)
		}
	}
}
