package persist

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"racedesk/model"
)

// outOfSpace fills what a race lies on and works on until nothing more goes in.
// It says what did not hold: the edit that did not fit is refused as such, what
// was there can be read, and the next edit works when there is space again.
func outOfSpace(ctx context.Context, s *Store, fill, free func() error) error {
	if err := fill(); err != nil {
		return err
	}
	stored, err := commitUntilFull(ctx, s)
	if !errors.Is(err, model.ErrFull) {
		return fmt.Errorf("full disk: got %w", err)
	}
	b, err := s.Load(ctx)
	if err != nil {
		return err
	}
	edits, err := s.Edits(ctx, 0)
	if err != nil {
		return err
	}
	replayed := model.NewBoard(0, nil)
	for _, e := range edits {
		replayed.Apply(e)
	}
	if b.Seq != stored || !reflect.DeepEqual(content(b), content(replayed)) {
		return fmt.Errorf("full disk: race at %d, stored %d", b.Seq, stored)
	}
	if err := free(); err != nil {
		return err
	}
	e, err := s.Commit(ctx, model.Edit{Changes: made(card(999))})
	if err == nil && e.Seq != stored+1 {
		err = fmt.Errorf("freed disk: edit %d after %d", e.Seq, stored)
	}
	return err
}

// commitUntilFull returns the Seq of the last edit that went in, and what kept
// the next one out.
func commitUntilFull(ctx context.Context, s *Store) (last int64, err error) {
	for n := range int64(1000) {
		c := card(n)
		c.Text = strings.Repeat("å", 10000)
		e, err := s.Commit(ctx, model.Edit{Changes: made(c)})
		if err != nil {
			return last, err
		}
		last = e.Seq
	}
	return last, nil
}

// TestFullDisk works on a small disk of its own. Where the system lets nobody
// have one, SQLite is told that there is no more.
func TestFullDisk(t *testing.T) {
	told, err := smallDisk(t)
	if err != nil {
		t.Fatalf("%v\n%s", err, told)
	}
}

func TestFullByPageLimit(t *testing.T) {
	if err := onPageLimit(t.Context(), t.TempDir()); err != nil {
		t.Error(err)
	}
}

func onPageLimit(ctx context.Context, dir string) error {
	s, err := newRace(ctx, dir)
	if err != nil {
		return err
	}
	limit := func(pages int) func() error {
		return func() error {
			_, err := s.write.ExecContext(ctx, fmt.Sprintf(`PRAGMA max_page_count = %d`, pages))
			return err
		}
	}
	return errors.Join(outOfSpace(ctx, s, limit(40), limit(10000)), s.Close())
}

func newRace(ctx context.Context, dir string) (*Store, error) {
	path := filepath.Join(dir, "race")
	if err := Create(ctx, path); err != nil {
		return nil, err
	}
	return Open(ctx, path)
}

// onSmallDisk works in a folder that soon is full, and has nothing else in it.
func onSmallDisk(ctx context.Context, dir string) error {
	s, err := newRace(ctx, dir)
	if err != nil {
		return err
	}
	ballast := filepath.Join(dir, "ballast")
	fill := func() error { return os.WriteFile(ballast, make([]byte, 800<<10), 0o600) }
	free := func() error {
		return errors.Join(nothingNew(ctx, s, dir), os.Remove(ballast))
	}
	if err := errors.Join(outOfSpace(ctx, s, fill, free), s.Close()); err != nil {
		return err
	}
	return visit(ctx, s.name)
}

// nothingNew says whether a race or a copy that does not fit leaves nothing.
func nothingNew(ctx context.Context, s *Store, dir string) error {
	for op, err := range map[string]error{
		"create": Create(ctx, filepath.Join(dir, "new"), model.NewRace("x")),
		"backup": s.Backup(ctx, filepath.Join(dir, "copy")),
	} {
		if !errors.Is(err, model.ErrFull) {
			return fmt.Errorf("%s on a full disk: got %w", op, err)
		}
	}
	left, err := os.ReadDir(dir)
	if err == nil && len(left) != 4 { // race, log, index, ballast
		err = fmt.Errorf("left behind: %v", left)
	}
	return err
}
