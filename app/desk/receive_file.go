package desk

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/app/handover"
)

// CodeNoPackets: no packet in the folder; Values: path.
const CodeNoPackets app.Code = "no_packets"

// packetFiles lists the packets among files and in folders (not below them), by name.
func packetFiles(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		entries, err := os.ReadDir(path)
		if err != nil {
			return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
		}
		for _, entry := range entries {
			if entry.Type().IsRegular() && strings.EqualFold(filepath.Ext(entry.Name()), handover.Ending) {
				files = append(files, filepath.Join(path, entry.Name()))
			}
		}
	}
	if len(files) == 0 {
		return nil, app.NewError(CodeNoPackets, "path", strings.Join(paths, ", "))
	}
	sort.SliceStable(files, func(i, j int) bool { return sealedBefore(files[i], files[j]) })
	return files, nil
}

var packetName = regexp.MustCompile(`^(.+)-\d{4}-\d{2}-(\d{1,9})(?:-\d+)?$`)

// sealedBefore orders files by sender and packet number, as their names have them: a month that was handed over again has a larger
// number than the month after it. Other files follow in the order of their names.
func sealedBefore(a, b string) bool {
	senderA, numberA, fitsA := nameParts(a)
	senderB, numberB, fitsB := nameParts(b)
	switch {
	case fitsA != fitsB:
		return fitsA
	case !fitsA || senderA == senderB && numberA == numberB:
		return a < b
	case senderA != senderB:
		return senderA < senderB
	}
	return numberA < numberB
}

func nameParts(path string) (sender string, number int, fits bool) {
	name := filepath.Base(path)
	parts := packetName.FindStringSubmatch(strings.TrimSuffix(name, filepath.Ext(name)))
	if parts == nil {
		return "", 0, false
	}
	number, err := strconv.Atoi(parts[2])
	return parts[1], number, err == nil
}

// openedFile is a file that was read as a packet, or why it is none. Its documents were read and checked, and are not kept in memory.
type openedFile struct {
	path      string
	packet    *handover.Packet
	documents int
	checks    []handover.Check
	err       error
}

// openAhead opens files one after the other, one ahead of whoever takes them, until ctx ends.
func openAhead(ctx context.Context, files []string, keys *handover.Keys) <-chan openedFile {
	opened := make(chan openedFile, 1)
	go func() {
		defer close(opened)
		for _, path := range files {
			if ctx.Err() != nil {
				return
			}
			select {
			case opened <- openFile(path, keys):
			case <-ctx.Done():
				return
			}
		}
	}()
	return opened
}

func openFile(path string, keys *handover.Keys) openedFile {
	o := openedFile{path: path}
	file, err := openPacketFile(path)
	if err != nil {
		o.err = err
		return o
	}
	defer file.Close()
	o.packet, o.checks, o.err = handover.OpenStream(file, func(string) bool { return false }, keys)
	if o.err == nil {
		o.documents = countDocuments(o.packet)
	}
	return o
}

// openPacketFile opens a file that may be a packet: a regular one that is not too large to be one.
func openPacketFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > handover.MaxPacketSize {
		return nil, app.NewError(app.CodeTooLarge, "path", path, "limit", int64(handover.MaxPacketSize))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	return file, nil
}

func readPacketFile(path string) ([]byte, error) {
	file, err := openPacketFile(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, handover.MaxPacketSize+1))
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	return data, nil
}
