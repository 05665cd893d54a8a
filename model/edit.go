package model

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// An Edit is one indivisible change, made at one desk. It is at once the
// command, the transaction, the live-update event, the undo step and the line
// of the history.
type Edit struct {
	Seq     int64     // place in the one timeline; 0 until committed
	At      time.Time // the store's clock, so that all desks agree
	Desk    DeskID
	Label   string // key of what it does, such as "move": shown as "Undo move card"
	Undoes  int64  // Seq of the Edit that this one takes back, else 0
	Changes []Change
}

// A Change is one entity's step. No Before: it is created; no After: deleted.
type Change struct{ Before, After Entity }

// Ref points at the entity that changes.
func (c Change) Ref() Ref {
	if c.After != nil {
		return c.After.Ref()
	}
	return c.Before.Ref()
}

// Inverse returns the Edit that takes e back, as long as nothing came after it;
// Board.Undo makes one that allows for what came after.
func (e Edit) Inverse() Edit {
	inv := Edit{Desk: e.Desk, Label: e.Label, Undoes: e.Seq}
	for _, c := range slices.Backward(e.Changes) {
		inv.Changes = append(inv.Changes, Change{Before: c.After, After: c.Before})
	}
	return inv
}

// Empty says whether the edit changes nothing.
func (e Edit) Empty() bool { return len(e.Changes) == 0 }

// Touches says whether the edit changes an entity of the kind.
func (e Edit) Touches(kind Kind) bool {
	return slices.ContainsFunc(e.Changes, func(c Change) bool { return c.Ref().Kind == kind })
}

// Stamped returns the edit as committed: with its place, its time, and every
// written entity at that revision.
func (e Edit) Stamped(seq int64, at time.Time) Edit {
	e.Seq, e.At = seq, at.UTC().Truncate(time.Millisecond)
	changes := make([]Change, len(e.Changes))
	for i, c := range e.Changes {
		changes[i] = c
		if c.After != nil {
			changes[i].After = c.After.At(seq)
		}
	}
	e.Changes = changes
	return e
}

// changeJSON is a Change on its way from a store.
type changeJSON struct {
	Kind   Kind            `json:"kind"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// MarshalJSON writes the change with its kind.
func (c Change) MarshalJSON() ([]byte, error) { return c.append(nil) }

// EncodeChanges is json.Marshal of changes, without its second look at what
// MarshalJSON wrote.
func EncodeChanges(changes []Change) (data []byte, err error) {
	data = append(data, '[')
	for i, c := range changes {
		if i > 0 {
			data = append(data, ',')
		}
		if data, err = c.append(data); err != nil {
			return nil, err
		}
	}
	return append(data, ']'), nil
}

func (c Change) append(data []byte) ([]byte, error) {
	data = append(append(append(data, `{"kind":"`...), c.Ref().Kind...), '"')
	for _, end := range []struct {
		key    string
		entity Entity
	}{{`,"before":`, c.Before}, {`,"after":`, c.After}} {
		if end.entity == nil {
			continue
		}
		body, err := json.Marshal(end.entity)
		if err != nil {
			return nil, err
		}
		data = append(append(data, end.key...), body...)
	}
	return append(data, '}'), nil
}

// UnmarshalJSON reads what MarshalJSON wrote. Revisions are not in it.
func (c *Change) UnmarshalJSON(data []byte) error {
	var in changeJSON
	err := json.Unmarshal(data, &in)
	if err != nil {
		return err
	}
	if in.Before == nil && in.After == nil {
		return fmt.Errorf("decode change of %s: neither before nor after", in.Kind)
	}
	if in.Before != nil {
		if c.Before, err = DecodeEntity(in.Kind, in.Before, 0); err != nil {
			return err
		}
	}
	if in.After != nil {
		c.After, err = DecodeEntity(in.Kind, in.After, 0)
	}
	return err
}
