package desk_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sochibo/app"
	"sochibo/app/desk"
)

// photo is a JPEG whose left half is red, taken with the camera turned: EXIF says that its right side is up.
func photo(t *testing.T, w, h int) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{B: uint8(x * y), A: 255}
			if x < w/2 {
				c = color.RGBA{R: 200, G: uint8(x ^ y), A: 255}
			}
			picture.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	check(t, jpeg.Encode(&b, picture, &jpeg.Options{Quality: 95}))
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
	head := append([]byte("\xff\xd8\xff\xe1\x00"), byte(len(exif)+2))
	return slices.Concat(head, []byte(exif), b.Bytes()[2:])
}

// attachAll attaches files to a criterion of November's sheet.
func (o *office) attachAll(files map[string][]byte) {
	o.Helper()
	sheet, err := o.cell.CriteriaSheet(o.ctx, "2026-11")
	check(o.T, err)
	dir := o.folder()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, name)
		check(o.T, os.WriteFile(path, files[name], 0o600))
		_, err := o.cell.Attach(o.ctx, desk.CriterionOwner(sheet.Key(), "k2b"), path, "")
		check(o.T, err)
	}
}

func TestEvidenceTravelsWithThePacket(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.attachAll(map[string][]byte{"Ảnh hội nghị.jpg": photo(t, 2400, 1200), "đăng ký.pdf": []byte("%PDF-1.4 bản đăng ký")})
	packet, path := o.handIn(o.cell, "2026-11")
	if got := o.receive(o.committee, path); !got.Taken {
		t.Fatalf("not taken: %+v", got)
	}
	view, err := o.committee.Packet(o.ctx, packet.ID)
	check(t, err)
	for _, name := range view.Reports {
		if strings.HasPrefix(name, "evidence/") {
			t.Errorf("%s is among the documents", name)
		}
	}
	list := view.Content.Evidence
	if len(list) != 2 {
		t.Fatalf("evidence %+v", list)
	}
	for _, e := range list {
		if !strings.Contains(e.Of, " ") || e.Owner.Kind != app.OwnerCriterion {
			t.Errorf("%s does not say what it proves: %+v", e.Name, e)
		}
		name, content, err := o.committee.PacketEvidence(o.ctx, packet.ID, e.Part)
		check(t, err)
		switch e.Name {
		case "đăng ký.pdf":
			if e.Reduced || e.Part != "evidence/01-dang-ky.pdf" || string(content) != "%PDF-1.4 bản đăng ký" || name != "01-dang-ky.pdf" {
				t.Errorf("%+v, shown as %s: %q", e, name, content)
			}
		default:
			shown, err := jpeg.Decode(bytes.NewReader(content))
			check(t, err)
			if size := shown.Bounds().Size(); !e.Reduced || e.Part != "evidence/02-anh-hoi-nghi.jpg" || size != image.Pt(1000, 2000) {
				t.Errorf("%+v, %v", e, size)
			}
			if r, _, b, _ := shown.At(500, 100).RGBA(); r < b { // the red half is on top now
				t.Errorf("the picture was not set upright: red %d, blue %d", r, b)
			}
		}
	}
	_, _, err = o.committee.PacketEvidence(o.ctx, packet.ID, "evidence/no-such.pdf")
	wantCode(t, err, app.CodeNotFound)
}

func TestEvidenceThatFindsNoRoomIsNamed(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	files := map[string][]byte{}
	for _, name := range []string{"1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf", "6.pdf"} {
		files[name] = append([]byte("%PDF-"), make([]byte, app.MaxAttachment-5)...)
	}
	o.attachAll(files)
	packet, path := o.handIn(o.cell, "2026-11")
	o.receive(o.committee, path)
	view, err := o.committee.Packet(o.ctx, packet.ID)
	check(t, err)
	var left []string
	for _, e := range view.Content.Evidence {
		if e.IsLeftOut() {
			left = append(left, e.Name)
		}
	}
	if !slices.Equal(left, []string{"6.pdf"}) {
		t.Errorf("left out: %v of %d", left, len(view.Content.Evidence))
	}
}

func TestRatingsTravelWithThePacket(t *testing.T) {
	t.Parallel()
	o, period := rated(t)
	subjects := append([]string{app.CellSubject}, o.members[:3]...)
	var entries []desk.RatingEntry
	for _, subject := range subjects {
		entries = append(entries, desk.RatingEntry{Subject: subject, Figure: app.RatingFigure{Level: "good", Points: "85"}})
	}
	check(t, o.cell.SetRatings(o.ctx, period, app.StepSelf, entries))
	check(t, o.cell.SetRatings(o.ctx, period, app.StepCommittee, []desk.RatingEntry{{Subject: o.members[0], Figure: app.RatingFigure{Level: "excellent"}}}))
	packet, path := o.handIn(o.cell, "2026-11")
	o.receive(o.committee, path)
	view, err := o.committee.Packet(o.ctx, packet.ID)
	check(t, err)
	if len(view.Content.Ratings) != 1 {
		t.Fatalf("ratings %+v", view.Content.Ratings)
	}
	ratings := view.Content.Ratings[0]
	counts, open := ratings.CountLevels()
	if ratings.Round.Period != period || len(ratings.Rows) != 6 || !slices.Equal(counts[:2], []int{1, 2}) || open != 0 || ratings.LevelName("good") != "Hoàn thành tốt nhiệm vụ" {
		t.Errorf("%v, levels %v, counted %v, %d open", ratings.Round, ratings.Levels, counts, open)
	}
	if row := ratings.Rows[0]; row.Subject != app.CellSubject || row.Self.Points != "85" {
		t.Errorf("the cell's own rating %+v", row)
	}
}

func TestAllEvidenceOfAPacketIsExportedAndTheExportIsLogged(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.attachAll(map[string][]byte{"Ảnh hội nghị.jpg": photo(t, 240, 120), "đăng ký.pdf": []byte("%PDF-1.4 bản đăng ký")})
	packet, path := o.handIn(o.cell, "2026-11")
	o.receive(o.committee, path)
	dir := o.folder()
	check(t, o.committee.ExportPacketEvidence(o.ctx, packet.ID, dir))
	entries, err := os.ReadDir(dir)
	check(t, err)
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	if !slices.Equal(names, []string{"01-dang-ky.pdf", "02-anh-hoi-nghi.jpg"}) {
		t.Errorf("exported %v", names)
	}
	wantCode(t, o.committee.ExportPacketEvidence(o.ctx, packet.ID, filepath.Join(dir, "none")), app.CodeFileUnwrite)
	lines, err := o.committee.Journal(o.ctx, desk.JournalFilter{Kind: "export"})
	check(t, err)
	if len(lines) != 2 {
		t.Errorf("%d exports are logged, also that which may have left something behind", len(lines))
	}
}
