package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
)

// crossCompiler makes Windows programs on another system.
const crossCompiler = "x86_64-w64-mingw32-gcc"

// buildWindows makes what users get in dist: chibo.exe and chiboctl.exe, the installer and the portable zip.
func buildWindows(w *workshop, args []string) error {
	flags := flag.NewFlagSet("windows", flag.ContinueOnError)
	var s signature
	flags.StringVar(&s.file, "cert", "", "sign with this certificate (PKCS#12)")
	flags.StringVar(&s.passFile, "cert-pass", "", "file with the certificate's password")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := w.install(forWindows); err != nil {
		return err
	}
	if err := w.step("Windows programs", w.crossBuild); err != nil {
		return err
	}
	return w.step("installer and portable zip", func() error {
		if s.file == "" {
			fmt.Println("   not signed: no certificate was given (-cert FILE.pfx -cert-pass FILE)")
		}
		return w.deliver(s)
	})
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
	window := append([]string{"-ldflags", small + " -H=windowsgui"}, smallCode()...)
	plain := append([]string{"-ldflags", small}, smallCode()...)
	return w.build(folder, "windows", env, window, plain)
}

// quickCode names the packages whose speed a user feels: the database, ciphers, packing, pictures and letters.
var quickCode = []string{"modernc.org/...", "crypto/...", "golang.org/x/crypto/...", "runtime/...", "compress/...",
	"image/...", "golang.org/x/image/..."}

// smallCode are the compiler's flags for what users get: functions are not copied into their callers, which makes the
// program a twelfth smaller, except in quickCode.
func smallCode() []string {
	flags := []string{"-trimpath", "-gcflags=all=-l"}
	for _, packages := range quickCode {
		flags = append(flags, "-gcflags="+packages+"=")
	}
	return flags
}
