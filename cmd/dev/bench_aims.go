package main

// aims are the figures that the program should reach, in the order of the table.
var aims = []aim{
	{about: "save one mark, 24 members × 5 years (floor: serialize, seal, fsync the same bytes)", bench: "BenchmarkSaveMark", floor: "BenchmarkSaveMarkFloor", limit: 1.5, relative: true},
	{about: "search per keystroke, 10,000 members", bench: "BenchmarkSearchMembers", limit: 16e6},
	{about: "minutes to PDF", bench: "BenchmarkMinutesPDF", limit: 100e6},
	{about: "start to the unlock screen", bench: startToUnlock, limit: 0.5e9},
	{about: "passphrase to dashboard", bench: unlockToDashboard, limit: 1e9},
	{about: "peak memory of the window", bench: peakMemory, limit: 250 << 20},
	{about: "share of a core when idle", bench: idleShare, limit: 3},
}

// Names of what is measured at the real window.
const (
	startToUnlock     = "window start"
	unlockToDashboard = "window dashboard"
	peakMemory        = "window memory"
	idleShare         = "window idle share"
)
