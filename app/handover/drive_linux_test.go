package handover

import (
	"os"
	"reflect"
	"testing"
)

func TestDrivesAreReadFromTheKernelsList(t *testing.T) {
	const mounts = `/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/an/KINGSTON vfat rw,nosuid,nodev,uid=1000 0 0
/dev/sdc1 /run/media/an/B\303\240n\040giao\0401 exfat ro,nosuid 0 0
/dev/sdd1 /media/an/pulled ntfs3 rw 0 0
/dev/sde1 /mediathek ext4 rw 0 0
/dev/sdf1 /mnt/stick vfat rw 0 0
odd line
`
	space := func(path string) (total, free int64, err error) {
		if path == "/media/an/pulled" {
			return 0, 0, os.ErrNotExist
		}
		return 16_000, 14_200, nil
	}
	want := []Drive{
		{Path: "/media/an/KINGSTON", Label: "KINGSTON", FileSystem: "vfat", Total: 16_000, Free: 14_200},
		{Path: "/run/media/an/Bàn giao 1", Label: "Bàn giao 1", FileSystem: "exfat", Total: 16_000, Free: 14_200, ReadOnly: true},
	}
	if got := drivesIn(mounts, space); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if _, err := Drives(); err != nil {
		t.Error(err)
	}
}

func TestThePlaceOfAFolderIsThatOfTheInnermostMount(t *testing.T) {
	const mounts = `/dev/sda2 / ext4 rw 0 0
/dev/sdb1 /media/an/KINGSTON vfat rw 0 0
//server/chung /mnt/chung cifs rw 0 0
`
	for dir, want := range map[string]Place{
		"/home/an/so": {}, "/media/an/KINGSTON/so": {Removable: true}, "/mnt/chung/so/chua co": {Network: true}, "/mnt/chung2": {},
	} {
		if got := placeIn(mounts, dir); got != want {
			t.Errorf("%s: %+v", dir, got)
		}
	}
}
