package persist

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"racedesk/model"
)

// released makes the race that stands in testdata in the schema of every version
// that there was, in today's.
func released(t *testing.T) *Store {
	t.Helper()
	at := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
	path := filepath.Join(t.TempDir(), "today.racedesk")
	if err := Create(t.Context(), path,
		model.Edit{Label: "all", Desk: "a", At: at, Changes: made(early(1)...)},
		model.Edit{Label: "cards", Desk: "b", At: at.Add(time.Second), Changes: made(card(1), card(2), card(3))}); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	s.clock = func() time.Time { return at.Add(time.Minute) }
	commitTo(t, s, vote(t, load(t, s), 3))
	e := commitTo(t, s, vote(t, load(t, s), -1))
	undo, err := load(t, s).Revert(e)
	if err != nil {
		t.Fatal(err)
	}
	commitTo(t, s, undo)
	commitTo(t, s, model.Edit{Label: "remove", Changes: []model.Change{{Before: card(3).At(2)}}})
	return s
}

// old returns a copy of a file that an earlier version made.
func old(t *testing.T, fixture string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), filepath.Base(fixture))
	writeFile(t, path, readFile(t, fixture))
	return path
}

func fixtures(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/v*.racedesk")
	if err != nil || len(all) != today-1 {
		t.Fatalf("%d fixtures of %d versions: %v", len(all), today-1, err)
	}
	return all
}

func TestUpgradeOfEveryRelease(t *testing.T) {
	want := released(t)
	board, edits := content(load(t, want)), history(t, want, 0)
	for _, fixture := range fixtures(t) {
		s := open(t, old(t, fixture))
		if err := errors.Join(s.Check(t.Context()), sameAs(t.Context(), s, board, edits)); err != nil {
			t.Errorf("%s: %v", fixture, err)
		}
		commitTo(t, s, vote(t, load(t, s), 1))
	}
}

// starters is how many processes begin in the same moment.
const starters = 30

func init() { childs["PERSIST_TEST_START"] = starter }

// starter makes a race unless there is one, opens it and adds a card.
func starter(address string) error {
	ctx := context.Background()
	if err := Create(ctx, address); err != nil && !errors.Is(err, model.ErrExists) {
		return err
	}
	s, err := Open(ctx, address)
	if err != nil {
		return err
	}
	_, err = s.Commit(ctx, model.Edit{Changes: made(card(int64(os.Getpid())))})
	return errors.Join(err, s.Close())
}

func TestThirtyStartAtOnce(t *testing.T) {
	server := sharedServer(t)
	places := map[string]int{filepath.Join(t.TempDir(), "new"): 0, server.address("thirty"): 0}
	for _, fixture := range fixtures(t) {
		places[old(t, fixture)] = 6
	}
	for address, before := range places {
		runAll(t, "PERSIST_TEST_START="+address, starters)
		s := open(t, address)
		if b := load(t, s); b.Seq != int64(before+starters) {
			t.Errorf("%s is at %d", address, b.Seq)
		}
		if err := s.Check(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

// TestThirtyUpgradeAServer lets programs of tomorrow open a race of today.
func TestThirtyUpgradeAServer(t *testing.T) {
	address := newRaceOn(t, sharedServer(t))
	var wg sync.WaitGroup
	for n := range int64(starters) {
		wg.Go(func() {
			s, err := openServer(t.Context(), address, tomorrow)
			if err != nil {
				t.Error(err)
				return
			}
			commitTo(t, s, model.Edit{Changes: made(card(n))})
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if _, err := Open(t.Context(), address); !errors.Is(err, model.ErrNewer) {
		t.Error(err)
	}
}
