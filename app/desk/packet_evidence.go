package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sochibo/app"
	"sochibo/app/handover"
	"sochibo/store"
)

const (
	evidenceFolder = "evidence/" // of parts of a packet (FORMAT.md)
	dataRoom       = 8 << 20     // bytes of a packet that evidence leaves to data.json
	mostEvidence   = 200         // files; the manifest that lists them has its own limit
)

// packetEvidence reads the files attached to a month's sheets and minutes for its packet: those of the meeting and the month first, and as
// many as find room beside the documents. What found none is in the list, without a part.
func (d *Desk) packetEvidence(ctx context.Context, month app.Month, documents []handover.File) ([]app.PacketEvidence, []handover.File, error) {
	var list []app.PacketEvidence
	var files []handover.File
	room := handover.MaxContents - dataRoom
	for _, document := range documents {
		room -= len(document.Bytes)
	}
	err := d.view(ctx, func(tx *store.Tx) error {
		attached, err := d.monthAttachments(tx, month)
		if err != nil {
			return err
		}
		for _, a := range attached {
			if ctx.Err() != nil {
				return app.WrapError(ctx.Err(), app.CodeCanceled)
			}
			one := app.PacketEvidence{Owner: a.Owner, Of: a.of, Name: a.Name, Size: a.Size, Note: a.Note}
			content, err := readSealed(tx, a.FileID)
			if err != nil {
				return err
			}
			if content, one.Reduced = reducePicture(content, a.MediaType); one.Reduced {
				a.MediaType = "image/jpeg"
			}
			if len(content) <= room && len(files) < mostEvidence {
				one.Part = evidencePart(len(files)+1, a.Attachment)
				files = append(files, handover.File{Name: one.Part, Bytes: content})
				room -= len(content)
			}
			list = append(list, one)
		}
		return nil
	})
	return list, files, err
}

// provingFile is an attached file with what it proves in words.
type provingFile struct {
	app.Attachment
	of string
}

