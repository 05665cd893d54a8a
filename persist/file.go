package persist

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"racedesk/model"
)

// alone reads a file that nobody writes: without locks, without the log beside
// it, and without leaving any file of SQLite's own there.
const alone = "ro&immutable=1"

// header is the size of what every file of SQLite's begins with.
const header = 100

// openFile opens a race's file and brings it to the schema that the steps lead
// to. A file that is refused stays as it was.
func openFile(ctx context.Context, path string, steps []step) (*Store, error) {
	size, err := inspect(ctx, path, len(steps))
	if err != nil {
		return nil, err
	}
	s, err := connect(path, "rw", asksRead, asksAll)
	if err != nil {
		return nil, err
	}
	if err := s.prepare(ctx, size, steps); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// prepare makes a race ready for work, after a look that writes nothing.
func (s *Store) prepare(ctx context.Context, size int64, steps []step) error {
	version, err := s.identify(ctx, len(steps))
	if err != nil {
		return err
	}
	if err := s.sound(ctx, size); err != nil {
		return err
	}
	s.version = len(steps)
	if version < len(steps) {
		return s.migrate(ctx, steps, s.keep)
	}
	// What cannot be written is better known now than at the first edit. This
	// writes nothing, but asks for leave to.
	_, err = s.read.ExecContext(ctx, `UPDATE timeline SET seq = seq WHERE id = 0`)
	return err
}

// inspect returns the size of a race's file. Where even to open it for work and
// close it again could alter something, it looks at it first in a way that
// cannot: a log would be carried over into the file, an unfinished change taken
// back. The file is looked at through SQLite only: to open and close it otherwise
// would take away the locks that this process has on it.
func inspect(ctx context.Context, path string, newest int) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, fmt.Errorf("%w: no regular file", model.ErrNotRace)
	}
	if info.Size() < header {
		return 0, fmt.Errorf("%w: %d bytes", model.ErrNotRace, info.Size())
	}
	if err := onThisMachine(path); err != nil {
		return 0, err
	}
	locked := writable(path, info)
	log, journal := sizeOf(path+"-wal"), sizeOf(path+"-journal")
	if locked == nil && log == 0 && journal == 0 {
		return info.Size(), nil
	}
	err = peek(path, alone, func(s *Store) error {
		_, err := s.identify(ctx, newest)
		return err
	})
	if err = errors.Join(err, locked); err != nil || log == 0 {
		return info.Size(), err
	}
	err = peek(path, "ro", func(s *Store) error {
		if _, err := s.identify(ctx, newest); err != nil {
			return err
		}
		return s.sound(ctx, info.Size()+log)
	})
	return info.Size() + log, err
}

// onThisMachine refuses network drives: the locks of many are such that two desks
// would write at once, and what they call stored is on its way.
func onThisMachine(path string) error {
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return err
	}
	if name := network(dir); name != "" {
		return fmt.Errorf("%w: %s", model.ErrNetwork, name)
	}
	return nil
}

// sizeOf is a file's size, 0 where there is none.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// peek hands f a store that asks SQLite for nothing that writes.
func peek(path, mode string, f func(*Store) error) error {
	s, err := connect(path, mode, asks, asks)
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// identify returns the version of the schema, if it is one of a race.
func (s *Store) identify(ctx context.Context, newest int) (int, error) {
	var id, version int
	if err := s.read.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return 0, err
	}
	if err := s.read.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return 0, err
	}
	switch {
	case id != applicationID:
		return 0, fmt.Errorf("%w: application %#x", model.ErrNotRace, id)
	case version > newest:
		return 0, fmt.Errorf("%w: schema %d, known %d", model.ErrNewer, version, newest)
	case version < 1:
		return 0, fmt.Errorf("%w: schema %d", model.ErrDamaged, version)
	}
	return version, nil
}

// checkedAtOnce is the size of a file up to which its structure is checked while
// it is opened: that takes about a millisecond. The history of a long race would
// take a second, and is checked while the race is at work already.
const checkedAtOnce = 1 << 20

// sound says whether the file is whole and its history without gaps, as far as
// that is found out at once.
func (s *Store) sound(ctx context.Context, size int64) error {
	gaps := `SELECT count(*) FROM timeline WHERE seq = (SELECT COALESCE(max(seq), 0) FROM edits)`
	if size <= checkedAtOnce {
		if err := s.structure(ctx); err != nil {
			return err
		}
		gaps += ` AND seq = (SELECT count(*) FROM edits)`
	}
	var whole int
	err := s.read.QueryRowContext(ctx, gaps).Scan(&whole)
	var driver *sqlite.Error
	if errors.As(err, &driver) && driver.Code() == sqlite3.SQLITE_ERROR {
		return fmt.Errorf("%w: %w", model.ErrDamaged, err) // no such table
	}
	if err == nil && whole != 1 {
		err = fmt.Errorf("%w: gaps in the history", model.ErrDamaged)
	}
	return err
}

// structure asks SQLite whether the file's pages hang together.
func (s *Store) structure(ctx context.Context) error {
	var verdict string
	err := s.read.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&verdict)
	if err == nil && verdict != "ok" {
		err = fmt.Errorf("%w: %s", model.ErrDamaged, verdict)
	}
	return err
}
