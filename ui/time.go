package ui

import (
	"context"
	"time"

	"racedesk/model"
)

// A reading is the store's time at a moment of this computer. Between readings
// the time goes on by the computer's steady clock, which no one sets.
type reading struct{ store, here time.Time }

// timeEvery is how often the store's clock is read: a computer that slept, or
// whose clock runs fast, is right again this soon.
const timeEvery = 10 * time.Second

// askTime reads the store's clock. Half of what the answer takes is its way back.
func askTime(ctx context.Context, store model.Store) (reading, error) {
	asked := time.Now()
	now, err := store.Now(ctx)
	here := time.Now()
	return reading{now.Add(here.Sub(asked) / 2), here}, err
}

// Now is the store's time, as far as it is known here.
func (s *Session) Now() time.Time { return s.time.store.Add(time.Since(s.time.here)) }

// keepTime reads the store's clock again and again until the session ends.
func (s *Session) keepTime() {
	tick := time.NewTicker(timeEvery)
	defer tick.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-tick.C:
		}
		if r, err := askTime(s.ctx, s.store); err == nil { // else the last one goes on
			s.onMain(func() { s.time = r })
		}
	}
}
