package model

import "fmt"

// Rebase returns the edit as it would be had it been made after the news, which
// others committed in the meantime. What it changes in one field and they in
// another is kept of both, and votes are added up. Where both changed the same,
// it returns ErrConflict: one of them has to look at what the other did.
func (e Edit) Rebase(news []Edit) (Edit, error) {
	now := map[Ref]Entity{} // nil where it was taken away
	by := map[Ref]DeskID{}
	for _, n := range news {
		for _, c := range n.Changes {
			now[c.Ref()], by[c.Ref()] = c.After, n.Desk
		}
	}
	changes := make([]Change, len(e.Changes))
	for i, c := range e.Changes {
		changes[i] = c
		there, changed := now[c.Ref()]
		if !changed {
			continue
		}
		if there == nil || c.Before == nil || c.After == nil {
			return Edit{}, fmt.Errorf("rebase %s: %w", e.Label, &Clash{c.Ref(), by[c.Ref()]})
		}
		merged, ok := merge(there, c.Before, c.After)
		if !ok || elsewhere(there, c.Before, c.After) {
			return Edit{}, fmt.Errorf("rebase %s: %w", e.Label, &Clash{c.Ref(), by[c.Ref()]})
		}
		changes[i] = Change{Before: there, After: merged}
	}
	e.Changes = changes
	return e, nil
}
