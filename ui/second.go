package ui

import "time"

// early is how much before a whole second a tick may come and still be of it: a
// timer and the store's time do not agree to the last millisecond.
const early = 50 * time.Millisecond

// second is the whole second that a clock shows at an instant. All that is shown of
// one tick, however late it is drawn, is of the same second, so that none is passed
// over or shown twice as long; all desks change at the same instant, the store's.
func second(now time.Time) time.Time { return now.Add(early).Truncate(time.Second) }

// toSecond is how long it is to the next whole second.
func toSecond(now time.Time) time.Duration {
	return second(now).Add(time.Second).Sub(now)
}

// beat calls tick on the drawing goroutine at each whole second of a clock, read
// there too, until over is closed. One tick waits at a time.
func beat(over <-chan struct{}, onMain func(func()), now func() time.Time, tick func()) {
	wait := make(chan time.Duration, 1)
	next := func() {
		tick()
		wait <- toSecond(now())
	}
	onMain(func() { wait <- toSecond(now()) })
	for {
		select {
		case <-over:
			return
		case until := <-wait:
			select {
			case <-over:
				return
			case <-time.After(until):
				onMain(next)
			}
		}
	}
}

// now is the time of this computer.
func (d *Desk) now() time.Time {
	if d.options.Now != nil {
		return d.options.Now()
	}
	return time.Now()
}
