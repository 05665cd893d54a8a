package ui_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"racedesk/model"
	"racedesk/ui"
)

func TestEditsAreStoredOneAfterTheOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.hold = make(chan struct{})
		r := newRig(t, store, "a")
		first := r.ask(add(model.Problem, "one"))
		var saw int
		second := r.ask(func(b *model.Board) (model.Edit, error) {
			saw = len(b.Column(model.Problem))
			return add(model.Problem, "two")(b)
		})
		settle(r)
		if store.calls != 1 || first.heard+second.heard != 0 {
			t.Errorf("%d commits and %d outcomes while the first is held", store.calls, first.heard+second.heard)
		}
		if r.Idle() || r.Board.Seq != 0 {
			t.Error("the board must wait for the store, and the session is not idle until then")
		}
		close(store.hold)
		settle(r)
		first.want(t, "first", nil)
		second.want(t, "second", nil)
		if saw != 1 || store.most != 1 {
			t.Errorf("the second edit was made of a board with %d cards, %d commits at a time; want 1, 1", saw, store.most)
		}
		r.wantColumn(model.Problem, "one two ")
		r.told(1, 2)
		if !r.Idle() {
			t.Error("not idle at the end")
		}
		r.end()
	})
}

// Whichever comes first to the drawing goroutine, the outcome of a commit or the
// edit itself: the next edit waits for both.
func TestTwoQuickTapsNeverConflict(t *testing.T) {
	for _, late := range []string{"edit", "outcome"} {
		t.Run(late+" comes last", func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				store := newMoody()
				r := newRig(t, store, "a")
				r.ask(add(model.Problem, "one"))
				settle(r)
				store.news = make(chan struct{})
				var taps []*outcome
				for range 3 {
					taps = append(taps, r.ask(vote("one", 1)))
				}
				for range taps {
					synctest.Wait()
					if late == "edit" {
						r.crank.turn() // the outcome alone: the news is held
					}
					store.news <- struct{}{}
					synctest.Wait()
					if late == "outcome" {
						slices.Reverse(r.crank.queue)
					}
					settle(r)
				}
				for i, tap := range taps {
					tap.want(t, fmt.Sprint("tap ", i+1), nil)
				}
				if r.votes("one") != 3 || store.calls != 4 || len(r.failed) != 0 {
					t.Errorf("%d votes by %d commits, refused: %v; want 3 by 4", r.votes("one"), store.calls, r.failed)
				}
				r.told(1, 2, 3, 4)
				r.end()
			})
		})
	}
}

func TestRefusedEditIsToldAndLaterOnesGoOn(t *testing.T) {
	for name, c := range map[string]struct {
		fail    error
		propose func(*model.Board) (model.Edit, error)
		want    error
		commits int
	}{
		"the board refuses": {nil, vote("gone", 1), model.ErrGone, 2},
		"the store refuses": {model.ErrFull, vote("one", 1), model.ErrFull, 3},
		"it breaks":         {errBroken, vote("one", 1), errBroken, 3},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				store := newMoody()
				r := newRig(t, store, "a")
				r.ask(add(model.Problem, "one"))
				settle(r)
				if c.fail != nil {
					store.fail = []error{c.fail}
				}
				refused, later := r.ask(c.propose), r.ask(vote("one", 5))
				settle(r)
				refused.want(t, "refused", c.want)
				later.want(t, "later", nil)
				if len(r.failed) != 1 || r.failed[0] != refused.err {
					t.Errorf("Failed told of %v, want %v once", r.failed, refused.err)
				}
				if r.votes("one") != 5 || store.calls != c.commits {
					t.Errorf("%d votes by %d commits, want 5 by %d", r.votes("one"), store.calls, c.commits)
				}
				if !r.Idle() || len(r.lost) != 0 {
					t.Errorf("idle %v, lost %v", r.Idle(), r.lost)
				}
				r.end()
			})
		})
	}
}

func TestNothingToDoIsDoneInItsTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.hold = make(chan struct{})
		r := newRig(t, store, "a")
		r.ask(add(model.Problem, "one"))
		rest := r.ask(nothing)
		settle(r)
		if rest.heard != 0 {
			t.Error("done before the edit that was asked for earlier")
		}
		close(store.hold)
		settle(r)
		rest.want(t, "nothing", nil)
		if store.calls != 1 || len(r.failed) != 0 {
			t.Errorf("%d commits, refused %v", store.calls, r.failed)
		}
		now := r.ask(nothing)
		now.want(t, "nothing with nothing before it", nil)
		r.end()
	})
}

func TestDoneMayAskForMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, newMoody(), "a")
		var more *outcome
		r.Do(add(model.Problem, "one"), func(error) { more = r.ask(vote("one", 1)) })
		later := r.ask(add(model.Problem, "two"))
		settle(r)
		more.want(t, "asked for by done", nil)
		later.want(t, "asked for earlier", nil)
		if r.votes("one") != 1 {
			t.Errorf("%d votes, want 1", r.votes("one"))
		}
		r.wantColumn(model.Problem, "one two ")
		r.end()
	})
}

func TestUndoAndRedo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory()
		r := newRig(t, store, "a")
		r.Undo(nil) // of nothing
		r.ask(add(model.Problem, "one"))
		r.ask(vote("one", 2))
		r.Undo(nil)
		r.Undo(nil)
		settle(r)
		r.wantColumn(model.Problem, "")
		r.Redo(nil)
		r.Redo(nil)
		r.Redo(nil) // of nothing
		settle(r)
		r.wantColumn(model.Problem, "one ")
		if r.votes("one") != 2 || len(r.failed) != 0 {
			t.Errorf("%d votes after redo, refused %v", r.votes("one"), r.failed)
		}
		r.end()
	})
}

func TestUndoAndRedoAcrossARestart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory()
		before := newRig(t, store, "a")
		before.ask(add(model.Problem, "one"))
		before.ask(vote("one", 2))
		before.ask(add(model.Problem, "two"))
		before.Undo(nil)
		settle(before)
		before.end()

		other := newRig(t, store, "b")
		if _, can := other.History.Undo(); can {
			t.Error("another desk can undo this one's edits")
		}
		other.end()

		r := newRig(t, store, "a")
		r.Redo(nil)
		settle(r)
		r.wantColumn(model.Problem, "one two ")
		for range 3 {
			r.Undo(nil)
		}
		settle(r)
		r.wantColumn(model.Problem, "")
		if _, can := r.History.Undo(); can || len(r.failed) != 0 {
			t.Errorf("something left to undo: %v, refused %v", can, r.failed)
		}
		r.end()
	})
}

// Long writing is many edits and one step, and keeps none of the steps before it from
// being found.
func TestUndoReachesBackBeyondLongWriting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory()
		before := newRig(t, store, "a")
		before.ask(add(model.Problem, "one"))
		for i := range 700 {
			before.ask(func(b *model.Board) (model.Edit, error) {
				c, _ := b.Card("one")
				c.Text = strings.Repeat("o", i+1)
				return b.Write(c)
			})
		}
		settle(before)
		before.end()

		r := newRig(t, store, "a")
		for range 2 {
			r.Undo(nil)
		}
		settle(r)
		r.wantColumn(model.Problem, "")
		r.end()
	})
}

func TestUndoThatAnotherDeskPreventsIsToldAndTheRestGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory()
		a, b := newRig(t, store, "a"), newRig(t, store, "b")
		a.ask(add(model.Problem, "one"))
		settle(a, b)
		b.ask(vote("one", 1))
		settle(a, b)
		a.Undo(nil)
		settle(a, b)
		if len(a.failed) != 1 || len(b.failed) != 0 {
			t.Errorf("refused at a %v, at b %v; want one at a", a.failed, b.failed)
		}
		later := a.ask(vote("one", 1))
		settle(a, b)
		later.want(t, "later", nil)
		a.wantColumn(model.Problem, "one ")
		if a.votes("one") != 2 {
			t.Errorf("%d votes, want 2", a.votes("one"))
		}
		a.end()
		b.end()
	})
}

