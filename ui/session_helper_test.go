package ui_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"racedesk/model"
	"racedesk/ui"
)

// A crank is the drawing goroutine of a test: what is handed to it waits until
// the test turns it.
type crank struct {
	mu    sync.Mutex
	queue []func()
}

func (c *crank) onMain(f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.queue = append(c.queue, f)
}

// turn runs what was handed over by now.
func (c *crank) turn() bool {
	c.mu.Lock()
	queue := c.queue
	c.queue = nil
	c.mu.Unlock()
	for _, f := range queue {
		f()
	}
	return len(queue) > 0
}

// A rig is a session on a crank, with a note of all that it told.
type rig struct {
	*testing.T
	*ui.Session
	crank  *crank
	edits  []int64 // the Seqs that Edited told of, in the order told
	failed []error
	away   []error
	lost   []error
	steps  []time.Duration
}

// newRig opens a session in a bubble of time; it is closed at the bubble's end.
func newRig(t *testing.T, store model.Store, desk model.DeskID) *rig {
	t.Helper()
	return newRigBy(t, store, desk, ui.Timepiece{})
}

// newRigBy is newRig with a timepiece.
func newRigBy(t *testing.T, store model.Store, desk model.DeskID, timepiece ui.Timepiece) *rig {
	t.Helper()
	r := &rig{T: t, crank: &crank{}}
	s, err := ui.NewSession(store, desk, r.crank.onMain, timepiece)
	if err != nil {
		t.Fatal(err)
	}
	r.Session = s
	s.Edited = func(edits []model.Edit) {
		for _, e := range edits {
			r.edits = append(r.edits, e.Seq)
		}
	}
	s.Failed = func(err error) { r.failed = append(r.failed, err) }
	s.Away = func(err error) { r.away = append(r.away, err) }
	s.Lost = func(err error) { r.lost = append(r.lost, err) }
	s.Stepped = func(by time.Duration) { r.steps = append(r.steps, by) }
	return r
}

// settle turns the cranks until no session has anything left to do.
func settle(rigs ...*rig) {
	for again := true; again; {
		synctest.Wait()
		again = false
		for _, r := range rigs {
			again = r.crank.turn() || again
		}
	}
}

// end closes the session and is what every bubble ends with.
func (r *rig) end() {
	r.Helper()
	if err := r.Close(); err != nil {
		r.Errorf("close: %v", err)
	}
}

// ask asks for an edit and returns where its outcome will stand.
func (r *rig) ask(propose func(*model.Board) (model.Edit, error)) *outcome {
	o := &outcome{}
	r.Do(propose, func(err error) { o.heard, o.err = o.heard+1, err })
	return o
}

// An outcome is what done was told, and how often.
type outcome struct {
	heard int
	err   error
}

// want says what the outcome must be by now: nil for stored.
func (o *outcome) want(t *testing.T, what string, err error) {
	t.Helper()
	if o.heard != 1 || !errors.Is(o.err, err) || err == nil && o.err != nil {
		t.Errorf("%s: heard %d times, last of %v; want once of %v", what, o.heard, o.err, err)
	}
}

func add(stage model.Stage, id model.ID) func(*model.Board) (model.Edit, error) {
	return func(b *model.Board) (model.Edit, error) {
		return b.Add(model.Card{ID: id, Stage: stage, Title: string(id)}, "")
	}
}

func vote(id model.ID, n int) func(*model.Board) (model.Edit, error) {
	return func(b *model.Board) (model.Edit, error) { return b.Vote(id, n) }
}

func nothing(*model.Board) (model.Edit, error) { return model.Edit{}, nil }

func (r *rig) votes(id model.ID) int { c, _ := r.Board.Card(id); return c.Votes }

func (r *rig) column(stage model.Stage) string {
	var s string
	for _, c := range r.Board.Column(stage) {
		s += string(c.ID) + " "
	}
	return s
}

func (r *rig) wantColumn(stage model.Stage, want string) {
	r.Helper()
	if got := r.column(stage); got != want {
		r.Errorf("%s: %q, want %q", stage, got, want)
	}
}

// told says that Edited told of these Seqs, in this order.
func (r *rig) told(want ...int64) {
	r.Helper()
	if !slices.Equal(r.edits, want) {
		r.Errorf("told of the edits %v, want %v", r.edits, want)
	}
}

func memory() *model.Memory { return model.NewMemory(time.Now) }

var errBroken = errors.New("broken")

// A moody store is a store in memory that blocks, fails and is lost on command.
type moody struct {
	*model.Memory
	mu      sync.Mutex
	fail    []error       // of the next commits, nil: let it through
	hold    chan struct{} // commits wait for it, before they are stored
	news    chan struct{} // deliveries wait for it
	drop    chan error    // ends Follow
	reach   chan error    // says that the store is out of reach, or back
	calls   int           // commits asked for
	inside  int           // commits under way
	most    int           // of inside, ever
	closed  int
	late    int // commits that began or ended after Close
	breaks  map[string]error
	between func() // called between Load and Edits
}

func newMoody() *moody {
	return &moody{Memory: memory(), drop: make(chan error), reach: make(chan error)}
}

func (m *moody) Load(ctx context.Context) (*model.Board, error) {
	if err := m.breaks["load"]; err != nil {
		return nil, err
	}
	return m.Memory.Load(ctx)
}

func (m *moody) Edits(ctx context.Context, after int64) ([]model.Edit, error) {
	if m.between != nil {
		m.between()
	}
	if err := m.breaks["edits"]; err != nil {
		return nil, err
	}
	return m.Memory.Edits(ctx, after)
}

func (m *moody) Now(ctx context.Context) (time.Time, error) {
	if err := m.breaks["now"]; err != nil {
		return time.Time{}, err
	}
	return m.Memory.Now(ctx)
}

func (m *moody) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed++
	m.late += m.inside
	return nil
}

func (m *moody) enter() (hold chan struct{}, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls++
	m.inside++
	m.most = max(m.most, m.inside)
	if m.closed > 0 {
		m.late++
	}
	if len(m.fail) > 0 {
		err, m.fail = m.fail[0], m.fail[1:]
	}
	return m.hold, err
}

func (m *moody) Commit(ctx context.Context, e model.Edit) (model.Edit, error) {
	hold, err := m.enter()
	defer func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.inside--
	}()
	if hold != nil {
		select {
		case <-hold:
		case <-ctx.Done():
			return model.Edit{}, fmt.Errorf("commit %s: %w", e.Label, context.Cause(ctx))
		}
	}
	if err != nil {
		return model.Edit{}, fmt.Errorf("commit %s: %w", e.Label, err)
	}
	return m.Memory.Commit(ctx, e)
}

func (m *moody) Follow(ctx context.Context, after int64, deliver func([]model.Edit, error)) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() {
		ended <- m.Memory.Follow(ctx, after, func(edits []model.Edit, err error) {
			if m.news != nil {
				select {
				case <-m.news:
				case <-ctx.Done():
					return
				}
			}
			deliver(edits, err)
		})
	}()
	for {
		select {
		case err := <-ended:
			return err
		case err := <-m.reach:
			deliver(nil, err)
		case err := <-m.drop:
			stop()
			<-ended
			return err
		}
	}
}
