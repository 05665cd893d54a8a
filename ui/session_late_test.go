package ui_test

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"racedesk/model"
)

// twoDesks is one store, and two sessions that both see the card "one".
func twoDesks(t *testing.T) (a, b *rig) {
	store := newMoody()
	a, b = newRig(t, store, "a"), newRig(t, store, "b")
	a.ask(add(model.Problem, "one"))
	settle(a, b)
	return a, b
}

func title(text string) func(*model.Board) (model.Edit, error) {
	return func(b *model.Board) (model.Edit, error) { return b.Write(model.Card{ID: "one", Title: text}) }
}

func TestVotesOfTwoDesksAtOnceBothCount(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, b := twoDesks(t)
		first, second := a.ask(vote("one", 1)), b.ask(vote("one", 2))
		settle(a, b)
		first.want(t, "first", nil)
		second.want(t, "second", nil)
		if a.votes("one") != 3 || b.votes("one") != 3 {
			t.Errorf("%d and %d votes, want 3", a.votes("one"), b.votes("one"))
		}
		a.end()
		b.end()
	})
}

func TestOfTwoTitlesAtOnceOneIsRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, b := twoDesks(t)
		outcomes := []*outcome{a.ask(title("mine")), b.ask(title("yours"))}
		settle(a, b)
		refused := 0
		for _, o := range outcomes {
			if o.err != nil {
				refused++
				o.want(t, "the late one", model.ErrConflict)
			}
		}
		if refused != 1 || len(a.failed)+len(b.failed) != 1 {
			t.Errorf("%d refused, told %v and %v; want one", refused, a.failed, b.failed)
		}
		a.end()
		b.end()
	})
}

// An undo that would take back what another desk did since is refused once, and
// the one before it can still be done.
func TestARefusedUndoDoesNotStandInTheWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, b := twoDesks(t)
		a.ask(vote("one", 1))
		a.ask(title("mine"))
		settle(a, b)
		b.ask(title("yours"))
		settle(a, b)
		a.Undo(nil)
		settle(a, b)
		if len(a.failed) != 1 {
			t.Errorf("told %v, want one refusal", a.failed)
		}
		a.Undo(nil)
		settle(a, b)
		if len(a.failed) != 1 || a.votes("one") != 0 {
			t.Errorf("told %v, %d votes; want the vote back", a.failed, a.votes("one"))
		}
		a.end()
		b.end()
	})
}

// A computer whose clock goes wrong, or that slept, shows the store's time again
// within seconds.
func TestTheStoresClockCountsAllTheTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ahead atomic.Int64
		store := func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }
		r := newRig(t, model.NewMemory(store), "a")
		ahead.Store(int64(5 * time.Minute)) // as seen from here
		time.Sleep(11 * time.Second)
		settle(r)
		if off := r.Now().Sub(store()); off != 0 {
			t.Errorf("%v off the store's clock", off)
		}
		r.end()
	})
}

// What another desk did is on the board before it is told that it was first: whoever
// hears that a card is gone looks for it there.
func TestARefusalIsToldOnceTheBoardShowsWhy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		a := newRig(t, store, "a")
		a.ask(add(model.Problem, "one"))
		settle(a)
		store.mu.Lock()
		store.news = make(chan struct{})
		store.mu.Unlock()
		gone, err := a.Board.Remove("one")
		if err == nil {
			_, err = store.Memory.Commit(t.Context(), gone)
		}
		if err != nil {
			t.Fatal(err)
		}
		told, there := false, false
		a.Do(title("mine"), func(err error) {
			_, there = a.Board.Card("one")
			if told = true; err == nil || there {
				t.Errorf("told %v while the card is on the board: %v", err, there)
			}
		})
		settle(a)
		if told {
			t.Error("it is told before the board has the news")
		}
		close(store.news)
		settle(a)
		if !told {
			t.Error("it is never told")
		}
		a.end()
	})
}