// monthAttachments returns what is attached to the sheets that a month's packet holds and to its minutes, the month's own first.
func (d *Desk) monthAttachments(tx *store.Tx, month app.Month) ([]provingFile, error) {
	attached, err := tx.AllAttachments()
	if err != nil {
		return nil, err
	}
	meeting, err := regularMeeting(tx, month)
	if err != nil {
		return nil, err
	}
	var list []provingFile
	for _, a := range attached {
		if a.Owner.Kind == app.OwnerMeeting {
			if meeting != nil && a.Owner.ID == meeting.ID {
				list = append(list, provingFile{a, "Biên bản đã ký"})
			}
			continue
		}
		key, criterion, err := criterionOf(a.Owner)
		if err != nil {
			return nil, err
		}
		if !app.SheetPeriod(key.Subject).Holds(month) && (meeting == nil || key.Subject != meeting.ID) {
			continue
		}
		framework, err := d.frameworkOf(tx, key)
		if err != nil {
			return nil, err
		}
		list = append(list, provingFile{a, criterionWords(framework, criterion)})
	}
	longer := func(f provingFile) int { // files of a quarter's or year's sheet travel again each month
		if key, _, err := criterionOf(f.Owner); err == nil && app.SheetPeriod(key.Subject).Validate() == nil && app.SheetPeriod(key.Subject).Scope() != app.ScopeMonth {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(list, func(a, b provingFile) int { return longer(a) - longer(b) })
	return list, nil
}

// criterionWords is "3.2 Tên tiêu chí".
func criterionWords(framework *app.Framework, id string) string {
	if c, found := framework.CriterionByID(id); found {
		return strings.TrimSpace(c.No + " " + c.Name)
	}
	return id
}

// readSealed reads a sealed file whole.
func readSealed(tx *store.Tx, fileID string) ([]byte, error) {
	source, err := tx.OpenFile(fileID)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(source)
	return content, errors.Join(err, source.Close())
}

// evidencePart is the name of a file inside a packet: "evidence/01-dang-ky.pdf".
func evidencePart(number int, a app.Attachment) string {
	safe := a.SafeName()
	ending := strings.ToLower(path.Ext(safe))
	stem := strings.Trim(fileWord(strings.TrimSuffix(safe, path.Ext(safe))), "-")
	const most = 60
	part := fmt.Sprintf("%s%02d-%s", evidenceFolder, number, stem[:min(len(stem), most)])
	if handover.CheckPartName(part+ending) != nil {
		ending = ".bin"
	}
	return part + ending
}

// checkEvidence returns CodeBadData unless each file that a snapshot says is in the packet is there.
func checkEvidence(packet *handover.Packet, content app.Snapshot) error {
	for _, e := range content.Evidence {
		held := slices.ContainsFunc(packet.Manifest.Parts, func(p handover.Part) bool { return p.Name == e.Part })
		if !e.IsLeftOut() && (!held || !strings.HasPrefix(e.Part, evidenceFolder)) {
			return app.NewError(CodeBadData)
		}
	}
	return nil
}

// countDocuments returns how many parts of a packet are documents: evidence does not stand in for minutes.
func countDocuments(packet *handover.Packet) int {
	count := 0
	for _, p := range packet.Manifest.Parts[1:] { // the first is data.json
		if !strings.HasPrefix(p.Name, evidenceFolder) {
			count++
		}
	}
	return count
}

// PacketEvidence returns one file of evidence inside an archived packet under a name that no viewer is misled by. Errors: CodeNotFound if
// there is none of that part's name, app.CodeAttachmentKind for what is neither a picture nor a PDF.
func (d *Desk) PacketEvidence(ctx context.Context, packetID, part string) (string, []byte, error) {
	content, err := d.PacketFile(ctx, packetID, part)
	if err != nil {
		return "", nil, err
	}
	return evidenceFile(part, content)
}

// evidenceFile names a piece of evidence by its bytes.
func evidenceFile(part string, content []byte) (string, []byte, error) {
	shown := app.Attachment{Name: path.Base(part)}
	var err error
	if shown.MediaType, err = app.RecognizeFile(shown.Name, content); err != nil {
		return "", nil, err
	}
	if shown.MediaType == "image/tiff" || shown.MediaType == "image/heic" { // they travel as .bin
		shown.Name = strings.TrimSuffix(shown.Name, ".bin")
	}
	return shown.SafeName(), content, nil
}

// valueLeftOut is where the book keeps the names of the files that a packet had no room for.
func valueLeftOut(packetID string) string { return "packet_left_out." + packetID }

func rememberLeftOut(tx *store.Tx, packetID string, evidence []app.PacketEvidence) error {
	var names []string
	for _, e := range evidence {
		if e.IsLeftOut() {
			names = append(names, e.Name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return tx.PutValue(valueLeftOut(packetID), strings.Join(names, "\n"))
}

// leftOut returns the names of the files that a packet had no room for.
func leftOut(tx *store.Tx, packetID string) ([]string, error) {
	if packetID == "" {
		return nil, nil
	}
	names, err := tx.Value(valueLeftOut(packetID))
	if app.CodeOf(err) == app.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return strings.Split(names, "\n"), nil
}

// ExportPacketEvidence writes all evidence of an archived packet to a folder, logged as an export before the first file is there. Errors: those of
// PacketEvidence, app.CodeFileUnwrite.
func (d *Desk) ExportPacketEvidence(ctx context.Context, packetID, dir string) error {
	var row app.ReceivedPacket
	err := d.update(ctx, "export evidence", func(tx *store.Tx) error {
		var err error
		if row, err = tx.ReceivedPacket(packetID); err != nil {
			return err
		}
		return tx.LogAccess("export", row.FileName)
	})
	if err != nil {
		return err
	}
	opened, err := d.openArchived(ctx, row)
	if err != nil {
		return err
	}
	for _, file := range opened.Files {
		if !strings.HasPrefix(file.Name, evidenceFolder) {
			continue
		}
		if ctx.Err() != nil {
			return app.WrapError(ctx.Err(), app.CodeCanceled)
		}
		name, content, err := evidenceFile(file.Name, file.Bytes)
		if err != nil {
			return err
		}
		if err := writeWhole(filepath.Join(dir, name), content); err != nil {
			return err
		}
	}
	return nil
}
