package model

import (
	"reflect"
	"slices"
	"time"
)

// What somebody writes is stored every few seconds, each time as an Edit. Those that
// follow upon each other are one stretch: one step of undo, and one event of the card.

// stretchPause is how long a hand may rest within a stretch, from one Edit to the next.
const stretchPause = 6 * time.Second

// continues says whether an edit goes on with the writing of the one before it: on the
// same fields of the same card as that one left it, at the same desk, without a pause.
func (e Edit) continues(before Edit) bool {
	for _, x := range []Edit{before, e} {
		if x.Label != LabelWrite || x.Undoes != 0 || len(x.Changes) != 1 {
			return false
		}
	}
	was, is := before.Changes[0], e.Changes[0]
	pause := e.At.Sub(before.At)
	return e.Desk.Same(before.Desk) && pause >= 0 && pause <= stretchPause &&
		was.After != nil && is.Before != nil && reflect.DeepEqual(was.After.At(0), is.Before.At(0)) &&
		slices.Equal(was.Fields(), is.Fields())
}

// upon returns the stretch that ends with e, as one edit.
func (e Edit) upon(before Edit) Edit {
	e.Changes = []Change{{Before: before.Changes[0].Before, After: e.Changes[0].After}}
	return e
}

// vain says whether the edit leaves all as it was.
func (e Edit) vain() bool {
	return !slices.ContainsFunc(e.Changes, func(c Change) bool {
		return c.Before == nil || c.After == nil || !reflect.DeepEqual(c.Before.At(0), c.After.At(0))
	})
}
