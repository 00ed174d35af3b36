// Package store keeps a book: an SQLite database that lives in memory while the program runs and lies on disk only sealed,
// the sealed files that belong to it, and its backups.
//
// The folder of a book:
//
//	book.db.age   the database, sealed to the book's own key (age, X25519)
//	book.key      that key as an age identity file under the passphrase
//	recovery.key  the same key under the recovery code that is printed on paper
//	files/        evidence, packets, signed papers: each sealed, named by its id; .came.age lies there as others sealed it, to a key in the database
//	backups/      earlier states of book.db.age
//	book.lock     held while a program has the book open; book.holder says who
//
// Stock tools open it too: age -d -i book.key book.db.age > book.db && sqlite3 book.db
//
// Every change is one transaction in memory, followed by a save of the whole database: written to a temporary file, forced
// to the disk, renamed. At no moment is the only copy on disk incomplete. See Book.Update.
package store
