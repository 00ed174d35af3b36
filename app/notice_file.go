package app

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
)

// CodeNoticeFile: a file that a notice cannot carry: neither a PDF nor a Word or Excel file without macros; Values: name.
const CodeNoticeFile Code = "notice_file"

// Ends of names of files that a notice carries, and what the zip of an Office file holds besides.
var noticeOffice = map[string]string{".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}

// NoticeFileKind returns the ending of a file that a notice can carry, ".pdf", ".docx" or ".xlsx", by its content; CodeNoticeFile for anything else,
// a file with macros too.
func NoticeFileKind(name string, content []byte) (string, error) {
	if bytes.HasPrefix(content, []byte("%PDF-")) {
		return ".pdf", nil
	}
	bad := NewError(CodeNoticeFile, "name", name)
	ending := strings.ToLower(path.Ext(name))
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil || noticeOffice[ending] == "" {
		return "", bad
	}
	main := false
	for _, f := range archive.File {
		main = main || f.Name == noticeOffice[ending]
		if strings.Contains(strings.ToLower(f.Name), "vbaproject") {
			return "", bad
		}
	}
	if !main {
		return "", bad
	}
	return ending, nil
}
