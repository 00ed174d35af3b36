package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// install sees to it that the system has what the groups need. On Debian and Ubuntu it installs the missing packages;
// elsewhere, or without the right to install, it names them and how to get them.
func (w *workshop) install(groups ...group) error {
	return w.step("system packages", func() error {
		switch {
		case runtime.GOOS == "linux" && found("dpkg-query") && found("apt-get"):
			return w.installDebian(groups)
		case runtime.GOOS == "linux" && found("rpm"):
			return w.checkFedora(groups)
		}
		return checkTools(runtime.GOOS, groups)
	})
}

func found(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}

func (w *workshop) installDebian(groups []group) error {
	missing := w.missingDebian(groups)
	if len(missing) == 0 {
		return nil
	}
	fmt.Println("   missing:", strings.Join(missing, " "))
	root := []string{}
	if os.Geteuid() != 0 {
		if !found("sudo") {
			return fmt.Errorf("ask an administrator for: apt-get install %s", strings.Join(missing, " "))
		}
		root = []string{"sudo"}
	}
	get := append(root, "apt-get", "-qq", "-y", "--no-install-recommends", "install")
	get = append(get, missing...)
	env := []string{"DEBIAN_FRONTEND=noninteractive"}
	if _, err := w.output(env, get[0], get[1:]...); err == nil {
		return nil
	}
	// The list of packages may be absent or old: renew it once.
	update := append(root, "apt-get", "-qq", "update")
	if err := w.show(env, update[0], update[1:]...); err != nil {
		return fmt.Errorf("the package list cannot be renewed; needed are %s: %w", strings.Join(missing, " "), err)
	}
	if err := w.show(env, get[0], get[1:]...); err != nil {
		return fmt.Errorf("install these by hand: %s: %w", strings.Join(missing, " "), err)
	}
	return nil
}

func (w *workshop) missingDebian(groups []group) []string {
	var missing []string
	for _, g := range groups {
		for _, name := range debianPackages[g] {
			state, err := w.output(nil, "dpkg-query", "-W", "-f", "${Status}", name)
			if err != nil || !strings.Contains(state, "install ok installed") {
				missing = append(missing, name)
			}
		}
	}
	return missing
}

func (w *workshop) checkFedora(groups []group) error {
	var missing []string
	for _, g := range groups {
		for _, name := range fedoraPackages[g] {
			if _, err := w.output(nil, "rpm", "-q", "--whatprovides", name); err != nil {
				missing = append(missing, name)
			}
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("install what is missing, then run this again: sudo dnf install %s", strings.Join(missing, " "))
	}
	return nil
}

// checkTools looks for the programs of each group and says how to get those that are not in PATH.
func checkTools(goos string, groups []group) error {
	var lines []string
	for _, g := range groups {
		if goos == "windows" && g == forWindows {
			g = forBuilding // the compiler of the system itself
		}
		for _, tool := range tools[g] {
			if !found(tool) {
				lines = append(lines, fmt.Sprintf("%s is missing; needed: %s", tool, adviceFor(goos, g)))
				break
			}
		}
	}
	if len(lines) > 0 {
		return fmt.Errorf("install what is missing, then run this again:\n  %s", strings.Join(lines, "\n  "))
	}
	return nil
}

func adviceFor(goos string, g group) string {
	if text := advice[goos][g]; text != "" {
		return text
	}
	return "the counterparts of these Debian packages: " + strings.Join(debianPackages[g], " ")
}
