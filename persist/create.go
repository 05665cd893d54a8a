package persist

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// A proof says whether what was made of edits is right, before anybody sees it.
type proof func(context.Context, *sqlx.Tx) error

// createFile makes a race with these edits.
func createFile(ctx context.Context, path string, edits []model.Edit, right proof) error {
	return publish(path, func(beside string) error {
		s, err := connect(beside, "rwc", asksRead, asksAll)
		if err != nil {
			return err
		}
		return errors.Join(s.fill(ctx, edits, right), s.Close())
	})
}

// fill makes a race of an empty database and commits the edits, all in one
// transaction with the proof, if any.
func (s *Store) fill(ctx context.Context, edits []model.Edit, right proof) error {
	return transact(ctx, s.write, nil, func(tx *sqlx.Tx) error {
		for _, statement := range []string{s.begin, `CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)`} {
			if statement == "" {
				continue
			}
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		if err := s.build(ctx, tx, migrations, 0); err != nil {
			return err
		}
		prepared, err := s.prepareOn(ctx, tx)
		if err != nil {
			return err
		}
		err = work{tx, prepared, true}.replay(ctx, edits, s.instant())
		if err == nil && right != nil {
			err = right(ctx, tx)
		}
		return err
	})
}

// Backup writes a whole copy of the race, as it stands at one instant, to a new
// file and reads it back. Other work goes on meanwhile. What is there already is
// never overwritten, and a failure leaves nothing behind.
//
// It returns model's ErrExists, ErrReadOnly, ErrFull or ErrDamaged.
func (s *Store) Backup(ctx context.Context, to string) error {
	if s.copyInto == "" {
		_, err := s.carry(ctx, to)
		return err
	}
	return wrap("back up to", to, s.copyTo(ctx, to, func(ctx context.Context, copied *Store) error { return copied.Check(ctx) }))
}

// keep writes a copy of the race beside it before its schema changes. A copy of
// an earlier time is left as it is.
func (s *Store) keep(ctx context.Context, version int) error {
	to := fmt.Sprintf("%s.v%d.bak", s.name, version)
	for n := 2; ; n++ {
		err := s.copyTo(ctx, to, func(context.Context, *Store) error { return nil })
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		to = fmt.Sprintf("%s.v%d-%d.bak", s.name, version, n)
	}
}

// copyTo publishes a copy that is sound and passes the check.
func (s *Store) copyTo(ctx context.Context, to string, check func(context.Context, *Store) error) error {
	return publish(to, func(beside string) error {
		if _, err := s.read.ExecContext(ctx, s.copyInto, beside); err != nil {
			return err
		}
		return peek(beside, alone, func(copied *Store) error {
			if err := copied.sound(ctx, 0); err != nil {
				return err
			}
			return check(ctx, copied)
		})
	})
}

// publish lets build make a file in a new folder beside its place, and gives it
// its name only when it is whole and on the disk.
func publish(path string, build func(beside string) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := vacant(path); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".racedesk-")
	if errors.Is(meaning(err), model.ErrMissing) {
		return fmt.Errorf("%w: %w", model.ErrReadOnly, err) // there is no folder to write in
	}
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // nothing of worth is left in it
	beside := filepath.Join(dir, "race")
	if err := build(beside); err != nil {
		return err
	}
	return place(beside, path)
}

// vacant says whether a name is free, and the names that SQLite would take with
// it: a log left by another file would be played into the new one.
func vacant(path string) error {
	for _, name := range []string{path, path + "-wal", path + "-journal"} {
		if _, err := os.Lstat(name); err == nil {
			return &fs.PathError{Op: "make", Path: name, Err: fs.ErrExist}
		}
	}
	return nil
}

// place gives a finished file its name without overwriting what has that name.
func place(beside, path string) error {
	if err := flush(beside); err != nil {
		return err
	}
	err := os.Link(beside, path)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = claim(beside, path)
	}
	if err != nil {
		return err
	}
	_ = flush(filepath.Dir(path)) // not every system can, and the file is there
	return nil
}

// claim is for file systems without links: an empty file takes the name, unless
// it is taken, and the finished one replaces it.
func claim(beside, path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = f.Close()
	if err == nil {
		err = os.Rename(beside, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// flush makes sure that a file, or the names in a folder, are on the disk.
func flush(path string) error {
	flag := os.O_RDWR
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		flag = os.O_RDONLY
	}
	f, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
