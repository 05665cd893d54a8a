package ui

import (
	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// enterPanel takes the keys into the panel where a key opened it: to its first field, or
// else to what comes first. What had them before has them back once the panel is closed.
// Where a panel that was open was laid anew, they stay at their place.
func (d *Desk) enterPanel(had fyne.Focusable, open bool) {
	canvas := d.window.Canvas()
	onBoard := d.view.Focused()
	switch first := firstStop(d.side); {
	case open:
		d.settle()
	case first == nil || !onBoard && !kit.Pressable(had):
	case onBoard:
		d.from = d.view.Return
		canvas.Focus(first)
	default:
		d.from = func() {
			if frame, ok := canvas.Content().(*kit.Frame); ok && !frame.Gone(had) {
				canvas.Focus(had)
			}
		}
		canvas.Focus(first)
	}
}

// leavePanel takes the keys back to where they came from, or else to the board.
func (d *Desk) leavePanel() {
	from, had := d.from, d.window.Canvas().Focused()
	d.from = nil
	frame, ok := d.window.Content().(*kit.Frame)
	switch gone := ok && had != nil && frame.Gone(had); {
	case from != nil && (had == nil || gone):
		from()
	case gone:
		d.view.Return()
	}
}

// toBoard takes the keys to the board where what they pressed has gone for a mode: its cards
// are what comes next.
func (d *Desk) toBoard() {
	had := d.window.Canvas().Focused()
	if frame, ok := d.window.Content().(*kit.Frame); ok && kit.Pressable(had) && frame.Gone(had) {
		d.view.Return()
	}
}

// settle leaves the keys at hand where what had them has gone.
func (d *Desk) settle() {
	if frame, ok := d.window.Content().(*kit.Frame); ok {
		frame.Settle(d.window.Canvas())
	}
}

// firstStop finds the first field in an object, or else what Tab comes to first.
func firstStop(o fyne.CanvasObject) fyne.Focusable {
	stops := kit.Stops(o)
	for _, one := range stops {
		if _, field := one.(*kit.Entry); field {
			return one
		}
	}
	if len(stops) > 0 {
		return stops[0]
	}
	return nil
}

// firstField finds the first field in an object.
func firstField(o fyne.CanvasObject) fyne.Focusable {
	if field, ok := firstStop(o).(*kit.Entry); ok {
		return field
	}
	return nil
}
