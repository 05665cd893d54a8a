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
	if err := onThisMachine(path); err != nil {
		return err
	}
	return publish(path, func(made string) error {
		s, err := connect(made, "rwc", asksRead, asksAll)
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

// publish lets build make a file, and gives it its name only when it is whole and
// on the disk.
func publish(path string, build func(made string) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := vacant(path); err != nil {
		return err
	}
	return beside(path, func(made string) error {
		if err := build(made); err != nil {
			return err
		}
		return place(made, path)
	})
}

// beside lends f a name in a new folder beside a path.
func beside(path string, f func(name string) error) error {
	dir, err := os.MkdirTemp(filepath.Dir(path), ".racedesk-")
	if errors.Is(meaning(err), model.ErrMissing) {
		return fmt.Errorf("%w: %w", model.ErrReadOnly, err) // there is no folder to write in
	}
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // nothing of worth is left in it
	return f(filepath.Join(dir, "race"))
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
func place(made, path string) error {
	if err := flush(made); err != nil {
		return err
	}
	err := os.Link(made, path)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = claim(made, path)
	}
	if err != nil {
		return err
	}
	_ = flush(filepath.Dir(path)) // not every system can, and the file is there
	return nil
}

// claim is for file systems without links: an empty file takes the name, unless
// it is taken, and the finished one replaces it.
func claim(made, path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = f.Close()
	if err == nil {
		err = os.Rename(made, path)
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
