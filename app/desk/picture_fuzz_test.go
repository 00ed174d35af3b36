package desk

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"testing"

	"sochibo/app"
)

// FuzzPicture reads what may be attached as a picture: it is refused with a code, or made smaller into a picture, or left as it is.
func FuzzPicture(f *testing.F) {
	picture := image.NewRGBA(image.Rect(0, 0, 40, 30))
	var asJPEG, asPNG bytes.Buffer
	if err := jpeg.Encode(&asJPEG, picture, nil); err != nil {
		f.Fatal(err)
	}
	if err := png.Encode(&asPNG, picture); err != nil {
		f.Fatal(err)
	}
	exif := append([]byte("\xff\xd8\xff\xe1\x00\x20Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00"), asJPEG.Bytes()[2:]...)
	for _, seed := range [][]byte{asJPEG.Bytes(), asPNG.Bytes(), exif, []byte("GIF89a\x01\x00\x01\x00"), []byte("%PDF-1.4"), {}} {
		f.Add("anh-hop.jpg", seed)
		f.Add("giấy mời.png", seed)
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		orientationOf(content)
		kind, err := app.RecognizeFile(name, content)
		if err != nil {
			if app.CodeOf(err) == app.CodeInternal {
				t.Fatal(err)
			}
			return
		}
		if err := checkPicture(AttachedFile{Name: name, MediaType: kind, Content: content}); err != nil {
			if app.CodeOf(err) != CodeAttachmentBroken {
				t.Fatal(err)
			}
			return
		}
		size, _, err := image.DecodeConfig(bytes.NewReader(content))
		if err == nil && size.Width*size.Height > 1<<22 { // what a large picture takes is bounded by mostPixels, and slow to fuzz
			return
		}
		smaller, changed := reducePicture(content, kind)
		if !changed && !bytes.Equal(smaller, content) {
			t.Fatal("a picture that stays as it is was changed")
		}
		if changed {
			if _, err := jpeg.Decode(bytes.NewReader(smaller)); err != nil {
				t.Fatalf("made smaller into no picture: %v", err)
			}
		}
	})
}
