package store

import (
	"errors"
	"io/fs"

	"sochibo/app"
)

// Codes of books. Values of each are named; path and folder are as the user gave them.
const (
	CodeWrongPassphrase   app.Code = "wrong_passphrase"
	CodeRecoveryWrong     app.Code = "recovery_wrong"      // the code is well formed but not this book's
	CodeRecoveryMalformed app.Code = "recovery_malformed"  // Values: found, wanted (numbers of symbols), symbol (a symbol no code has, or "")
	CodeNotABook          app.Code = "not_a_book"          // Values: folder
	CodeBookExists        app.Code = "book_exists"         // Values: folder
	CodeBookDamaged       app.Code = "book_damaged"        // Values: folder
	CodeKeyDamaged        app.Code = "key_damaged"         // Values: file
	CodeBookNewer         app.Code = "book_newer"          // Values: version, known
	CodeBookInUse         app.Code = "book_in_use"         // Values: host, pid, since
	CodeBookClosed        app.Code = "book_closed"         // the book was closed meanwhile
	CodeBookReloaded      app.Code = "book_reloaded"       // the copy in memory was lost; the last save was loaded again
	CodeSaveFailed        app.Code = "save_failed"         // wraps disk_full or file_unwritable; the change is kept in memory; Values: cause
	CodeFolderUnwritable  app.Code = "folder_unwritable"   // Values: folder
	CodeFileDamaged       app.Code = "sealed_file_damaged" // Values: name
	CodeBackupFailed      app.Code = "backup_failed"       // wraps the cause; Values: cause
	CodeBroken            app.Code = "record_broken"       // a value that the book's rules refuse; Values: rule
)

// fileError gives an error of the file system a code: disk_full, or file_unwritable.
func fileError(err error, path string) error {
	if err == nil {
		return nil
	}
	var known *app.Error
	if errors.As(err, &known) {
		return err
	}
	if isDiskFull(err) {
		return app.WrapError(err, app.CodeDiskFull, "path", path)
	}
	return app.WrapError(err, app.CodeFileUnwrite, "path", path)
}

// readError gives an error of reading a file a code.
func readError(err error, path string) error {
	if errors.Is(err, fs.ErrNotExist) {
		return app.WrapError(err, app.CodeNotFound, "what", path)
	}
	return app.WrapError(err, app.CodeFileUnread, "path", path)
}
