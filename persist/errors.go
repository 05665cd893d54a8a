package persist

import (
	"errors"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"racedesk/model"
)

// meanings says what SQLite's primary result codes mean for a race.
var meanings = map[int]error{
	sqlite3.SQLITE_FULL:     model.ErrFull,
	sqlite3.SQLITE_NOTADB:   model.ErrNotRace,
	sqlite3.SQLITE_CORRUPT:  model.ErrDamaged,
	sqlite3.SQLITE_READONLY: model.ErrReadOnly,
	sqlite3.SQLITE_PERM:     model.ErrReadOnly,
	sqlite3.SQLITE_CANTOPEN: model.ErrReadOnly,
	sqlite3.SQLITE_BUSY:     model.ErrBusy,
	sqlite3.SQLITE_LOCKED:   model.ErrBusy,
}

// errnos says what the system's own codes mean for a race.
var errnos = map[syscall.Errno]error{
	syscall.ENOSPC: model.ErrFull, syscall.EDQUOT: model.ErrFull,
	syscall.EACCES: model.ErrReadOnly, syscall.EPERM: model.ErrReadOnly, syscall.EROFS: model.ErrReadOnly,
	syscall.ENOTDIR: model.ErrReadOnly, syscall.EISDIR: model.ErrNotRace,
}

// meaning adds to a driver's or the system's error the model's error that it
// amounts to.
func meaning(err error) error {
	var driver *sqlite.Error
	var errno syscall.Errno
	switch {
	case err == nil:
		return nil
	case errors.As(err, &driver):
		if m, ok := meanings[driver.Code()&0xff]; ok {
			return errors.Join(m, err)
		}
	case errors.Is(err, fs.ErrExist):
		return errors.Join(model.ErrExists, err)
	case errors.Is(err, fs.ErrNotExist):
		return errors.Join(model.ErrMissing, err)
	case errors.As(err, &errno):
		if m, ok := errnos[errno]; ok {
			return errors.Join(m, err)
		}
	}
	return err
}
