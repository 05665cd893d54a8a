package persist

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"racedesk/model"
)

// every is how often a race that changes is backed up.
const every = 10 * time.Minute

// A Kept is a backup of a race's file, made by itself.
type Kept struct {
	Path string
	At   time.Time
	Seq  int64 // of the last edit in it
}

// KeepBackups makes backups of a race's file until the store is closed: at once,
// and every ten minutes while there are edits. They lie in a folder beside the
// file, and in a second one too if it is named: a stick, say. What goes wrong is
// told to warn and tried again; the work does not wait for it. Of older backups
// fewer and fewer stay: all of the last hour, one for each hour of two days, one
// for each day of a month. A race on a server is backed up there, and not here.
func (s *Store) KeepBackups(second string, warn func(error)) {
	s.attending.Lock()
	defer s.attending.Unlock()
	if s.copyInto == "" || s.isClosed() {
		return
	}
	s.background.Go(func() {
		for s.life.Err() == nil {
			for _, err := range s.backUp(s.life, second) {
				if s.life.Err() == nil {
					warn(err)
				}
			}
			rest(s.life, every, nil)
		}
	})
}

// backUp makes one backup in each folder that lacks the last edit.
func (s *Store) backUp(ctx context.Context, second string) (wrong []error) {
	folders := []string{s.name + backups}
	if second != "" {
		folders = append(folders, filepath.Join(second, filepath.Base(s.name)+backups))
	}
	for i, folder := range folders {
		if i > 0 { // a stick that is not in is not made up for
			if _, err := os.Stat(second); err != nil {
				wrong = append(wrong, wrap("back up to", second, err))
				continue
			}
		}
		if err := s.backUpTo(ctx, folder); err != nil {
			wrong = append(wrong, err)
		}
	}
	return wrong
}

// backups is what the name of a race's folder of backups ends with.
const backups = ".backups"

func (s *Store) backUpTo(ctx context.Context, folder string) error {
	var seq int64
	err := s.read.QueryRowContext(ctx, `SELECT seq FROM timeline`).Scan(&seq)
	if err == nil {
		err = os.MkdirAll(folder, 0o700)
	}
	if err != nil {
		return wrap("back up to", folder, err)
	}
	there, err := listBackups(folder)
	if err != nil {
		return wrap("back up to", folder, err)
	}
	now := s.clock()
	if len(there) == 0 || there[0].Seq != seq {
		k := Kept{At: now, Seq: seq}
		k.Path = filepath.Join(folder, k.name())
		if err := s.Backup(ctx, k.Path); err != nil && !errors.Is(err, model.ErrExists) {
			return err
		}
		there = slices.Insert(there, 0, k)
	}
	for _, k := range thin(there, now) {
		if err := os.Remove(k.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return wrap("thin out", folder, err)
		}
	}
	return nil
}

// thin returns the backups that need not stay, of a list with the newest first.
// The newest stays in any case, and of an hour or a day the last one does.
func thin(all []Kept, now time.Time) (drop []Kept) {
	type slot struct {
		span  time.Duration
		start time.Time
	}
	taken := map[slot]bool{}
	for i, k := range all {
		age, span := now.Sub(k.At), time.Hour
		switch {
		case i == 0 || age < time.Hour:
			continue
		case age >= 31*24*time.Hour:
			drop = append(drop, k)
			continue
		case age >= 48*time.Hour:
			span = 24 * time.Hour
		}
		its := slot{span, k.At.Truncate(span)}
		if taken[its] {
			drop = append(drop, k)
		}
		taken[its] = true
	}
	return drop
}

// A backup's name says when it was made and which edit is the last in it.
const (
	nameTime = "20060102T150405.000Z"
	nameEnd  = ".racedesk"
)

func (k Kept) name() string {
	return fmt.Sprintf("%s-%d%s", k.At.UTC().Format(nameTime), k.Seq, nameEnd)
}

// listBackups lists the backups in a folder, the newest first. Other files are
// passed over.
func listBackups(folder string) ([]Kept, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []Kept
	for _, e := range entries {
		made, seq, _ := strings.Cut(strings.TrimSuffix(e.Name(), nameEnd), "-")
		at, err := time.Parse(nameTime, made)
		if err != nil {
			continue
		}
		n, err := strconv.ParseInt(seq, 10, 64)
		if k := (Kept{filepath.Join(folder, e.Name()), at, n}); err == nil && k.name() == e.Name() {
			all = append(all, k)
		}
	}
	slices.SortFunc(all, func(a, b Kept) int { return b.At.Compare(a.At) })
	return all, nil
}
