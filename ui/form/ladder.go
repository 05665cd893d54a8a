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

// landing says where a segment lands that is held with its middle at y: before another
// one, or at the end where that is empty, in which phase, and where a line shows it.
func landing(rungs []rung, held model.ID, y float32) (before model.ID, phase string, line float32) {
	at := 1 // beneath the name of the first phase
	for at < len(rungs) && rungs[at].top+rungs[at].high/2 < y {
		at++
	}
	if len(rungs) == 0 {
		return "", "", 0
	}
	phase, line = rungs[at-1].phase, rungs[at-1].top+rungs[at-1].high
	for _, r := range rungs[at:] {
		if r.id != "" && r.id != held {
			return r.id, phase, line
		}
	}
	return "", phase, line
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

// ladder stacks what it holds, and leaves alone what floats above: the last ones.
type ladder struct{ floating int }

func (l ladder) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects[:len(objects)-l.floating] {
		high := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, high))
		y += high
	}
}

func (l ladder) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := float32(0)
	for _, o := range objects[:len(objects)-l.floating] {
		high += o.MinSize().Height
	}
	return fyne.NewSize(1, high)
}
