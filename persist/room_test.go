package persist

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"racedesk/model"
)

// roomyRace makes a race with one entity of each kind and some cards.
func roomyRace(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "race")
	edits := []model.Edit{{Label: "all", Desk: "a", Changes: made(full(2)...)},
		{Label: "cards", Desk: "a", Changes: made(card(1), card(2))}}
	if err := Create(t.Context(), path, edits...); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestNoRoom bounds the file as a full disk does. What is there stays readable,
// nothing of a refused edit is kept, and the next one works when there is room.
func TestNoRoom(t *testing.T) {
	s := open(t, roomyRace(t))
	limit := func(pragma string) {
		t.Helper()
		var pages int64
		if err := s.write.GetContext(t.Context(), &pages, pragma); err != nil {
			t.Fatal(err)
		}
	}
	before := load(t, s)
	big := card(1000)
	big.Text = strings.Repeat("x", model.MaxText)
	e := model.Edit{Label: model.LabelAdd, Changes: made(big)}
	for range 2 {
		// The least it takes: what is in use. It is the connection's, and one that
		// ran full is not used again.
		limit(`PRAGMA max_page_count = 1`)
		if _, err := s.Commit(t.Context(), e); !errors.Is(err, model.ErrFull) {
			t.Errorf("got %v, want %v", err, model.ErrFull)
		}
		now := load(t, s)
		if now.Seq != before.Seq || !reflect.DeepEqual(content(now), content(before)) {
			t.Error("a refused edit left something")
		}
		if got := history(t, s, 0); int64(len(got)) != before.Seq {
			t.Errorf("%d edits in the history, want %d", len(got), before.Seq)
		}
	}
	limit(`PRAGMA max_page_count = 100000`)
	if done := commitTo(t, s, e); done.Seq != before.Seq+1 {
		t.Errorf("seq %d after room was made, want %d", done.Seq, before.Seq+1)
	}
}

func TestOpenAgainFindsEverything(t *testing.T) {
	path := roomyRace(t)
	s := open(t, path)
	commitTo(t, s, vote(t, load(t, s), 2))
	board, edits := load(t, s), history(t, s, 0)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	if err != nil || len(names) != 1 {
		t.Errorf("after closing there are %q, %v", names, err)
	}
	s = open(t, path)
	if now := load(t, s); now.Seq != board.Seq || !reflect.DeepEqual(content(now), content(board)) {
		t.Error("the board differs")
	}
	if !reflect.DeepEqual(history(t, s, 0), edits) {
		t.Error("the history differs")
	}
}
