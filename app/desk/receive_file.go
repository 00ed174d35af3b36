package desk

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strconv"
	"strings"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

// CodeNoPackets: no packet in the folder; Values: path.
const CodeNoPackets app.Code = "no_packets"

// packetFiles lists the packets among files and in folders (not below them), by name.
func packetFiles(ctx context.Context, paths []string) ([]string, error) {
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
		found, err := handover.Find(ctx, path)
		if err != nil {
			return nil, err
		}
		for _, file := range found {
			files = append(files, file.Path)
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
	report    *readReport // of what a cell or a committee below hands in to this committee
}

// readReport is what can be done about a report before the book is asked.
type readReport struct {
	isRead  bool
	content app.Snapshot
	err     error          // why the content is not taken
	kept    *store.FileRef // the file, put ahead into the archive; nil: not yet
}

// read reads a report's content once.
func (r *readReport) read(packet *handover.Packet) {
	if !r.isRead {
		r.isRead, r.err = true, readSnapshot(packet, &r.content)
	}
}

// openAhead opens files side by side, more than there are cores because each waits for the disk once, and gives them in their order, until ctx
// ends. Whoever takes them reads all slots.
func openAhead(ctx context.Context, files []string, open func(path string) openedFile) <-chan chan openedFile {
	slots := make(chan chan openedFile, min(4*runtime.GOMAXPROCS(0), maxOpenAhead))
	go func() {
		defer close(slots)
		for _, path := range files {
			slot := make(chan openedFile, 1)
			select {
			case slots <- slot:
				go func() { slot <- open(path) }()
			case <-ctx.Done():
				return
			}
		}
	}()
	return slots
}

// maxOpenAhead bounds how many packets are in memory at a time; their documents are not. The content of one that has more than usualData bytes is
// read when it is taken, one after the other: read, it may fill some hundred MB.
const (
	maxOpenAhead = 8
	usualData    = 1 << 20
)

// openToReceive opens a file, and a report so far that only the book is left to be asked.
func (d *Desk) openToReceive(ctx context.Context, how receiving, path string) openedFile {
	o := openFile(path, how.reader)
	if o.err != nil || how.settings.Role != app.CommitteeBook || !o.packet.Manifest.Kind.IsUpward() {
		return o
	}
	o.report = &readReport{}
	if len(o.packet.Data) > usualData {
		return o
	}
	if o.report.read(o.packet); o.report.err != nil || d.isArchived(ctx, o.packet) {
		return o
	}
	if ref, err := d.keepCopy(ctx, how.reader, o); err == nil { // what fails here is tried again, and told, when the packet is archived
		o.report.kept = &ref
	}
	return o
}

func (d *Desk) isArchived(ctx context.Context, packet *handover.Packet) bool {
	known := false
	err := d.view(ctx, func(tx *store.Tx) error {
		_, err := tx.ReceivedPacket(packet.Manifest.PacketID)
		known = err == nil
		return nil
	})
	return err != nil || known
}

// keepCopy puts a packet's file ahead into the archive as it came; one that came under a passphrase is sealed to this book's key first, because nobody
// keeps the passphrase. A file that changed since it was read is refused.
func (d *Desk) keepCopy(ctx context.Context, reader handover.Reader, opened openedFile) (store.FileRef, error) {
	if opened.packet.ByPassphrase {
		return d.sealResealed(ctx, reader, opened)
	}
	file, err := openPacketFile(opened.path)
	if err != nil {
		return store.FileRef{}, err
	}
	defer file.Close()
	ref, err := d.book.PutSealedAhead(ctx, handover.FileName(opened.packet.Manifest), "application/age", io.LimitReader(file, handover.MaxPacketSize))
	if err == nil && ref.SHA256 != opened.packet.SHA256 {
		d.book.DropAhead(ref)
		err = app.NewError(app.CodeFileUnread, "path", opened.path)
	}
	return ref, err
}

// letGo removes what was put ahead into the archive and not taken.
func (d *Desk) letGo(file openedFile) {
	if file.report != nil && file.report.kept != nil {
		d.book.DropAhead(*file.report.kept)
	}
}

func openFile(path string, reader handover.Reader) openedFile {
	o := openedFile{path: path}
	file, err := openPacketFile(path)
	if err != nil {
		o.err = err
		return o
	}
	defer file.Close()
	o.packet, o.checks, o.err = reader.Open(file, func(string) bool { return false })
	if o.err == nil {
		o.documents = countDocuments(o.packet)
	}
	return o
}

// openPacketFile opens a file that may be a packet: a regular one that is not too large to be one.
func openPacketFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrInvalid // a pipe could keep the reader waiting for ever
	}
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	if info.Size() > handover.MaxPacketSize {
		return nil, app.NewError(app.CodeTooLarge, "path", path, "limit", int64(handover.MaxPacketSize))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, app.WrapError(err, app.CodeFileUnread, "path", path)
	}
	return file, nil
}
