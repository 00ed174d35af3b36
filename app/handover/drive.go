package handover

// Drive is a removable drive that is plugged in and can be read.
type Drive struct {
	Path       string // "E:\" or the folder where it is mounted
	Label      string // as the owner named it, may be ""
	FileSystem string // "FAT32", "vfat", "exFAT", "NTFS" …, as the system calls it
	Total      int64  // bytes
	Free       int64  // bytes that the user may still write
	ReadOnly   bool   // write protection is on
}

// Place says on what kind of drive a folder lies.
type Place struct {
	Removable bool // a stick or card
	Network   bool // another computer's disk
}
