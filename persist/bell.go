package persist

import "sync"

// A bell wakes all who wait for something to have been committed.
type bell struct {
	mu   sync.Mutex
	wake chan struct{} // closed and replaced at each ring
}

func newBell() bell { return bell{wake: make(chan struct{})} }

// next returns a channel that is closed at the next ring.
func (b *bell) next() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.wake
}

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	close(b.wake)
	b.wake = make(chan struct{})
}
