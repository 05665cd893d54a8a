package board

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// A way is a card on its way to another place.
type way struct {
	card     *card
	from, to fyne.Position
}

// glide moves cards softly.
func (d *deck) glide(ways []way) {
	if len(ways) == 0 {
		return
	}
	over := false
	moving := kit.Animate(kit.MakeRoom, func(done float32) {
		for _, w := range ways {
			w.card.Move(kit.Between(w.from, w.to, done))
		}
	}, func() { over, d.moving = true, nil })
	if !over {
		d.moving = moving
	}
}
