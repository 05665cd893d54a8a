package persist

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"racedesk/model"
)

// An Offer is a backup that a race can be restored from.
type Offer struct {
	Kept
	Missing int64 // edits of the race that are not in it; -1 where that cannot be told
}

// Backups lists the backups of a race's file, the newest first, from beside it and
// from the second folder, if any. The race itself may be damaged or gone.
func Backups(path, second string) ([]Offer, error) {
	all, err := listBackups(path + backups)
	if second != "" && err == nil {
		var more []Kept
		more, err = listBackups(filepath.Join(second, filepath.Base(path)+backups))
		all = append(all, more...)
	}
	if err != nil {
		return nil, wrap("list backups of", path, err)
	}
	slices.SortStableFunc(all, func(a, b Kept) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Seq, a.Seq)) })
	last, known := lastEdit(path)
	var offers []Offer
	for _, k := range all {
		missing := int64(-1)
		if known {
			missing = max(0, last-k.Seq)
		}
		offers = append(offers, Offer{k, missing})
	}
	return offers, nil
}

// lastEdit asks a file that may be damaged where its timeline ends.
func lastEdit(path string) (seq int64, known bool) {
	_ = peek(path, "ro", func(s *Store) error {
		for _, query := range []string{`SELECT seq FROM timeline`, `SELECT max(seq) FROM edits`} {
			var n int64
			if err := s.read.QueryRow(query).Scan(&n); err == nil {
				seq, known = max(seq, n), true
			}
		}
		return nil // what cannot be asked is not known
	})
	return seq, known
}

// NewestGood returns the newest backup of which every row is as it was written. It
// returns model.ErrMissing where there is none.
func NewestGood(ctx context.Context, path, second string) (Offer, error) {
	offers, err := Backups(path, second)
	if err != nil {
		return Offer{}, err
	}
	for _, o := range offers {
		if proved(ctx, o.Path) == nil {
			return o, nil
		}
		if ctx.Err() != nil {
			return Offer{}, wrap("find backup of", path, ctx.Err())
		}
	}
	return Offer{}, wrap("find backup of", path, model.ErrMissing)
}

// proved says whether everything in a backup is as it was written.
func proved(ctx context.Context, path string) error {
	return peek(path, alone, func(s *Store) error {
		version, err := s.identify(ctx, len(migrations))
		if err == nil {
			err = s.sound(ctx, 0)
		}
		if err == nil && version == len(migrations) { // before, rows had no sums
			err = s.Check(ctx)
		}
		return err
	})
}

// Restore puts a backup in the place of a race's file, which no desk may have
// open. What is there, damaged or not, is kept under the name that it returns,
// empty where there was nothing.
//
// It returns model.ErrDamaged where the backup is not good, ErrReadOnly or ErrFull.
func Restore(ctx context.Context, path, backup string) (aside string, err error) {
	path, err = filepath.Abs(path)
	if err == nil {
		err = proved(ctx, backup)
	}
	if err != nil {
		return "", wrap("restore from", backup, err)
	}
	err = beside(path, func(made string) error {
		if err := duplicate(backup, made); err != nil {
			return err
		}
		if err := proved(ctx, made); err != nil {
			return err
		}
		if aside, err = moveAside(path); err != nil {
			return err
		}
		return place(made, path)
	})
	return aside, wrap("restore", path, err)
}

// moveAside gives a file and the log that belongs to it another name.
func moveAside(path string) (string, error) {
	stem := fmt.Sprintf("%s.kept-%s", path, time.Now().UTC().Format("20060102T150405Z"))
	aside := stem
	for n := 2; vacant(aside) != nil; n++ {
		aside = fmt.Sprintf("%s-%d", stem, n)
	}
	moved := ""
	for _, end := range []string{"-shm", "-wal", "-journal", ""} {
		err := os.Rename(path+end, aside+end)
		if err == nil {
			moved = aside
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return moved, nil
}

// duplicate copies a file that nobody writes.
func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // it was only read
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
