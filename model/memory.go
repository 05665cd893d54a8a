package model

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

var _ Store = (*Memory)(nil)

// Memory is a Store that ends with the process: for tests, and for trying.
type Memory struct {
	mu    sync.Mutex
	board *Board
	edits []Edit
	more  chan struct{} // closed and replaced at each commit
	clock func() time.Time
}

// NewMemory returns an empty store that takes its time from clock.
func NewMemory(clock func() time.Time) *Memory {
	return &Memory{board: NewBoard(0, nil), more: make(chan struct{}), clock: clock}
}

// Close does nothing: the garbage collector does.
func (m *Memory) Close() error { return nil }

// Commit implements Store.
func (m *Memory) Commit(ctx context.Context, e Edit) (Edit, error) {
	if err := ctx.Err(); err != nil {
		return Edit{}, fmt.Errorf("commit %s: %w", e.Label, err)
	}
	if e.Empty() {
		return Edit{}, fmt.Errorf("commit %s: nothing changes", e.Label)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range e.Changes {
		if now := m.board.Get(c.Ref()); !current(now, c.Before) {
			return Edit{}, fmt.Errorf("commit %s: %w", e.Label, ErrConflict)
		}
	}
	at := m.clock()
	if n := len(m.edits); n > 0 && at.Before(m.edits[n-1].At) {
		at = m.edits[n-1].At // a clock set back does not turn time around
	}
	e = e.Stamped(m.board.Seq+1, at)
	m.board.Apply(e)
	m.edits = append(m.edits, e)
	close(m.more)
	m.more = make(chan struct{})
	return e, nil
}

func current(now, before Entity) bool {
	if now == nil || before == nil {
		return now == nil && before == nil
	}
	return now.Revision() == before.Revision()
}

// Edits implements Store.
func (m *Memory) Edits(_ context.Context, after int64) ([]Edit, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.edits[min(max(after, 0), int64(len(m.edits))):]), nil
}

// Follow implements Store.
func (m *Memory) Follow(ctx context.Context, after int64, deliver func([]Edit, error)) error {
	for {
		m.mu.Lock()
		more := m.more
		m.mu.Unlock()
		edits, _ := m.Edits(ctx, after)
		if len(edits) > 0 {
			deliver(edits, nil)
			after = edits[len(edits)-1].Seq
			continue
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-more:
		}
	}
}

// Load implements Store.
func (m *Memory) Load(context.Context) (*Board, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.board.Clone(), nil
}

// Now implements Store.
func (m *Memory) Now(context.Context) (time.Time, error) { return m.clock(), nil }
