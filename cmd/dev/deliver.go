package main

import (
	"archive/zip"
	"crypto/sha256"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// delivery holds the installer's script and the papers that lie beside the programs.
//
//go:embed delivery
var delivery embed.FS

// What is given to users, besides the programs, in dist.
const (
	installerName = "cai-dat-so-chi-bo.exe"
	portableName  = "so-chi-bo-mang-theo.zip"
	sumsName      = "SHA256SUMS.txt"
	readMeName    = "DOC-TRUOC.txt"
	markerName    = "mang-theo.txt" // beside chibo.exe it makes the copy a portable one; see cmd/chibo
	compatible    = "tuong-thich"   // folder of the second copy, for a software opengl32.dll
)

// signature is a certificate to sign programs with; without a file nothing is signed.
type signature struct {
	file     string // PKCS#12
	passFile string // holds its password
}

// deliver signs the programs in dist if there is a certificate, and makes installer, portable zip and list of sums from them.
func (w *workshop) deliver(s signature) error {
	version, err := w.version()
	if err != nil {
		return err
	}
	programs := []string{"chibo.exe", "chiboctl.exe"}
	for _, name := range programs {
		if err := w.sign(s, name); err != nil {
			return err
		}
	}
	folder, err := os.MkdirTemp("", "chibo-delivery")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := w.layOut(folder, version, programs); err != nil {
		return err
	}
	if err := w.makeInstaller(folder, version, w.path("dist", installerName), "-WX"); err != nil {
		return err
	}
	if err := w.sign(s, installerName); err != nil {
		return err
	}
	if err := w.makePortable(folder); err != nil {
		return err
	}
	return w.writeSums(append(programs, installerName, portableName))
}

// layOut puts what is delivered into a folder as it lies on the user's disk.
func (w *workshop) layOut(folder, version string, programs []string) error {
	if err := os.MkdirAll(filepath.Join(folder, compatible), 0o755); err != nil {
		return err
	}
	for _, name := range programs {
		data, err := os.ReadFile(w.path("dist", name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			return err
		}
	}
	for source, target := range map[string]string{
		"doc-truoc.txt":   readMeName,
		"mang-theo.txt":   markerName,
		"tuong-thich.txt": filepath.Join(compatible, readMeName),
	} {
		text, err := delivery.ReadFile("delivery/" + source)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, target), windowsText(string(text), version), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// windowsText is a text as every Notepad reads it: with the mark of UTF-8 and Windows' line ends.
func windowsText(text, version string) []byte {
	text = strings.ReplaceAll(text, "{version}", version)
	return []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))
}

// makeInstaller makes the installer of what lies in a folder. options go to makensis, before those of the script.
func (w *workshop) makeInstaller(folder, version, out string, options ...string) error {
	script, err := delivery.ReadFile("delivery/installer.nsi")
	if err != nil {
		return err
	}
	icon, err := iconFile()
	if err != nil {
		return err
	}
	files := map[string][]byte{"installer.nsi": script, "app.ico": icon}
	work, err := os.MkdirTemp("", "chibo-installer")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(work, name), data, 0o644); err != nil {
			return err
		}
	}
	size, err := installedSize(folder)
	if err != nil {
		return err
	}
	args := append([]string{"-V2", "-INPUTCHARSET", "UTF8", "-DSOURCE=" + folder, "-DOUT=" + out, "-DVERSION=" + version,
		"-DICON=" + filepath.Join(work, "app.ico"), fmt.Sprintf("-DKB=%d", size>>10)}, options...)
	_, err = w.output(nil, "makensis", append(args, filepath.Join(work, "installer.nsi"))...)
	return err
}

// installedSize is what lies on the disk after the installation, in bytes: chibo.exe lies there twice.
func installedSize(folder string) (int64, error) {
	total := int64(0)
	for _, name := range []string{"chibo.exe", "chibo.exe", "chiboctl.exe"} {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil {
			return 0, err
		}
		total += info.Size()
	}
	return total, nil
}

// makePortable packs a zip that runs where it is unpacked, with the book beside the program. It holds no time of its making.
func (w *workshop) makePortable(folder string) error {
	file, err := os.Create(w.path("dist", portableName))
	if err != nil {
		return err
	}
	defer file.Close()
	pack := zip.NewWriter(file)
	for _, f := range []struct{ source, target string }{
		{readMeName, readMeName}, {"chibo.exe", "chibo.exe"}, {"chiboctl.exe", "chiboctl.exe"}, {markerName, markerName},
		{"chibo.exe", compatible + "/chibo.exe"}, {compatible + "/" + readMeName, compatible + "/" + readMeName},
	} {
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(f.source)))
		if err != nil {
			return err
		}
		part, err := pack.CreateHeader(&zip.FileHeader{Name: "SoChiBo/" + f.target, Method: zip.Deflate, Modified: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := part.Write(data); err != nil {
			return err
		}
	}
	if err := pack.Close(); err != nil {
		return err
	}
	return file.Close()
}

// writeSums lists sizes on the screen and SHA-256 sums in a file, by which a receiver knows that nothing was changed on the way.
func (w *workshop) writeSums(names []string) error {
	var sums strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(w.path("dist", name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name)
		fmt.Printf("   %-28s %5.1f MB%s\n", filepath.Join("dist", name), float64(len(data))/(1<<20), overSize(name, len(data)))
	}
	return os.WriteFile(w.path("dist", sumsName), []byte(sums.String()), 0o644)
}

// sizeAims are the sizes, in MB, that a stick and a slow laptop should have to carry at most.
var sizeAims = map[string]int{"chibo.exe": 32, installerName: 13}

func overSize(name string, size int) string {
	if aim := sizeAims[name]; aim > 0 && size > aim<<20 {
		return fmt.Sprintf("  more than the %d MB aimed at", aim)
	}
	return ""
}

// sign signs a program of dist in place; it is checked afterwards.
func (w *workshop) sign(s signature, name string) error {
	if s.file == "" {
		return nil
	}
	path := w.path("dist", name)
	signed := path + ".signed"
	if _, err := w.output(nil, "osslsigncode", "sign", "-pkcs12", s.file, "-readpass", s.passFile, "-h", "sha256", "-n", "Sổ Chi bộ",
		"-in", path, "-out", signed); err != nil {
		return err
	}
	return os.Rename(signed, path)
}
