package handover

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// eject unmounts a drive and cuts its power, by the desktop's own service.
func eject(drive string) error {
	mounts, err := os.ReadFile(mountsFile)
	if err != nil {
		return err
	}
	device := deviceAt(string(mounts), drive)
	if device == "" {
		return fmt.Errorf("%s is no drive", drive)
	}
	for _, step := range []string{"unmount", "power-off"} {
		if out, err := exec.Command("udisksctl", step, "--no-user-interaction", "-b", device).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w: %s", step, err, out)
		}
	}
	return nil
}

// deviceAt returns the device that is mounted at a folder, or "".
func deviceAt(mounts, folder string) string {
	for _, line := range strings.Split(mounts, "\n") {
		if fields := strings.Fields(line); len(fields) > 2 && unescapeMount(fields[1]) == folder {
			return fields[0]
		}
	}
	return ""
}
