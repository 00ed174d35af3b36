package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"

	"sochibo/app"
)

// openCompound reads a compound file: a workbook of Excel 97 to 2003. A newer one under a password lies in such a file too.
func openCompound(ctx context.Context, name string, data []byte, progress Progress) (*workbook, error) {
	streams, err := workbookStreams(data)
	_, encrypted := streams["EncryptedPackage"]
	_, older := streams["Book"]
	stream, found := streams["Workbook"]
	switch {
	case encrypted:
		return nil, app.NewError(CodePassword, "name", name)
	case err != nil:
		return nil, app.WrapError(err, CodeDamaged, "name", name)
	case found:
		return openXLS(ctx, name, stream, progress)
	case older:
		return nil, app.NewError(CodeOldExcel, "name", name)
	}
	return nil, app.NewError(CodeNotTable, "name", name)
}

// workbookStreams takes the streams that hold workbooks out of a compound file; of those that are not read only the name.
func workbookStreams(data []byte) (streams map[string][]byte, err error) {
	streams = map[string][]byte{}
	defer func() {
		// A library that reads what others wrote may meet what it did not expect.
		if fault := recover(); fault != nil {
			err = fmt.Errorf("reader failed: %v", fault)
		}
	}()
	document, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return streams, err
	}
	for {
		entry, err := document.Next()
		if errors.Is(err, io.EOF) {
			return streams, nil
		}
		if err != nil {
			return streams, err
		}
		switch entry.Name {
		case "EncryptedPackage", "Book":
			streams[entry.Name] = nil
		case "Workbook":
			stream, err := io.ReadAll(io.LimitReader(entry, int64(len(data))))
			if err != nil {
				return streams, err
			}
			if int64(len(stream)) < entry.Size {
				return streams, io.ErrUnexpectedEOF
			}
			streams[entry.Name] = stream
		}
	}
}
