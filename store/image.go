package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// applicationID marks a book among SQLite databases: "ChiB" in the header of the file.
const applicationID = 0x43686942

// image is a database in memory. It holds one connection for its whole life: the database belongs to the connection.
// It is not safe for concurrent use; Book lets one caller at a time through.
type image struct {
	db       *sql.DB
	conn     *sql.Conn
	prepared map[string]*sql.Stmt
}

// imagePragmas are set on every image. secure_delete keeps no rest of a removed value in the file.
var imagePragmas = []string{
	"PRAGMA foreign_keys = ON", "PRAGMA journal_mode = MEMORY", "PRAGMA temp_store = MEMORY",
	"PRAGMA secure_delete = ON", "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON",
}

// newImage makes an image of a plain SQLite file; of no bytes, an empty database.
func newImage(plain []byte) (*image, error) {
	db, err := sql.Open("sqlite", ":memory:?_dqs=0&_defensive=1")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(context.Background())
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	i := &image{db: db, conn: conn, prepared: make(map[string]*sql.Stmt)}
	if err := i.load(plain); err != nil {
		return nil, errors.Join(err, i.close())
	}
	return i, nil
}

func (i *image) load(plain []byte) error {
	if len(plain) > 0 {
		if err := i.deserialize(plain); err != nil {
			return err
		}
	}
	for _, pragma := range imagePragmas {
		if err := i.exec(pragma); err != nil {
			return err
		}
	}
	return nil
}

// Where an SQLite file says how it is journaled, and what it then holds.
const (
	journalFlags = 18
	journalWAL   = 2
	journalPlain = 1
)

var sqliteMagic = []byte("SQLite format 3\x00")

// deserialize loads the bytes of a file. A file that was last written in WAL mode cannot be used in memory as it is: SQLite
// would look for a log beside it. The log is not part of the bytes, so the mode is set back.
func (i *image) deserialize(plain []byte) error {
	if len(plain) < 100 || !bytes.HasPrefix(plain, sqliteMagic) {
		return errors.New("not an SQLite file")
	}
	if plain[journalFlags] == journalWAL || plain[journalFlags+1] == journalWAL {
		plain = bytes.Clone(plain)
		plain[journalFlags], plain[journalFlags+1] = journalPlain, journalPlain
	}
	return i.raw(func(driverConn any) error {
		c, ok := driverConn.(interface{ Deserialize([]byte) error })
		if !ok {
			return errors.New("the SQLite driver cannot load an image")
		}
		return c.Deserialize(plain)
	})
}

// serialize returns the bytes of the database as a file.
func (i *image) serialize() ([]byte, error) {
	var plain []byte
	err := i.raw(func(driverConn any) error {
		c, ok := driverConn.(interface{ Serialize() ([]byte, error) })
		if !ok {
			return errors.New("the SQLite driver cannot write an image")
		}
		var err error
		plain, err = c.Serialize()
		return err
	})
	return plain, err
}

// raw calls f with the driver's connection. A panic within would make database/sql drop the connection and the database with it.
func (i *image) raw(f func(driverConn any) error) error {
	return i.conn.Raw(func(driverConn any) (err error) {
		defer func() {
			if fault := recover(); fault != nil {
				err = fmt.Errorf("fault in the SQLite driver: %v", fault)
			}
		}()
		return f(driverConn)
	})
}

func (i *image) exec(query string, args ...any) error {
	_, err := i.conn.ExecContext(context.Background(), query, args...)
	return err
}

// number returns the single number that a query yields.
func (i *image) number(query string) (int64, error) {
	var n int64
	err := i.value(query, &n)
	return n, err
}

// value reads the single value that a query yields.
func (i *image) value(query string, target any) error {
	statement, err := i.statement(query)
	if err != nil {
		return err
	}
	return statement.QueryRowContext(context.Background()).Scan(target)
}

// statement prepares a query once for the image's life.
func (i *image) statement(query string) (*sql.Stmt, error) {
	if s, ok := i.prepared[query]; ok {
		return s, nil
	}
	s, err := i.conn.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, err
	}
	i.prepared[query] = s
	return s, nil
}

// bookID returns the id of the book that the image holds. It fails if the image is not the database of a book, as after
// database/sql replaced a connection it took for broken: the new one holds an empty database.
func (i *image) bookID() (string, error) {
	mark, err := i.number("PRAGMA application_id")
	if err != nil {
		return "", err
	}
	if mark != applicationID {
		return "", fmt.Errorf("application id is %#x", mark)
	}
	var id string
	err = i.value("SELECT id FROM book", &id)
	return id, err
}

// close frees the database. database/sql does not close statements that were prepared on a connection of one's own, and SQLite keeps
// the memory of a database as long as one of them is left; closing one after a connection that was dropped would crash in the driver.
func (i *image) close() error {
	var err error
	if alive := i.raw(func(any) error { return nil }); alive == nil {
		for _, statement := range i.prepared {
			err = errors.Join(err, statement.Close())
		}
	}
	closed := i.conn.Close()
	if errors.Is(closed, sql.ErrConnDone) {
		closed = nil
	}
	return errors.Join(err, closed, i.db.Close())
}
