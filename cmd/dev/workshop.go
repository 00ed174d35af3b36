package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Build tags. migrated_fynedo: callbacks of the window library run on one goroutine and the code keeps to it.
// no_emoji: without the library's own emoji font, 4 MB that nobody needs here.
// ci: the window library draws in memory, without OpenGL, C compiler or the system's fonts.
const (
	windowTags = "migrated_fynedo,no_emoji"
	memoryTags = "migrated_fynedo,no_emoji,ci"
)

// modulePath is the import path of the repository's root.
const modulePath = "sochibo"

// workshop is the repository that a task works on.
type workshop struct {
	root string
}

// openWorkshop finds the repository: the folder of go.mod, from the present folder upwards.
func openWorkshop() (*workshop, error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return nil, fmt.Errorf("asking go for the module: %w", err)
	}
	file := strings.TrimSpace(string(out))
	if filepath.Base(file) != "go.mod" {
		return nil, fmt.Errorf("run this inside the repository: no go.mod found")
	}
	return &workshop{root: filepath.Dir(file)}, nil
}

func (w *workshop) path(parts ...string) string {
	return filepath.Join(append([]string{w.root}, parts...)...)
}

// step runs one part of a task, says its name and how long it took, and names the step in the error.
func (w *workshop) step(name string, run func() error) error {
	fmt.Printf("── %s\n", name)
	began := time.Now()
	if err := run(); err != nil {
		return fmt.Errorf("step %q: %w", name, err)
	}
	fmt.Printf("   done in %s\n", time.Since(began).Round(100*time.Millisecond))
	return nil
}

// command prepares a program that runs in the repository and shows what it prints. env are NAME=value pairs on top of the present ones.
func (w *workshop) command(env []string, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = w.root
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd
}

// show runs a program and shows what it prints.
func (w *workshop) show(env []string, name string, args ...string) error {
	if err := w.command(env, name, args...).Run(); err != nil {
		return fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return nil
}

// output runs a program and returns what it prints on standard output; an error carries the other output.
func (w *workshop) output(env []string, name string, args ...string) (string, error) {
	cmd := w.command(env, name, args...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, errOut.String())
	}
	return out.String(), nil
}

var (
	withoutC = []string{"CGO_ENABLED=0"}
	withC    = []string{"CGO_ENABLED=1"}
)

// programName adds the ending that programs have on a system; "" is this one.
func programName(goos, name string) string {
	if goos == "" {
		goos = runtime.GOOS
	}
	if goos == "windows" {
		return name + ".exe"
	}
	return name
}

// withoutVersionControl: the programs do not carry the commit, so that a copy without git builds, and builds the same.
const withoutVersionControl = "-buildvcs=false"

// build makes both programs in a folder: chibo with its window, chiboctl without C. windowFlags are for chibo, plainFlags for chiboctl.
func (w *workshop) build(folder, goos string, env, windowFlags, plainFlags []string) error {
	if err := w.buildOne(folder, goos, "chibo", append(env, withC...), windowFlags); err != nil {
		return err
	}
	return w.buildOne(folder, goos, "chiboctl", append(env, withoutC...), plainFlags)
}

func (w *workshop) buildOne(folder, goos, name string, env, flags []string) error {
	args := []string{"build", withoutVersionControl, "-tags", windowTags, "-o", filepath.Join(folder, programName(goos, name))}
	return w.show(env, "go", append(append(args, flags...), "./cmd/"+name)...)
}

// buildHere makes both programs for this system in out/bin.
func (w *workshop) buildHere() error { return w.build(w.path("out", "bin"), "", nil, nil, nil) }
