package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// crossCompiler makes Windows programs on another system.
const crossCompiler = "x86_64-w64-mingw32-gcc"

// buildWindows makes chibo.exe and chiboctl.exe in dist.
func buildWindows(w *workshop, _ []string) error {
	if err := w.install(forWindows); err != nil {
		return err
	}
	return w.step("Windows programs", w.crossBuild)
}

func (w *workshop) crossBuild() error {
	folder := w.path("dist")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := w.addResources(); err != nil {
		return err
	}
	env := []string{"GOOS=windows", "GOARCH=amd64"}
	if runtime.GOOS != "windows" {
		env = append(env, "CC="+crossCompiler)
	}
	// No symbols, and functions close together: a tenth of the file less. windowsgui: no console window beside the program;
	// only chibo has it, chiboctl is a console program.
	const small = "-s -w -funcalign=1"
	window := []string{"-trimpath", "-ldflags", small + " -H=windowsgui"}
	plain := []string{"-trimpath", "-ldflags", small}
	if err := w.build(folder, "windows", env, window, plain); err != nil {
		return err
	}
	for _, name := range []string{"chibo.exe", "chiboctl.exe"} {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		fmt.Printf("   %s  %.1f MB\n", filepath.Join("dist", name), float64(info.Size())/(1<<20))
	}
	return nil
}
