package persist

import (
	"context"
	"errors"
	"fmt"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"racedesk/model"
)

// alone reads a file that nobody writes: without locks, without the log beside
// it, and without leaving any file of SQLite's own there.
const alone = "ro&immutable=1"

// openFile opens a race's file after a look that changes nothing in it, and
// brings it to the schema that the steps lead to.
func openFile(ctx context.Context, path string, steps []string) (*Store, error) {
	version, err := inspect(ctx, path, len(steps))
	if err != nil {
		return nil, err
	}
	s, err := connect(path, "rw", asksAll)
	if err != nil {
		return nil, err
	}
	if err := s.prepare(ctx, version, steps); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// prepare makes a race of a known version ready for work.
func (s *Store) prepare(ctx context.Context, version int, steps []string) error {
	if version < len(steps) {
		if err := s.migrate(ctx, steps, s.keep); err != nil {
			return err
		}
	}
	// What cannot be written is better known now than at the first edit. This
	// writes nothing, but asks for leave to.
	_, err := s.write.ExecContext(ctx, `UPDATE timeline SET seq = seq WHERE id = 0`)
	if err != nil {
		return err
	}
	return s.listen(ctx)
}

// inspect returns the version of a race's schema, or what keeps the file from
// being opened as one. The file is looked at through SQLite only: to open and
// close it otherwise would take away the locks that this process has on it.
func inspect(ctx context.Context, path string, newest int) (version int, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, fmt.Errorf("%w: no regular file", model.ErrNotRace)
	}
	err = peek(path, alone, func(s *Store) error {
		_, err := s.identify(ctx, newest)
		return err
	})
	if err != nil {
		return 0, err
	}
	if err := writable(path, info); err != nil {
		return 0, err // or SQLite would leave a log beside it that it cannot remove
	}
	mode := "rw"
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		mode = "ro" // or to close it would carry the log over into a file that may be refused
	}
	err = peek(path, mode, func(s *Store) (err error) {
		if version, err = s.identify(ctx, newest); err != nil {
			return err
		}
		return s.sound(ctx)
	})
	return version, err
}

// peek hands f a store that asks SQLite for nothing that writes.
func peek(path, mode string, f func(*Store) error) error {
	s, err := connect(path, mode, asks)
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// identify returns the version of the schema, if it is one of a race.
func (s *Store) identify(ctx context.Context, newest int) (int, error) {
	var id, version int
	if err := s.read.GetContext(ctx, &id, `PRAGMA application_id`); err != nil {
		return 0, err
	}
	if err := s.read.GetContext(ctx, &version, `PRAGMA user_version`); err != nil {
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

// sound says whether the file is whole and its history without gaps. What is in
// the rows shows when they are read.
func (s *Store) sound(ctx context.Context) error {
	var verdict string
	if err := s.read.GetContext(ctx, &verdict, `PRAGMA quick_check(1)`); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", model.ErrDamaged, verdict)
	}
	var whole int
	err := s.read.GetContext(ctx, &whole, `
		SELECT count(*) FROM timeline
		WHERE seq = (SELECT count(*) FROM edits) AND seq = (SELECT COALESCE(max(seq), 0) FROM edits)`)
	var driver *sqlite.Error
	if errors.As(err, &driver) && driver.Code() == sqlite3.SQLITE_ERROR {
		return fmt.Errorf("%w: %w", model.ErrDamaged, err) // no such table
	}
	if err == nil && whole != 1 {
		err = fmt.Errorf("%w: gaps in the history", model.ErrDamaged)
	}
	return err
}
