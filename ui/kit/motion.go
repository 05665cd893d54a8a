package kit

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// How long things take to move.
const (
	Lift     = 120 * time.Millisecond // a card off the table
	Settle   = 180 * time.Millisecond // a card to its place
	MakeRoom = 150 * time.Millisecond // others out of its way
)

// Still is true where people want nothing to move.
var Still atomic.Bool

// Animate calls tick with a share that goes from 0 to 1 with a soft end, then
// done, if any. Where motion is not wanted both come at once, and the animation
// is nil.
func Animate(takes time.Duration, tick func(share float32), done func()) *fyne.Animation {
	end := func() {
		if done != nil {
			done()
		}
	}
	if Still.Load() || !fyne.CurrentApp().Settings().ShowAnimations() {
		tick(1)
		end()
		return nil
	}
	a := fyne.NewAnimation(takes, func(share float32) {
		tick(share)
		if share == 1 {
			end()
		}
	})
	a.Curve = fyne.AnimationEaseOut
	a.Start()
	return a
}

// Between is the point that lies a share of the way from one to another.
func Between(from, to fyne.Position, share float32) fyne.Position {
	return fyne.NewPos(from.X+(to.X-from.X)*share, from.Y+(to.Y-from.Y)*share)
}

// Frames calls each with the time from one frame to the next, for as long as the
// program runs. It keeps the toolkit awake: for measuring only.
func Frames(each func(took time.Duration)) {
	last := time.Now()
	a := fyne.NewAnimation(time.Hour, func(float32) {
		now := time.Now()
		each(now.Sub(last))
		last = now
	})
	a.RepeatCount = fyne.AnimationRepeatForever
	a.Start()
}

// Painted calls done when a frame has been painted after this.
func Painted(done func()) {
	frames := 0
	var look *fyne.Animation
	look = fyne.NewAnimation(time.Hour, func(float32) { // ticks before each frame
		if frames++; frames == 2 {
			look.Stop()
			done()
		}
	})
	look.Start()
}
