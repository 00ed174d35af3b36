package main

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"image/png"
	"testing"
)

func TestIconFileHoldsEverySizeAsPNG(t *testing.T) {
	file, err := iconFile()
	if err != nil {
		t.Fatal(err)
	}
	for i, side := range iconSides {
		entry := file[6+16*i:]
		size, offset := binary.LittleEndian.Uint32(entry[8:]), binary.LittleEndian.Uint32(entry[12:])
		picture, err := png.Decode(bytes.NewReader(file[offset : offset+size]))
		if err != nil {
			t.Fatalf("size %d: %v", side, err)
		}
		if got := picture.Bounds().Dx(); got != side {
			t.Errorf("entry %d is %d px wide, want %d", i, got, side)
		}
	}
}

func TestManifestIsXML(t *testing.T) {
	var any struct {
		XMLName xml.Name
	}
	if err := xml.Unmarshal(fmt.Appendf(nil, manifest, "0.1.0.0", "chibo"), &any); err != nil {
		t.Error(err)
	}
}

func TestVersionStandsInTheMetadata(t *testing.T) {
	version, err := repository(t).version()
	var major, minor, patch int
	if n, _ := fmt.Sscanf(version, "%d.%d.%d", &major, &minor, &patch); err != nil || n != 3 {
		t.Errorf("version %q, %v", version, err)
	}
}
