package board

import (
	"math"
	"time"
)

// A Fling is a column that goes on after the finger let go: it slows down evenly,
// and comes to rest at its end without a bump.
type Fling struct {
	From, To float32
	Began    time.Time
	fade     float64 // seconds until about a third of the way is left
}

// The measures of a fling.
const (
	flingFade          = 0.325 // seconds
	flingLeast         = 60    // slower than this, in units a second, there is none
	flingMost          = 8000
	flingRest          = 0.5 // units from the end are the end
	settleFade         = 0.06
	elastic    float32 = 0.35 // of what a finger pulls beyond the end
	elastMost  float32 = 72
)

// NewFling returns how a column goes on that scrolls by speed, at an offset
// between 0 and room, and false where it stays. Outside, it comes back.
func NewFling(offset, speed, room float32, now time.Time) (Fling, bool) {
	f := Fling{From: offset, Began: now, fade: flingFade}
	switch inside := min(max(0, offset), room); {
	case inside != offset:
		f.To, f.fade = inside, settleFade
		return f, true
	case speed > -flingLeast && speed < flingLeast:
		return f, false
	}
	speed = min(max(-flingMost, speed), flingMost)
	way := speed * flingFade
	f.To = min(max(0, offset+way), room)
	if way = f.To - offset; way == 0 {
		return f, false
	}
	f.fade = float64(way / speed) // as fast as the finger was, and less far
	return f, true
}

// At returns the offset at a moment, and whether the column has come to rest.
func (f Fling) At(now time.Time) (float32, bool) {
	left := (f.To - f.From) * float32(math.Exp(-now.Sub(f.Began).Seconds()/f.fade))
	if left < flingRest && left > -flingRest {
		return f.To, true
	}
	return f.To - left, false
}

// Stretch is the offset that is shown where a finger asks for one beyond the
// ends: the farther, the less it gives.
func Stretch(offset, room float32) float32 {
	inside := min(max(0, offset), room)
	beyond := (offset - inside) * elastic
	return inside + beyond/(1+max(beyond, -beyond)/elastMost)
}
