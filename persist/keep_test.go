package persist

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"racedesk/model"
)

// TestThin lets a race be backed up every ten minutes for forty days.
func TestThin(t *testing.T) {
	now := time.Date(2026, 3, 4, 9, 5, 0, 0, time.UTC)
	var all []Kept
	for n := range 40 * 24 * 6 {
		now = now.Add(every)
		all = append([]Kept{{At: now, Seq: int64(n)}}, all...)
		gone := map[int64]bool{}
		for _, k := range thin(all, now) {
			gone[k.Seq] = true
		}
		var left []Kept
		for _, k := range all {
			if !gone[k.Seq] {
				left = append(left, k)
			}
		}
		all = left
	}
	for _, c := range []struct {
		from, to time.Duration
		n        int
	}{{0, time.Hour, 6}, {time.Hour, 48 * time.Hour, 47}, {48 * time.Hour, 31 * 24 * time.Hour, 29}, {31 * 24 * time.Hour, 1 << 62, 0}} {
		n := 0
		for _, k := range all {
			if age := now.Sub(k.At); c.from <= age && age < c.to {
				n++
			}
		}
		if n < c.n || n > c.n+1 {
			t.Errorf("%d backups from %v to %v ago, want %d", n, c.from, c.to, c.n)
		}
	}
	if drop := thin([]Kept{{At: now.AddDate(-1, 0, 0)}}, now); len(drop) != 0 {
		t.Error("the only backup is dropped")
	}
}

// backUpAt makes backups with the clock turned on, and wants no warnings.
func backUpAt(t *testing.T, s *Store, clock *handClock, second string) {
	t.Helper()
	clock.turn(every)
	for _, err := range s.backUp(t.Context(), second) {
		t.Error(err)
	}
}

func TestBackupsByThemselves(t *testing.T) {
	path, second := sample(t), t.TempDir()
	clock := &handClock{now: time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)}
	s := open(t, path)
	s.clock = clock.read
	for n := range int64(3) {
		backUpAt(t, s, clock, second)
		backUpAt(t, s, clock, second) // nothing happened
		commitTo(t, s, model.Edit{Changes: made(card(100 + n))})
	}
	offers, err := Backups(path, second)
	if err != nil || len(offers) != 6 {
		t.Fatalf("%+v, %v", offers, err)
	}
	for i, o := range offers {
		if want := int64(4 - i/2); o.Seq != want || o.Missing != 5-want {
			t.Errorf("backup %d is %+v", i, o)
		}
		if b := load(t, open(t, o.Path)); b.Seq != o.Seq {
			t.Errorf("%s is at %d", o.Path, b.Seq)
		}
	}
	gone := filepath.Join(second, "gone")
	if wrong := s.backUp(t.Context(), gone); len(wrong) != 1 || !errors.Is(wrong[0], model.ErrMissing) {
		t.Errorf("warned of %v", wrong)
	}
	if _, err := os.Stat(gone); err == nil {
		t.Error("a folder was made where a stick should be")
	}
}

func TestKeepBackupsBeginsAtOnce(t *testing.T) {
	path := sample(t)
	s := open(t, path)
	warned := make(chan error)
	s.KeepBackups(filepath.Join(t.TempDir(), "gone"), func(err error) { warned <- err })
	select {
	case err := <-warned: // the second folder comes after the first
		if !errors.Is(err, model.ErrMissing) {
			t.Error(err)
		}
	case <-time.After(deadline):
		t.Fatal("no backup")
	}
	if offers, err := Backups(path, ""); err != nil || len(offers) != 1 {
		t.Errorf("%+v, %v", offers, err)
	}
}

func TestDamageIsNotBackedUp(t *testing.T) {
	path := sample(t)
	clock := &handClock{now: time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)}
	s := open(t, path)
	s.clock = clock.read
	backUpAt(t, s, clock, "")
	if _, err := s.write.Exec(`UPDATE edits SET desk = 'x'; UPDATE timeline SET seq = 3`); err != nil {
		t.Fatal(err)
	}
	if wrong := s.backUp(t.Context(), ""); len(wrong) != 1 || !errors.Is(wrong[0], model.ErrDamaged) {
		t.Errorf("warned of %v", wrong)
	}
	if offers, err := Backups(path, ""); err != nil || len(offers) != 1 || offers[0].Missing != 1 {
		t.Errorf("%+v, %v", offers, err)
	}
}

// TestRestore damages a race and its newest backup, and goes on from the one
// before.
func TestRestore(t *testing.T) {
	path := sample(t)
	clock := &handClock{now: time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)}
	s := open(t, path)
	s.clock = clock.read
	for n := range int64(2) {
		commitTo(t, s, model.Edit{Changes: made(card(100 + n))})
		backUpAt(t, s, clock, "")
	}
	commitTo(t, s, model.Edit{Changes: made(card(110))})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	offers, err := Backups(path, "")
	if err != nil || len(offers) != 2 {
		t.Fatalf("%+v, %v", offers, err)
	}
	spoil := func(path string) []byte {
		data := readFile(t, path)
		random := rand.New(rand.NewPCG(1, 2))
		for range 50 {
			data[4096+random.IntN(len(data)-4096)] ^= 0xff
		}
		writeFile(t, path, data)
		return data
	}
	damaged := spoil(path)
	spoil(offers[0].Path)
	if _, err := Restore(t.Context(), path, offers[0].Path); !errors.Is(err, model.ErrDamaged) {
		t.Errorf("restored from damage: %v", err)
	}
	if !bytes.Equal(readFile(t, path), damaged) {
		t.Error("altered")
	}
	good, err := NewestGood(t.Context(), path, "")
	if err != nil || good.Seq != 3 {
		t.Fatalf("%+v, %v", good, err)
	}
	aside, err := Restore(t.Context(), path, good.Path)
	if err != nil || !bytes.Equal(readFile(t, aside), damaged) {
		t.Fatalf("aside is %q, %v", aside, err)
	}
	b := open(t, path)
	if board := load(t, b); board.Seq != 3 {
		t.Errorf("restored race is at %d", board.Seq)
	}
	commitTo(t, b, model.Edit{Changes: made(card(111))})
}

func TestRestoreOfWhatIsGone(t *testing.T) {
	path := sample(t)
	s := open(t, path)
	if wrong := s.backUp(t.Context(), ""); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	remove(t, path)
	good, err := NewestGood(t.Context(), path, "")
	if err != nil || good.Missing != -1 {
		t.Fatalf("%+v, %v", good, err)
	}
	aside, err := Restore(t.Context(), path, good.Path)
	if err != nil || aside != "" {
		t.Errorf("aside is %q, %v", aside, err)
	}
	if board := load(t, open(t, path)); board.Seq != 2 {
		t.Errorf("restored race is at %d", board.Seq)
	}
	if _, err := NewestGood(t.Context(), path+"x", ""); !errors.Is(err, model.ErrMissing) {
		t.Error(err)
	}
	stray := filepath.Join(path+backups, "notes.txt")
	writeFile(t, stray, nil)
	if offers, err := Backups(path, ""); err != nil || len(offers) != 1 {
		t.Errorf("%s, %v", fmt.Sprint(offers), err)
	}
}
