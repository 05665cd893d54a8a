package model

import (
	"fmt"
	"reflect"
	"slices"
	"time"
)

// A History remembers which of one desk's Edits can be taken back, and which of
// those can be done again. It is a function of the list of Edits, and for the clock of
// the time, so it is the same after a restart. A stretch of writing is one of them, and
// so is what was done to the clock. What the room sees, a pitch round, a side timer's run
// and the lock are left out, and so is a step of the store's clock, which nobody made.
type History struct {
	Desk       DeskID
	undo, redo []Edit
}

// steered is what no undo on the board takes back.
var steered = []Kind{KindScreen, KindPitch, KindLock}

// Note takes in a committed Edit of any desk.
func (h *History) Note(e Edit) {
	if !e.Desk.Same(h.Desk) || e.Label == LabelTime || e.steps() || slices.ContainsFunc(steered, e.Touches) {
		return
	}
	if n := len(h.undo); e.Undoes != 0 && n > 0 && h.undo[n-1].Seq == e.Undoes {
		h.undo, h.redo = h.undo[:n-1], append(h.redo, e)
		return
	}
	if n := len(h.redo); e.Undoes != 0 && n > 0 && h.redo[n-1].Seq == e.Undoes {
		h.redo = h.redo[:n-1]
	} else {
		h.redo = nil
	}
	if before, ok := last(h.undo); ok && e.continues(before) {
		h.undo, e = h.undo[:len(h.undo)-1], e.upon(before)
	}
	if !e.vain() {
		h.undo = append(h.undo, e)
	}
}

// steps says whether the edit only notes that the store's clock was set, as earlier
// versions called a change of the clock.
func (e Edit) steps() bool {
	return len(e.Changes) == 1 && slices.Equal(e.Changes[0].Fields(), []string{"step"})
}

// Undo returns the Edit that the next undo takes back.
func (h *History) Undo() (Edit, bool) { return last(h.undo) }

// Redo returns the Edit that the next redo takes back: itself an undo.
func (h *History) Redo() (Edit, bool) { return last(h.redo) }

// Steps returns how many undos one after the other take something back.
func (h *History) Steps() int { return len(h.undo) }

// clockLapse is how long a change of the clock can be taken back. Undo shall mend a slip of
// the hand, not reach hours back and have the room's time jump.
const clockLapse = 5 * time.Minute

// Lapse forgets what is too long ago to be taken back when the store's clock shows now.
func (h *History) Lapse(now time.Time) {
	long := func(e Edit) bool { return e.Touches(KindClock) && now.Sub(e.At) > clockLapse }
	h.undo, h.redo = slices.DeleteFunc(h.undo, long), slices.DeleteFunc(h.redo, long)
}

// Drop forgets an Edit that cannot be taken back any more, so that those before
// it can.
func (h *History) Drop(seq int64) {
	isIt := func(e Edit) bool { return e.Seq == seq }
	h.undo, h.redo = slices.DeleteFunc(h.undo, isIt), slices.DeleteFunc(h.redo, isIt)
}

func last(edits []Edit) (Edit, bool) {
	if len(edits) == 0 {
		return Edit{}, false
	}
	return edits[len(edits)-1], true
}

// Revert proposes the Edit that takes e back on the board as it stands now. It
// touches only the fields that e changed, and where one of those was changed
// since it returns ErrConflict: later work is never overwritten. Votes are added
// up, so those of others stay.
func (b *Board) Revert(e Edit) (Edit, error) {
	inv := e.Inverse()
	for i, c := range inv.Changes {
		now := b.Get(c.Ref())
		switch {
		case c.Before == nil && now == nil && b.loose(inv, c.After):
			return Edit{}, fmt.Errorf("revert %s: %w", e.Label, &Clash{Ref: c.Ref()})
		case c.Before == nil && now == nil:
			continue
		case c.Before == nil || now == nil:
			return Edit{}, fmt.Errorf("revert %s: %w", e.Label, &Clash{Ref: c.Ref()})
		case c.After == nil:
			if !reflect.DeepEqual(now, c.Before.At(now.Revision())) || b.tied(inv, c.Ref()) {
				return Edit{}, fmt.Errorf("revert %s: %w", e.Label, &Clash{Ref: c.Ref()})
			}
			inv.Changes[i].Before = now
		default:
			merged, ok := merge(now, c.Before, c.After)
			if !ok || elsewhere(now, c.Before, c.After) {
				return Edit{}, fmt.Errorf("revert %s: %w", e.Label, &Clash{Ref: c.Ref()})
			}
			inv.Changes[i] = Change{Before: now, After: merged.At(now.Revision())}
		}
	}
	return inv, nil
}

