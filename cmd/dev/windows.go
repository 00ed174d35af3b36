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
	// windowsgui: no console window beside the program. Only chibo has it: chiboctl is a console program.
	window := []string{"-trimpath", "-ldflags", "-s -w -H=windowsgui"}
	plain := []string{"-trimpath", "-ldflags", "-s -w"}
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
