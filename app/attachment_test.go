package app_test

import (
	"testing"

	"sochibo/app"
)

func TestAFileIsKnownByItsContent(t *testing.T) {
	for content, want := range map[string]string{
		"%PDF-1.7\n":                   "application/pdf",
		"\xff\xd8\xff\xe0\x00\x10JFIF": "image/jpeg",
		"\x89PNG\r\n\x1a\n\x00\x00":    "image/png",
		"RIFF\x10\x00\x00\x00WEBPVP8":  "image/webp",
		"\x00\x00\x00\x18ftypheic":     "image/heic",
		"MZ\x90\x00\x03":               "",
		"\x7fELF\x02\x01":              "",
		"#!/bin/sh\n":                  "",
		"PK\x03\x04":                   "",
		"":                             "",
		" %PDF-1.7":                    "",
	} {
		got, err := app.RecognizeFile("ban-ky.pdf", []byte(content))
		if got != want || (want == "") != (app.CodeOf(err) == app.CodeAttachmentKind) {
			t.Errorf("%q is %q, %v; want %q", content, got, err, want)
		}
	}
}

func TestAnAttachmentIsWrittenUnderASafeName(t *testing.T) {
	for name, want := range map[string]string{
		"Biên bản ký.pdf":      "Biên bản ký.pdf",
		"../../etc/passwd":     "-..-etc-passwd.pdf",
		"ban-ky.pdf.exe":       "ban-ky.pdf.exe.pdf",
		"C:\\Scan\\ban ky.PDF": "C--Scan-ban ky.PDF",
		".pdf":                 "tep.pdf",
		"":                     "tep.pdf",
		"ban\u202eky.pdf\x00":  "banky.pdf",
		"NUL":                  "tepNUL.pdf",
	} {
		if got := (app.Attachment{Name: name, MediaType: "application/pdf"}).SafeName(); got != want {
			t.Errorf("%q is written as %q, want %q", name, got, want)
		}
	}
	if got := (app.Attachment{Name: "anh.jpeg", MediaType: "image/jpeg"}).SafeName(); got != "anh.jpeg" {
		t.Error(got)
	}
}
