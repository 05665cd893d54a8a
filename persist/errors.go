package persist

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"racedesk/model"
)

// meanings says what SQLite's result codes mean for a race. An extended code
// that is not here means what its primary code means, its lowest byte.
var meanings = map[int]error{
	sqlite3.SQLITE_FULL:     model.ErrFull,
	sqlite3.SQLITE_NOTADB:   model.ErrNotRace,
	sqlite3.SQLITE_CORRUPT:  model.ErrDamaged,
	sqlite3.SQLITE_READONLY: model.ErrReadOnly,
	sqlite3.SQLITE_PERM:     model.ErrReadOnly,
	sqlite3.SQLITE_CANTOPEN: model.ErrReadOnly,
	sqlite3.SQLITE_BUSY:     model.ErrBusy,
	sqlite3.SQLITE_LOCKED:   model.ErrBusy,
	sqlite3.SQLITE_PROTOCOL: model.ErrBusy,
	sqlite3.SQLITE_TOOBIG:   model.ErrTooLong,

	sqlite3.SQLITE_IOERR_SHMSIZE:    model.ErrFull, // no room for the index of the log
	sqlite3.SQLITE_IOERR_CORRUPTFS:  model.ErrDamaged,
	sqlite3.SQLITE_IOERR_DATA:       model.ErrDamaged,
	sqlite3.SQLITE_IOERR_SHORT_READ: model.ErrDamaged,
}

// errnos says what the system's own codes mean for a race; those that only one
// system knows are added there.
var errnos = map[syscall.Errno]error{
	syscall.ENOSPC:  model.ErrFull,
	syscall.EDQUOT:  model.ErrFull,
	syscall.EACCES:  model.ErrReadOnly,
	syscall.EPERM:   model.ErrReadOnly,
	syscall.EROFS:   model.ErrReadOnly,
	syscall.ENOENT:  model.ErrMissing,
	syscall.ENOTDIR: model.ErrMissing,
	syscall.EISDIR:  model.ErrNotRace,
	syscall.EEXIST:  model.ErrExists,
}

// states says what PostgreSQL's codes mean for a race. One that is not here means
// what its class means, the first two letters.
var states = map[string]error{
	"08":    model.ErrOffline,
	"57P":   model.ErrOffline, // shut down, or starting up
	"28":    model.ErrNotLetIn,
	"3D":    model.ErrMissing,  // no such database
	"3F":    model.ErrMissing,  // no such schema
	"42501": model.ErrReadOnly, // insufficient privilege
	"25006": model.ErrReadOnly,
	"53100": model.ErrFull,
	"53":    model.ErrBusy, // too many connections
	"55":    model.ErrBusy,
	"40":    model.ErrBusy, // to be tried again
	"57014": model.ErrBusy, // it took too long for the server
	"54":    model.ErrTooLong,
	"XX001": model.ErrDamaged,
	"XX002": model.ErrDamaged,
}

// ours are the errors that need no further meaning.
var ours = []error{model.ErrConflict, model.ErrExists, model.ErrMissing, model.ErrNotRace, model.ErrDamaged,
	model.ErrNewer, model.ErrReadOnly, model.ErrFull, model.ErrBusy, model.ErrTooLong,
	model.ErrOffline, model.ErrUnsure, model.ErrNotLetIn, model.ErrAddress, model.ErrNetwork}

// wrap says what was done to what when err came up, and what it means for a
// race. It passes nil through.
func wrap(op, object string, err error) error {
	if err == nil {
		return nil
	}
	if m := meaning(err); m != nil && !isOurs(err) {
		return fmt.Errorf("%s %s: %w: %w", op, object, m, err)
	}
	return fmt.Errorf("%s %s: %w", op, object, err)
}

func isOurs(err error) bool {
	for _, m := range ours {
		if errors.Is(err, m) {
			return true
		}
	}
	return false
}

// meaning returns the model's error that a driver's or the system's amounts to,
// or nil.
func meaning(err error) error {
	var lite *sqlite.Error
	var errno syscall.Errno
	state := sqlState(err)
	switch {
	case errors.As(err, &lite):
		if m, ok := meanings[lite.Code()]; ok {
			return m
		}
		return meanings[lite.Code()&0xff]
	case state != "":
		for _, part := range []int{5, 3, 2} {
			if m, ok := states[state[:min(part, len(state))]]; ok {
				return m
			}
		}
		return nil
	case errors.Is(err, sql.ErrNoRows): // every row that is asked for has to be there
		return model.ErrDamaged
	case errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded):
		return nil
	case unreached(err):
		return model.ErrOffline
	case errors.As(err, &errno):
		return errnos[errno]
	case errors.Is(err, fs.ErrExist):
		return model.ErrExists
	}
	return nil
}

// sqlState is the code of what a server said, or empty.
func sqlState(err error) string {
	var said *pgconn.PgError
	if errors.As(err, &said) {
		return said.Code
	}
	return ""
}

// unreached says whether err is what is left when a connection breaks.
func unreached(err error) bool {
	var connect *pgconn.ConnectError
	var network *net.OpError
	return errors.As(err, &connect) || errors.As(err, &network) || pgconn.SafeToRetry(err) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed)
}
