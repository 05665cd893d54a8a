package persist

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

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

// ours are the errors that need no further meaning.
var ours = []error{model.ErrConflict, model.ErrExists, model.ErrMissing, model.ErrNotRace, model.ErrDamaged,
	model.ErrNewer, model.ErrReadOnly, model.ErrFull, model.ErrBusy, model.ErrTooLong}

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
	var driver *sqlite.Error
	var errno syscall.Errno
	switch {
	case errors.As(err, &driver):
		if m, ok := meanings[driver.Code()]; ok {
			return m
		}
		return meanings[driver.Code()&0xff]
	case errors.Is(err, sql.ErrNoRows): // every row that is asked for has to be there
		return model.ErrDamaged
	case errors.As(err, &errno):
		return errnos[errno]
	case errors.Is(err, fs.ErrExist):
		return model.ErrExists
	}
	return nil
}
