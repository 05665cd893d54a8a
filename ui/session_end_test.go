package ui_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"racedesk/model"
)

// closing closes the session on a goroutine of its own, as the desk does.
func closing(r *rig) <-chan error {
	ended := make(chan error, 1)
	go func() { ended <- r.Close() }()
	synctest.Wait()
	return ended
}

func TestCloseWaitsForTheEditUnderWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.hold = make(chan struct{})
		r := newRig(t, store, "a")
		r.ask(add(model.Problem, "one"))
		ended := closing(r)
		if store.closed != 0 {
			t.Error("the store was closed under an edit")
		}
		close(store.hold)
		synctest.Wait()
		if err := <-ended; err != nil || store.late != 0 || store.closed != 1 {
			t.Errorf("closed: %v, %d times, with %d commits too late", err, store.closed, store.late)
		}
		if edits, _ := store.Memory.Edits(t.Context(), 0); len(edits) != 1 {
			t.Errorf("%d edits stored, want 1", len(edits))
		}
	})
}

// A desk can be left while its store does not answer, and whoever asked for the edit
// under way hears that nobody knows of it.
func TestCloseGivesUpTheEditUnderWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.hold = make(chan struct{})
		r := newRig(t, store, "a")
		under := r.ask(add(model.Problem, "one"))
		began := time.Now()
		if err := r.Close(); !errors.Is(err, model.ErrUnsure) {
			t.Errorf("closed: %v", err)
		}
		settle(r)
		under.want(t, "under way", model.ErrUnsure)
		if took := time.Since(began); took > 5*time.Second || store.late != 0 || store.closed != 1 {
			t.Errorf("closed %d times after %v, with %d commits too late", store.closed, took, store.late)
		}
	})
}

// What the store says while a desk leaves the race reaches nobody: the desk may
// have no board any more.
func TestNothingIsToldAfterClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		r := newRig(t, store, "a")
		r.ask(add(model.Problem, "one"))
		waiting := r.ask(vote("one", 1))
		synctest.Wait() // stored, and on its way to the crank
		r.end()
		settle(r)
		r.told()
		if len(r.lost) != 0 || len(r.failed) != 0 || store.late != 0 || store.calls != 1 {
			t.Errorf("lost %v, refused %v, %d commits, %d too late", r.lost, r.failed, store.calls, store.late)
		}
		if waiting.heard == 1 && waiting.err == nil {
			t.Error("an edit that was never stored counts as stored")
		}
		late := r.ask(vote("one", 1))
		settle(r)
		if late.heard != 1 || late.err == nil || store.calls != 1 {
			t.Errorf("after Close: heard %d times of %v, %d commits", late.heard, late.err, store.calls)
		}
	})
}

func TestWhatWaitsForAnEditToComeBackHearsOfClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.news = make(chan struct{})
		r := newRig(t, store, "a")
		stored, waiting := r.ask(add(model.Problem, "one")), r.ask(vote("one", 1))
		settle(r)
		r.end()
		settle(r)
		stored.want(t, "stored", nil)
		waiting.want(t, "waiting", context.Canceled)
	})
}

func TestCloseWhileAnEditIsBeingMade(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		r := newRig(t, store, "a")
		var ended <-chan error
		made := r.ask(func(b *model.Board) (model.Edit, error) {
			ended = closing(r)
			return add(model.Problem, "one")(b)
		})
		settle(r)
		made.want(t, "made", context.Canceled)
		if err := <-ended; err != nil || store.calls != 0 {
			t.Errorf("closed: %v, after %d commits", err, store.calls)
		}
	})
}

// The desk asks for nothing and closes when that is done: then all is stored.
func TestAllIsStoredWhereNothingIsAskedForBeforeClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		r := newRig(t, store, "a")
		for _, id := range []model.ID{"one", "two", "three"} {
			r.ask(add(model.Problem, id))
		}
		closed := false
		r.Do(nothing, func(error) { closed = true; r.end() })
		settle(r)
		if edits, _ := store.Memory.Edits(t.Context(), 0); !closed || len(edits) != 3 || store.late != 0 {
			t.Errorf("closed %v, %d edits stored, %d too late; want 3", closed, len(edits), store.late)
		}
	})
}

func TestLostStoreIsToldOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		r := newRig(t, store, "a")
		store.drop <- errBroken
		settle(r)
		if len(r.lost) != 1 || !errors.Is(r.lost[0], errBroken) || !errors.Is(r.lost[0], model.ErrLost) || len(r.failed) != 0 {
			t.Errorf("lost %v, refused %v; want lost once", r.lost, r.failed)
		}
		r.end()
	})
}

func TestLossInTheMomentOfCloseIsNotTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		r := newRig(t, store, "a")
		store.drop <- errBroken
		synctest.Wait()
		r.end()
		settle(r)
		if len(r.lost) != 0 {
			t.Errorf("lost %v after Close", r.lost)
		}
	})
}

// A desk whose store is gone can still be left: nobody waits for an edit that
// cannot come back.
func TestNothingWaitsForALostStore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.news = make(chan struct{})
		r := newRig(t, store, "a")
		stored := r.ask(add(model.Problem, "one"))
		waiting, leave := r.ask(vote("one", 1)), r.ask(nothing)
		settle(r)
		if stored.heard+waiting.heard+leave.heard != 0 {
			t.Error("an edit went on before the one before it came back")
		}
		store.drop <- errBroken
		settle(r)
		stored.want(t, "stored before the loss", nil)
		waiting.want(t, "waiting at the loss", errBroken)
		leave.want(t, "nothing, waiting at the loss", errBroken)
		late := r.ask(add(model.Problem, "two"))
		settle(r)
		late.want(t, "after the loss", errBroken)
		if store.calls != 1 || len(r.lost) != 1 {
			t.Errorf("%d commits, lost %v; want 1 and once", store.calls, r.lost)
		}
		r.end()
	})
}

func TestEditUnderWayAtTheLoss(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.hold = make(chan struct{})
		r := newRig(t, store, "a")
		under, waiting := r.ask(add(model.Problem, "one")), r.ask(nothing)
		synctest.Wait()
		store.drop <- errBroken
		settle(r)
		close(store.hold)
		settle(r)
		under.want(t, "under way", nil) // it was stored, whoever hears of it
		waiting.want(t, "waiting", errBroken)
		r.end()
	})
}

// What is read when the session ends is waited for, and told to nobody.
func TestTheHistoryIsNotToldAfterClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		r := newRig(t, store, "a")
		r.ask(add(model.Problem, "one"))
		settle(r)
		var told []model.Event
		r.Past("one", func(events []model.Event, _ error) { told = events })
		settle(r)
		if len(told) != 1 {
			t.Errorf("told of %d events, want one", len(told))
		}
		late := false
		r.Past("one", func([]model.Event, error) { late = true })
		r.end()
		r.Past("one", func([]model.Event, error) { late = true })
		settle(r)
		if late {
			t.Error("told after Close")
		}
	})
}
