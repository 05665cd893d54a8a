package keyboard

import (
	"time"

	"fyne.io/fyne/v2"
)

// The tests turn the time by hand.

// SetNow gives the keyboard another clock.
func (k *Keyboard) SetNow(now func() time.Time) { k.now = now }

// Beat is what comes with each frame, for as long as the keyboard asks for it.
func (k *Keyboard) Beat() {
	if k.beats != nil {
		k.beat()
	}
}

// Beating says whether the keyboard asks for beats.
func (k *Keyboard) Beating() bool { return k.beats != nil }

// Pressed are the keys that look pressed.
func (k *Keyboard) Pressed() (labels string) {
	for _, c := range k.keys {
		if c.pressed {
			labels += c.label()
		}
	}
	return labels
}

// Hit is the key at a place of a layout's plane on a size, or -1.
func Hit(l Layout, p Plane, size fyne.Size, at fyne.Position) int {
	return l.on(p, size).hit(at)
}

// Spot is where a key of a layout's plane lies on a size.
func Spot(l Layout, p Plane, size fyne.Size, i int) (fyne.Position, fyne.Size) {
	return l.on(p, size).spot(i)
}
