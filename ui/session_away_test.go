package ui_test

import (
	"errors"
	"testing"
	"testing/synctest"

	"racedesk/model"
)

// What is done with a card after its edit was stored is done on a board that
// shows it: a dropped card never jumps back first.
func TestDoneIsHeardOnceTheBoardShowsIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.news = make(chan struct{})
		r := newRig(t, store, "a")
		shown := "nothing"
		r.Do(add(model.Problem, "one"), func(error) { shown = r.column(model.Problem) })
		settle(r)
		if shown != "nothing" {
			t.Errorf("heard while the board showed %q", shown)
		}
		store.news <- struct{}{}
		settle(r)
		if shown != "one " {
			t.Errorf("heard when the board showed %q", shown)
		}
		r.end()
	})
}

// A store out of reach for a time refuses what is asked for meanwhile, and takes
// what is asked for afterwards.
func TestNothingIsStoredWhileTheStoreIsOutOfReach(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		r := newRig(t, store, "a")
		r.ask(add(model.Problem, "one"))
		settle(r)
		store.reach <- model.ErrOffline
		settle(r)
		away := r.ask(vote("one", 1))
		settle(r)
		away.want(t, "while it is out of reach", model.ErrOffline)
		if len(r.failed) != 1 || len(r.away) != 1 || !errors.Is(r.away[0], model.ErrOffline) || store.calls != 1 {
			t.Errorf("refused %v, away %v, %d commits", r.failed, r.away, store.calls)
		}
		store.reach <- nil
		settle(r)
		back := r.ask(vote("one", 1))
		settle(r)
		back.want(t, "when it is back", nil)
		if len(r.away) != 2 || r.away[1] != nil || r.votes("one") != 1 {
			t.Errorf("away %v, %d votes", r.away, r.votes("one"))
		}
		r.end()
	})
}

// An edit that was stored just before the store went out of reach is told of
// when it has come back.
func TestAnEditStoredBeforeTheStoreWentAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.news = make(chan struct{})
		r := newRig(t, store, "a")
		stored, waiting := r.ask(add(model.Problem, "one")), r.ask(vote("one", 1))
		settle(r)
		store.reach <- model.ErrOffline
		settle(r)
		if stored.heard != 0 {
			t.Error("heard of an edit that the board does not show")
		}
		waiting.want(t, "waiting when it went", model.ErrOffline)
		store.reach <- nil
		store.news <- struct{}{}
		settle(r)
		stored.want(t, "stored", nil)
		r.end()
	})
}

// Nothing waits behind an edit of which the store says nothing while it is out of reach.
func TestTheStoreGoesAwayInTheMiddleOfAnEdit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.hold = make(chan struct{})
		r := newRig(t, store, "a")
		under, waiting := r.ask(add(model.Problem, "one")), r.ask(add(model.Problem, "two"))
		settle(r)
		store.reach <- model.ErrOffline
		settle(r)
		waiting.want(t, "waiting when it went", model.ErrOffline)
		late := r.ask(nothing)
		settle(r)
		late.want(t, "while it is out of reach", model.ErrOffline)
		close(store.hold)
		store.reach <- nil
		settle(r)
		under.want(t, "under way", nil)
		r.wantColumn(model.Problem, "one ")
		r.end()
	})
}
