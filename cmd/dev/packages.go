package main

// group is what a task needs from the system.
type group int

const (
	forBuilding group = iota // a C compiler and the headers of the window library
	forTesting               // a virtual display, and the stock tools that the tests compare with
	forWindows               // the cross compiler, the maker of installers, Wine
	forOffice                // LibreOffice, by which Word files are compared with the pages; only test -all needs so much
	forStick                 // a FAT file system in a file; test -all does without where it cannot be had
)

// debianPackages are the packages of Debian and Ubuntu.
var debianPackages = map[group][]string{
	forBuilding: {"gcc", "libc6-dev", "pkg-config", "libgl1-mesa-dev", "xorg-dev", "libwayland-dev", "libxkbcommon-dev"},
	forTesting: {"xvfb", "xdotool", "imagemagick", "poppler-utils", "qpdf", "age", "sqlite3", "libarchive-tools",
		"libgl1-mesa-dri"},
	forWindows: {"gcc-mingw-w64-x86-64", "nsis", "osslsigncode", "wine", "wine64"},
	forOffice:  {"libreoffice-writer-nogui"},
	forStick:   {"dosfstools", "fusefat"},
}

// fedoraPackages are the same for Fedora.
var fedoraPackages = map[group][]string{
	forBuilding: {"gcc", "pkgconf-pkg-config", "mesa-libGL-devel", "libX11-devel", "libXcursor-devel", "libXrandr-devel",
		"libXinerama-devel", "libXi-devel", "libXxf86vm-devel", "wayland-devel", "libxkbcommon-devel"},
	forTesting: {"xorg-x11-server-Xvfb", "xdotool", "ImageMagick", "poppler-utils", "qpdf", "age", "sqlite", "bsdtar",
		"mesa-dri-drivers"},
	forWindows: {"mingw64-gcc", "mingw-nsis", "osslsigncode", "wine-core"},
	forOffice:  {"libreoffice-writer"},
}

// tools are the programs by which a system without a package list shows what it has.
var tools = map[group][]string{
	forBuilding: {"gcc"},
	forTesting:  {"age", "sqlite3", "qpdf", "pdftotext"},
	forWindows:  {"x86_64-w64-mingw32-gcc"},
	forOffice:   {"soffice"},
}

// advice says by hand how to get a group on a system whose packages this program does not install.
var advice = map[string]map[group]string{
	"windows": {
		forBuilding: "a gcc for 64-bit Windows: MSYS2 (https://www.msys2.org, then \"pacman -S mingw-w64-ucrt-x86_64-gcc\" and C:\\msys64\\ucrt64\\bin in PATH) or WinLibs (https://winlibs.com, unpack, its bin folder in PATH)",
		forTesting:  "age, sqlite3, qpdf and poppler in PATH (\"winget install FiloSottile.age SQLite.SQLite QPDF.QPDF oschwartz10612.Poppler\")",
		forWindows:  "nothing more than the gcc above",
		forOffice:   "LibreOffice, its program folder in PATH (\"winget install TheDocumentFoundation.LibreOffice\")",
	},
	"darwin": {
		forBuilding: "the command line tools: \"xcode-select --install\"",
		forTesting:  "\"brew install age sqlite qpdf poppler\"",
		forWindows:  "\"brew install mingw-w64\"",
		forOffice:   "\"brew install --cask libreoffice\"",
	},
}
