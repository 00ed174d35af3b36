package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// iconSides are the sizes that Windows shows a program's icon in, in pixels.
var iconSides = []int{16, 24, 32, 48, 64, 256}

// manifest tells Windows 10 and 11: paths longer than 260 letters, UTF-8 in system calls, sharp drawing on every monitor,
// no request for administrator's rights.
const manifest = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0" xmlns:asmv3="urn:schemas-microsoft-com:asm.v3">
  <assemblyIdentity version="%s" processorArchitecture="amd64" name="vn.sochibo.%s" type="win32"/>
  <dependency>
    <dependentAssembly>
      <assemblyIdentity type="win32" name="Microsoft.Windows.Common-Controls" version="6.0.0.0" processorArchitecture="*" publicKeyToken="6595b64144ccf1df" language="*"/>
    </dependentAssembly>
  </dependency>
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security><requestedPrivileges><requestedExecutionLevel level="asInvoker" uiAccess="false"/></requestedPrivileges></security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application><supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/></application>
  </compatibility>
  <asmv3:application>
    <asmv3:windowsSettings>
      <dpiAware xmlns="http://schemas.microsoft.com/SMI/2005/WindowsSettings">true/pm</dpiAware>
      <dpiAwareness xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">PerMonitorV2, PerMonitor</dpiAwareness>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
      <activeCodePage xmlns="http://schemas.microsoft.com/SMI/2019/WindowsSettings">UTF-8</activeCodePage>
    </asmv3:windowsSettings>
  </asmv3:application>
</assembly>
`

// script lists the resources for windres. The window library takes the window's icon from the name GLFW_ICON;
// the Explorer shows the first icon. 042A is Vietnamese, 04B0 is Unicode.
const script = `#pragma code_page(65001)
GLFW_ICON ICON "app.ico"
1 24 "app.manifest"
1 VERSIONINFO
FILEVERSION %[1]s
PRODUCTVERSION %[1]s
FILETYPE 1
{
  BLOCK "StringFileInfo" {
    BLOCK "042A04B0" {
      VALUE "CompanyName", "The Sổ Chi bộ authors"
      VALUE "FileDescription", "%[3]s"
      VALUE "FileVersion", "%[2]s"
      VALUE "InternalName", "%[4]s"
      VALUE "LegalCopyright", "Apache-2.0"
      VALUE "OriginalFilename", "%[4]s.exe"
      VALUE "ProductName", "Sổ Chi bộ"
      VALUE "ProductVersion", "%[2]s"
    }
  }
  BLOCK "VarFileInfo" { VALUE "Translation", 0x042A, 0x04B0 }
}
`

// addResources writes icon, manifest and version for both Windows programs where go build finds them:
// cmd/<name>/rsrc_windows_amd64.syso.
func (w *workshop) addResources() error {
	version, err := w.version()
	if err != nil {
		return err
	}
	for _, program := range []struct{ name, about string }{
		{"chibo", "Sổ Chi bộ"},
		{"chiboctl", "Sổ Chi bộ, dòng lệnh"},
	} {
		if err := w.addResource(program.name, program.about, version); err != nil {
			return err
		}
	}
	return nil
}

func (w *workshop) addResource(name, about, version string) error {
	folder, err := os.MkdirTemp("", "chibo-resource")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	icon, err := iconFile()
	if err != nil {
		return err
	}
	numbers := strings.ReplaceAll(version, ".", ",") + ",0"
	for file, data := range map[string]string{
		"app.ico":      string(icon),
		"app.manifest": fmt.Sprintf(manifest, version+".0", name),
		"app.rc":       fmt.Sprintf(script, numbers, version, about, name),
	} {
		if err := os.WriteFile(filepath.Join(folder, file), []byte(data), 0o644); err != nil {
			return err
		}
	}
	compiler := "x86_64-w64-mingw32-windres"
	if runtime.GOOS == "windows" {
		compiler = "windres"
	}
	cmd := w.command(nil, compiler, "--input", "app.rc", "--output-format", "coff", "--output", w.path("cmd", name, "rsrc_windows_amd64.syso"))
	cmd.Dir = folder
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", compiler, err)
	}
	return nil
}

// version reads the program's version from FyneApp.toml, where the packaging tool of the window library looks for it too.
func (w *workshop) version() (string, error) {
	data, err := os.ReadFile(w.path("FyneApp.toml"))
	if err != nil {
		return "", err
	}
	for _, line := range strings.Split(string(data), "\n") {
		if name, value, ok := strings.Cut(line, "="); ok && strings.TrimSpace(name) == "Version" {
			return strings.Trim(strings.TrimSpace(value), `"`), nil
		}
	}
	return "", fmt.Errorf("FyneApp.toml has no version")
}

// iconFile makes a Windows icon that holds the program's sign as PNG in every size.
func iconFile() ([]byte, error) {
	var head, pictures bytes.Buffer
	if err := binary.Write(&head, binary.LittleEndian, []uint16{0, 1, uint16(len(iconSides))}); err != nil {
		return nil, err
	}
	offset := uint32(6 + 16*len(iconSides))
	for _, side := range iconSides {
		before := pictures.Len()
		if err := png.Encode(&pictures, signPicture(side)); err != nil {
			return nil, err
		}
		entry := struct {
			Width, Height, Colours, Zero uint8 // 256 is written as 0
			Planes, Bits                 uint16
			Size, Offset                 uint32
		}{uint8(side), uint8(side), 0, 0, 1, 32, uint32(pictures.Len() - before), offset + uint32(before)}
		if err := binary.Write(&head, binary.LittleEndian, entry); err != nil {
			return nil, err
		}
	}
	return append(head.Bytes(), pictures.Bytes()...), nil
}