// Two desks at random, each turned when it likes: every edit reaches both, in
// the one order, once.
func TestTwoDesksSeeEachOther(t *testing.T) {
	for seed := range uint64(30) {
		synctest.Test(t, func(t *testing.T) {
			store, random := memory(), rand.New(rand.NewPCG(seed, 1))
			rigs := []*rig{newRig(t, store, "a"), newRig(t, store, "b")}
			rigs[0].ask(add(model.Problem, "one"))
			settle(rigs...)
			asked := []int{0, 0}
			for range 40 {
				i := random.IntN(2)
				r := rigs[i]
				switch random.IntN(5) {
				case 0:
					r.ask(vote("one", 1))
				case 1:
					asked[i]++
					r.ask(add(model.Problem, model.ID(fmt.Sprintf("%s%d", r.History.Desk, asked[i]))))
				case 2:
					r.Undo(nil)
				default:
					synctest.Wait()
					r.crank.turn()
				}
			}
			settle(rigs...)
			compare(t, seed, store, rigs)
			for _, r := range rigs {
				r.end()
			}
		})
	}
}

// compare says whether two desks and their store agree.
func compare(t *testing.T, seed uint64, store model.Store, rigs []*rig) {
	t.Helper()
	truth, err := store.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all := make([]int64, truth.Seq)
	for i := range all {
		all[i] = int64(i + 1)
	}
	for _, r := range rigs {
		r.told(all...)
		if !r.Idle() || r.Board.Seq != truth.Seq {
			t.Errorf("seed %d: desk %s at %d of %d, idle %v", seed, r.History.Desk, r.Board.Seq, truth.Seq, r.Idle())
		}
		for _, c := range truth.Column(model.Problem) {
			if here, _ := r.Board.Card(c.ID); fmt.Sprint(here) != fmt.Sprint(c) {
				t.Errorf("seed %d: desk %s has %v, the store %v", seed, r.History.Desk, here, c)
			}
		}
	}
}

func TestNowIsTheTimeOfTheStore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const ahead = 3*time.Hour + 7*time.Second
		r := newRig(t, model.NewMemory(func() time.Time { return time.Now().Add(ahead) }), "a")
		for range 3 {
			if off := r.Now().Sub(time.Now().Add(ahead)); off != 0 {
				t.Errorf("Now is %v off", off)
			}
			time.Sleep(25 * time.Hour) // of the bubble's time
		}
		r.end()
	})
}

func TestHistoryAndBoardOfALongRace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory()
		before := newRig(t, store, "a")
		before.ask(add(model.Problem, "one"))
		for range 600 {
			before.ask(vote("one", 1))
		}
		settle(before)
		before.end()
		r := newRig(t, store, "a")
		if r.votes("one") != 600 {
			t.Errorf("%d votes after a restart, want 600", r.votes("one"))
		}
		for range 500 {
			r.Undo(nil)
		}
		settle(r)
		if r.votes("one") != 100 || len(r.failed) != 0 {
			t.Errorf("%d votes after 500 undos, refused %v; want 100", r.votes("one"), r.failed)
		}
		r.end()
	})
}

// An edit that is stored while the race is being read comes by following, once.
func TestEditStoredWhileTheRaceIsRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newMoody()
		store.between = func() {
			store.between = nil
			e, err := add(model.Problem, "one")(model.NewBoard(0, nil))
			e.Desk = "a"
			if _, err2 := store.Memory.Commit(t.Context(), e); err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
		}
		r := newRig(t, store, "a")
		settle(r)
		r.told(1)
		r.Undo(nil)
		r.Undo(nil)
		settle(r)
		r.wantColumn(model.Problem, "")
		if len(r.failed) != 0 {
			t.Errorf("refused: %v", r.failed)
		}
		r.end()
	})
}

func TestRaceThatCannotBeReadIsNotOpened(t *testing.T) {
	for _, broken := range []string{"load", "edits", "now"} {
		store := newMoody()
		store.breaks = map[string]error{broken: errBroken}
		if _, err := ui.NewSession(store, "a", func(func()) {}, ui.Timepiece{}); err == nil {
			t.Errorf("opened although %s is broken", broken)
		}
		if store.closed != 1 {
			t.Errorf("%s is broken: the store was closed %d times, want once", broken, store.closed)
		}
	}
}