// elsewhere says whether a clock runs or stands otherwise than from says, where that is
// to change: what was spent means nothing without since when it is being spent.
func elsewhere(now, from, to Entity) bool {
	f, is := from.(Clock)
	if !is {
		return false
	}
	n, t := now.(Clock), to.(Clock)
	differ := func(a, b Clock) bool { return a.Used != b.Used || !a.Since.Equal(b.Since) }
	return differ(f, t) && differ(n, f)
}

// tied says whether a card about to vanish is at an end of a link that would
// stay behind, or stands for another that was merged into it; of a round, whether
// somebody voted in it. A card is tied to a picture that would stay, too.
func (b *Board) tied(e Edit, ref Ref) bool {
	switch ref.Kind {
	case KindRound:
		voters, _ := b.Turnout(ref.ID)
		return voters > 0
	case KindCard:
	default:
		return false
	}
	gone := map[Ref]bool{}
	for _, c := range e.Changes {
		gone[c.Ref()] = c.After == nil
	}
	stays := func(x Entity) bool { return !gone[x.Ref()] }
	return slices.ContainsFunc(b.Links(), func(l Link) bool { return (l.From == ref.ID || l.To == ref.ID) && stays(l) }) ||
		slices.ContainsFunc(b.Duplicates(ref.ID), func(c Card) bool { return stays(c) }) ||
		slices.ContainsFunc(b.own(ref.ID), func(p Picture) bool { return stays(p) })
}

// loose says whether a link about to come back would miss a card at one end, a
// picture its card, or a ballot its round.
func (b *Board) loose(e Edit, back Entity) bool {
	if v, ok := back.(Ballot); ok {
		return b.Get(Ref{KindRound, v.Round}) == nil
	}
	var ends []ID
	switch back := back.(type) {
	case Link:
		ends = []ID{back.From, back.To}
	case Picture:
		ends = []ID{back.Card}
	}
	there := map[ID]bool{}
	for _, id := range ends {
		_, there[id] = b.Card(id)
	}
	there[logoOf] = true
	for _, c := range e.Changes {
		if ref := c.Ref(); ref.Kind == KindCard {
			there[ref.ID] = c.After != nil
		}
	}
	return slices.ContainsFunc(ends, func(id ID) bool { return !there[id] })
}

// merge returns now with every field that differs between from and to set to
// what it is in to; not ok where now had a third value there. Votes are added up,
// and of a list, what came and what went.
func merge(now, from, to Entity) (merged Entity, ok bool) {
	ok = true
	f, t := reflect.ValueOf(from), reflect.ValueOf(to)
	out := reflect.New(f.Type()).Elem()
	out.Set(reflect.ValueOf(now))
	for i := range f.NumField() {
		name := f.Type().Field(i).Name
		a, z, field := f.Field(i), t.Field(i), out.Field(i)
		switch {
		case name == "Rev" || reflect.DeepEqual(a.Interface(), z.Interface()):
		case name == "Votes":
			field.SetInt(max(0, field.Int()+z.Int()-a.Int()))
		case reflect.DeepEqual(field.Interface(), a.Interface()):
			field.Set(z)
		case field.Kind() == reflect.Slice && field.Type().Elem().Kind() == reflect.String:
			field.Set(mergeLists(field, a, z))
		default:
			ok = false
			field.Set(z)
		}
	}
	return out.Interface().(Entity), ok
}

// mergeLists returns now without what is in from and no longer in to, and with
// what is new in to at its end.
func mergeLists(now, from, to reflect.Value) reflect.Value {
	has := func(list, x reflect.Value) bool {
		for i := range list.Len() {
			if list.Index(i).String() == x.String() {
				return true
			}
		}
		return false
	}
	out := reflect.Zero(now.Type())
	for i := range now.Len() {
		if x := now.Index(i); has(to, x) || !has(from, x) {
			out = reflect.Append(out, x)
		}
	}
	for i := range to.Len() {
		if x := to.Index(i); !has(from, x) && !has(out, x) {
			out = reflect.Append(out, x)
		}
	}
	return out
}
