package desk

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
	"image/jpeg"

	scale "golang.org/x/image/draw"
)

// Limits of pictures in packets.
const (
	packetPicture   = 2000       // pixels of the longer side: enough to read a photographed page
	packetJPEG      = 85         // quality of a reduced picture
	mostPixels      = 60_000_000 // a larger picture is left as it is instead of being taken into memory
	exifOrientation = 0x0112     // EXIF 2.3, tag "Orientation"
)

// reducePicture makes a photo (JPEG or PNG) that is larger than a packet needs smaller; false if it stays as it is. What the camera wrote
// beside the picture, the place foremost, does not travel; which side is up is kept.
func reducePicture(content []byte, mediaType string) ([]byte, bool) {
	if mediaType != "image/jpeg" && mediaType != "image/png" {
		return content, false
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || max(size.Width, size.Height) <= packetPicture || size.Width*size.Height > mostPixels {
		return content, false
	}
	decoded, _, err := image.Decode(bytes.NewReader(content))
	if err != nil { // checked when it was attached by its head alone: the reader's program may still show some of it
		return content, false
	}
	area := image.Rect(0, 0, max(1, size.Width*packetPicture/max(size.Width, size.Height)), max(1, size.Height*packetPicture/max(size.Width, size.Height)))
	small := image.NewRGBA(area)
	draw.Draw(small, area, image.White, image.Point{}, draw.Src) // JPEG has no transparent parts
	scale.ApproxBiLinear.Scale(small, area, decoded, decoded.Bounds(), draw.Over, nil)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, upright(small, orientationOf(content)), &jpeg.Options{Quality: packetJPEG}); err != nil || b.Len() >= len(content) {
		return content, false
	}
	return b.Bytes(), true
}

// upright turns and mirrors a picture as its orientation says: EXIF counts 1 to 8, 1 stands upright.
func upright(from *image.RGBA, orientation int) *image.RGBA {
	if orientation < 2 || orientation > 8 {
		return from
	}
	w, h := from.Rect.Dx(), from.Rect.Dy()
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		to = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch orientation {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			to.SetRGBA(tx, ty, from.RGBAAt(x, y))
		}
	}
	return to
}

// orientationOf finds the orientation in a JPEG's EXIF data; 1 if there is none that can be read.
func orientationOf(content []byte) int {
	at := bytes.Index(content[:min(len(content), 1<<16)], []byte("Exif\x00\x00"))
	if at < 0 || !bytes.HasPrefix(content, []byte("\xff\xd8")) {
		return 1
	}
	tiff := content[at+6:]
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	first := int64(order.Uint32(tiff[4:]))
	if first+2 > int64(len(tiff)) {
		return 1
	}
	entries := tiff[first+2:]
	for range order.Uint16(tiff[first:]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == exifOrientation {
			return int(order.Uint16(entries[8:]))
		}
		entries = entries[12:]
	}
	return 1
}
