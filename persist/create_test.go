package persist

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"

	"racedesk/model"
)

func TestCreateNeverOverwrites(t *testing.T) {
	for name, taken := range map[string]func(path string) error{
		"file":       func(path string) error { return os.WriteFile(path, []byte("mine"), 0o600) },
		"empty file": func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"folder":     func(path string) error { return os.Mkdir(path, 0o700) },
		"link":       func(path string) error { return os.Symlink("nowhere", path) },
		"log":        func(path string) error { return os.WriteFile(path+"-wal", []byte("mine"), 0o600) },
		"journal":    func(path string) error { return os.WriteFile(path+"-journal", nil, 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			path := filepath.Join(dir, "race")
			if err := taken(path); err != nil {
				t.Fatal(err)
			}
			before := folder(t, dir)
			if err := Create(t.Context(), path, model.NewRace("x")); !errors.Is(err, model.ErrExists) {
				t.Errorf("create: %v", err)
			}
			if err := open(t, sample(t)).Backup(t.Context(), path); !errors.Is(err, model.ErrExists) {
				t.Errorf("backup: %v", err)
			}
			if after := folder(t, dir); !reflect.DeepEqual(before, after) {
				t.Errorf("%v became %v", before, after)
			}
		})
	}
}

func TestCreateAtOnce(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "race")
	var wg sync.WaitGroup
	var won atomic.Int32
	for range 8 {
		wg.Go(func() {
			err := Create(t.Context(), path, model.NewRace("x"), model.Edit{Changes: made(card(1))})
			if err == nil {
				won.Add(1)
			} else if !errors.Is(err, model.ErrExists) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if won.Load() != 1 {
		t.Errorf("%d made it", won.Load())
	}
	if b := load(t, open(t, path)); b.Seq != 2 {
		t.Errorf("race is at %d", b.Seq)
	}
}

func TestCreateLeavesNothingBehind(t *testing.T) {
	ended, end := context.WithCancel(t.Context())
	end()
	twice := model.Edit{Changes: made(card(1))}
	for name, c := range map[string]struct {
		ctx   context.Context
		edits []model.Edit
		want  error
	}{
		"conflict": {t.Context(), []model.Edit{twice, twice}, model.ErrConflict},
		"ended":    {ended, []model.Edit{twice}, context.Canceled},
	} {
		dir := t.TempDir()
		if err := Create(c.ctx, filepath.Join(dir, "race"), c.edits...); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if left := folder(t, dir); len(left) != 0 {
			t.Errorf("%s left %v", name, left)
		}
	}
}

func TestCreateWhereNothingCanBe(t *testing.T) {
	here := open(t, sample(t))
	for _, path := range []string{"/proc/race", os.DevNull + "/race", t.TempDir() + "/no/race"} {
		if err := Create(t.Context(), path); !errors.Is(err, model.ErrReadOnly) {
			t.Errorf("create %s: %v", path, err)
		}
		if err := here.Backup(t.Context(), path); !errors.Is(err, model.ErrReadOnly) {
			t.Errorf("backup %s: %v", path, err)
		}
	}
}

func TestCreateCarriesHistoryOver(t *testing.T) {
	s := open(t, sample(t))
	commitTo(t, s, vote(t, load(t, s), 3))
	e := commitTo(t, s, vote(t, load(t, s), -1))
	undo, err := load(t, s).Revert(e)
	if err != nil {
		t.Fatal(err)
	}
	commitTo(t, s, undo)
	edits := history(t, s, 0)
	path := filepath.Join(t.TempDir(), "carried")
	if err := Create(t.Context(), path, append(edits, model.Edit{Label: "empty"})...); err != nil {
		t.Fatal(err)
	}
	carried := open(t, path)
	if got := history(t, carried, 0); !reflect.DeepEqual(got, edits) {
		t.Errorf("got %+v, want %+v", got, edits)
	}
	if got, want := content(load(t, carried)), content(load(t, s)); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestClaim is about file systems without links.
func TestClaim(t *testing.T) {
	dir := t.TempDir()
	path, beside := filepath.Join(dir, "race"), filepath.Join(dir, "beside")
	if err := claim(beside, path); err == nil || len(folder(t, dir)) != 0 {
		t.Errorf("%v left %v", err, folder(t, dir))
	}
	for i, want := range []error{nil, os.ErrExist} {
		writeFile(t, beside, []byte{byte(i)})
		if err := claim(beside, path); !errors.Is(err, want) {
			t.Errorf("claim %d: %v", i, err)
		}
	}
	if got := folder(t, dir)["race"]; got != "\x00" {
		t.Errorf("%q", got)
	}
}

func TestBackup(t *testing.T) {
	path := sample(t)
	s := open(t, path)
	commitTo(t, s, vote(t, load(t, s), 3))
	to := filepath.Join(filepath.Dir(path), "copy")
	if err := s.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	copied := open(t, to)
	if got, want := content(load(t, copied)), content(load(t, s)); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got, want := history(t, copied, 0), history(t, s, 0); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	commitTo(t, copied, vote(t, load(t, copied), 1))
	commitTo(t, s, vote(t, load(t, s), 7))
	if a, b := load(t, s), load(t, copied); reflect.DeepEqual(content(a), content(b)) {
		t.Error("the copy is the race")
	}
}

func TestBackupWhileWriting(t *testing.T) {
	path := sample(t)
	s, other := open(t, path), open(t, path)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for n := range int64(40) {
			commitTo(t, other, model.Edit{Changes: made(card(1000 + n))})
		}
	}()
	for n := range 5 {
		to := filepath.Join(filepath.Dir(path), string(rune('a'+n)))
		if err := s.Backup(t.Context(), to); err != nil {
			t.Error(err)
		}
		if err := visit(t.Context(), to); err != nil {
			t.Error(err)
		}
	}
	<-done
}

func TestBackupOfDamage(t *testing.T) {
	path := sample(t)
	s := open(t, path)
	if _, err := s.write.Exec(`UPDATE entities SET body = '{' WHERE id = 'c1'`); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := s.Backup(t.Context(), filepath.Join(dir, "copy")); !errors.Is(err, model.ErrDamaged) {
		t.Error(err)
	}
	if left := folder(t, dir); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}
