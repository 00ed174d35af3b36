package main

// perOp is the unit of a benchmark's time.
const perOp = "ns/op"

// What is measured at the real window.
var (
	startToUnlock     = figure{"window/start", perOp}
	unlockToDashboard = figure{"window/dashboard", perOp}
	peakMemory        = figure{"window/memory", "B"}
	ownMemory         = figure{"window/memory-own", "B"}
	idleShare         = figure{"window/idle", "%"}
)

// aims are the figures that the program should reach, in the order of the table.
var aims = []aim{
	{about: "save one mark, 24 members × 5 years (floor: serialize, seal, fsync the same bytes)",
		measured: figure{"store/OneMark", "save-ms"}, floor: figure{"store/OneMark", "floor-ms"}, limit: 1.5, relative: true},
	{about: "search per keystroke in 10,000 members", measured: figure{"cmd/dev/SearchMembers", perOp}, limit: 16e6},
	{about: "sheet of 100 criteria and all sources over 5 years, computed anew", measured: figure{"app/Recompute100CriteriaOver5Years", perOp}, limit: 16e6},
	{about: "dashboard: figures of the first screen over 5 years", measured: figure{"app/desk/Overview", perOp}, limit: 100e6},
	{about: "minutes to PDF (floor: the PDF library alone)",
		measured: figure{"app/report/MinutesPDF", perOp}, floor: figure{"app/report/FloorPDF", perOp}, limit: 100e6},
	{about: "minutes to PDF (floor: LibreOffice from our Word file, the way without us: 20 times faster)",
		measured: figure{"app/report/MinutesPDF", perOp}, floor: figure{"app/report/OfficePDF", perOp}, limit: 0.05, relative: true},
	{about: "year book of 60 pages to PDF", measured: figure{"app/report/YearBookPDF", perOp}, limit: 1e9},
	{about: "a page of the preview", measured: figure{"app/report/PagePicture", perOp}, limit: 50e6},
	{about: "open a packet (floor: decrypt and unzip)",
		measured: figure{"app/handover/Open", perOp}, floor: figure{"app/handover/DecryptAndUnzip", perOp}},
	{about: "receive a month of 100 cells (floor: decrypt and unzip on one core)",
		measured: figure{"app/desk/Scale/100", "receive-ms"}, floor: figure{"app/desk/Scale/100", "floor-one-ms"}, limit: 2, relative: true},
	{about: "matrix of 100 cells over a year (1,000: bench -scale)", measured: figure{"app/desk/Scale/100", "matrix-ms"}, limit: 20e6},
	{about: "unlock: a passphrase at the work factor of books (floor: scrypt alone)",
		measured: figure{"store/Unlock", "unlock-ms"}, floor: figure{"store/Unlock", "floor-ms"}, limit: 1e9},
	{about: "start to the unlock screen", measured: startToUnlock, limit: 0.5e9},
	{about: "passphrase to dashboard", measured: unlockToDashboard, limit: 1e9},
	{about: "peak memory of the window with the demo book", measured: peakMemory, limit: 250 << 20},
	{about: "the same without the libraries that draw by software here", measured: ownMemory, limit: 250 << 20},
	{about: "share of a core while idle", measured: idleShare, limit: 3},
}
