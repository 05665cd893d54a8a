package board

import "time"

// The tests turn the time by hand.

// SetNow gives the view another clock.
func (v *View) SetNow(now func() time.Time) { v.now = now }

// Beat is what comes with each frame, for as long as the view asks for it.
func (v *View) Beat() {
	if v.beats != nil {
		v.beat()
	}
}

// Beating says whether the view asks for beats.
func (v *View) Beating() bool { return v.beats != nil }
