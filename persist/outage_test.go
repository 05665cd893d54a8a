package persist

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"racedesk/model"
)

// A ledger is what desks were told of their cards.
type ledger struct {
	mu        sync.Mutex
	confirmed map[model.ID]bool
	refused   map[model.ID]bool
	count     chan struct{} // gets one for each that was confirmed
}

func (l *ledger) note(t *testing.T, id model.ID, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case err == nil:
		l.confirmed[id] = true
		select {
		case l.count <- struct{}{}:
		default:
		}
	case errors.Is(err, model.ErrOffline):
		l.refused[id] = true
	default:
		t.Errorf("%s: %v", id, err)
	}
}

// TestServerStopsTwentyTimes stops the server under load as a power cut would.
// Every edit that was confirmed is there, none that was refused is, and who
// follows hears of each, once.
func TestServerStopsTwentyTimes(t *testing.T) {
	server := ownServer(t)
	address := newRaceOn(t, server)
	l := &ledger{confirmed: map[model.ID]bool{}, refused: map[model.ID]bool{}, count: make(chan struct{}, 10)}
	ctx, end := context.WithCancel(t.Context())
	var desks sync.WaitGroup
	for d := range 4 {
		s := open(t, address)
		desks.Go(func() {
			for n := 0; ctx.Err() == nil; n++ {
				id := model.ID(fmt.Sprintf("%d-%d", d, n))
				_, err := s.Commit(t.Context(), model.Edit{Changes: made(model.Card{ID: id, Stage: model.Problem, Title: "x"})})
				l.note(t, id, err)
			}
		})
	}
	heard := newListener(t, open(t, address))
	for range 20 {
		for range cap(l.count) + 1 { // the load is on
			<-l.count
		}
		if err := server.stop(); err != nil {
			t.Fatal(err)
		}
		heard.await(t, false)
		if err := server.start(); err != nil {
			t.Fatal(err)
		}
		heard.await(t, true)
	}
	end()
	desks.Wait()
	s := open(t, address)
	board := load(t, s)
	for id := range l.confirmed {
		if _, there := board.Card(id); !there {
			t.Errorf("%s was confirmed and is not there", id)
		}
	}
	for id := range l.refused {
		if _, there := board.Card(id); there {
			t.Errorf("%s was refused and is there", id)
		}
	}
	if n := len(board.Entities()); n != len(l.confirmed) {
		t.Errorf("%d cards, %d confirmed", n, len(l.confirmed))
	}
	heard.until(t, board.Seq)
	t.Logf("%d confirmed, %d refused", len(l.confirmed), len(l.refused))
}

// A listener follows a store and knows whether it is in reach.
type listener struct {
	mu      sync.Mutex
	changed *sync.Cond
	reached bool
	seq     int64
}

func newListener(t *testing.T, s *Store) *listener {
	l := &listener{reached: true}
	l.changed = sync.NewCond(&l.mu)
	ctx, end := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- s.Follow(ctx, 0, func(edits []model.Edit, err error) {
			l.mu.Lock()
			defer l.mu.Unlock()
			defer l.changed.Broadcast()
			if l.reached = err == nil; err != nil && !errors.Is(err, model.ErrOffline) {
				t.Errorf("lost: %v", err)
			}
			for _, e := range edits {
				if l.seq++; e.Seq != l.seq {
					t.Errorf("heard %d, want %d", e.Seq, l.seq)
				}
			}
		})
	}()
	t.Cleanup(func() {
		end()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("follow ended with %v", err)
		}
	})
	return l
}

// await waits until the store is in reach, or out of it.
func (l *listener) await(t *testing.T, reached bool) {
	t.Helper()
	l.wait(t, func() bool { return l.reached == reached })
}

// until waits until an edit was heard of.
func (l *listener) until(t *testing.T, seq int64) {
	t.Helper()
	l.wait(t, func() bool { return l.seq >= seq })
}

func (l *listener) wait(t *testing.T, so func() bool) {
	t.Helper()
	ctx, end := context.WithTimeout(t.Context(), deadline)
	defer end()
	defer context.AfterFunc(ctx, func() { l.mu.Lock(); defer l.mu.Unlock(); l.changed.Broadcast() })()
	l.mu.Lock()
	defer l.mu.Unlock()
	for !so() {
		if ctx.Err() != nil {
			t.Fatalf("at %d, in reach: %v", l.seq, l.reached)
		}
		l.changed.Wait()
	}
}
