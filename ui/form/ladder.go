package form

import (
	"fyne.io/fyne/v2"

	"racedesk/model"
)

// A rung is a place in a list that is put in order by dragging: a segment, or the name
// of a phase or of a day, which has no id.
type rung struct {
	top, high float32
	id        model.ID
	phase     string
}

// landing says where a segment lands that is held with its middle at y: at which place
// among the others, before which one, or at the end where that is empty, and in which
// phase. It passes another one half way between the places that it would have before
// and behind that.
func landing(rungs []rung, held model.ID, y float32) (at int, before model.ID, phase string) {
	others, half := without(rungs, held)
	if len(others) == 0 {
		return 0, "", ""
	}
	at = 1 // beneath the name of the first phase
	for at < len(others) && others[at].top+others[at].high/2+half < y {
		at++
	}
	phase = others[at-1].phase
	for _, r := range others[at:] {
		if r.id != "" {
			return at, r.id, phase
		}
	}
	return at, "", phase
}

// without is how the others stand while a segment is held, and half the height of that.
func without(rungs []rung, held model.ID) (others []rung, half float32) {
	for _, r := range rungs {
		if r.id == held {
			half = r.high / 2
			continue
		}
		r.top -= 2 * half
		others = append(others, r)
	}
	return others, half
}

// shifted says where a segment goes that is moved up or down by one rung: past its
// neighbour or, at an end of its phase, into the one beside it.
func shifted(rungs []rung, id model.ID, by int) (before model.ID, phase string, ok bool) {
	var named []rung // phases and segments, without the days
	for i, r := range rungs {
		if r.id != "" || i == 0 || rungs[i-1].phase != r.phase {
			named = append(named, r)
		}
	}
	at := -1
	for i, r := range named {
		if r.id == id {
			at = i
		}
	}
	to := at + by
	if at < 0 || to < 1 || to >= len(named) {
		return "", "", false
	}
	phase = named[to].phase
	if by < 0 {
		phase = named[to-1].phase
	} else {
		to++
	}
	for _, r := range named[to:] {
		if r.id != "" && r.id != id {
			return r.id, phase, true
		}
	}
	return "", phase, true
}

// ladder stacks what it holds, and leaves alone what floats above: the last ones. What
// is held leaves a gap where it would land.
type ladder struct {
	floating int
	held     fyne.CanvasObject // nil where nothing is
	at       int               // the place of the gap among the others
}

// Layout implements fyne.Layout.
func (l *ladder) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, at := float32(0), 0
	for _, o := range objects[:len(objects)-l.floating] {
		if o == l.held {
			continue
		}
		if l.held != nil && at == l.at {
			y = l.gap(y, size)
		}
		at++
		high := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, high))
		y += high
	}
	if l.held != nil && at == l.at {
		l.gap(y, size)
	}
}

// gap puts what is held where it would land, and returns what follows it.
func (l *ladder) gap(y float32, size fyne.Size) float32 {
	high := l.held.MinSize().Height
	l.held.Move(fyne.NewPos(0, y))
	l.held.Resize(fyne.NewSize(size.Width, high))
	return y + high
}

// MinSize implements fyne.Layout.
func (l *ladder) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := float32(0)
	for _, o := range objects[:len(objects)-l.floating] {
		high += o.MinSize().Height
	}
	return fyne.NewSize(1, high)
}
