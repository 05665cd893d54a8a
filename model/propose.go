package model

import (
	"fmt"
	"reflect"
	"slices"
	"time"
	"unicode/utf8"
)

// Add proposes a new card in a stage, before another card or at the end.
func (b *Board) Add(c Card, before ID) (Edit, error) {
	c = c.clean()
	c.Into = ""
	if err := c.fits(); err != nil {
		return Edit{}, fmt.Errorf("add card: %w", err)
	}
	if !slices.Contains(Stages, c.Stage) {
		return Edit{}, fmt.Errorf("add card to %q: %w", c.Stage, ErrNoMeaning)
	}
	if c.ID == "" {
		c.ID = NewID()
	}
	rank, moved := b.place(c.Stage, c.ID, before)
	c.Rank = rank
	return Edit{Label: LabelAdd, Changes: append(moved, Change{After: c})}, nil
}

// Move proposes a new place for a card within its column: before another card,
// or at the end.
func (b *Board) Move(id, before ID) (Edit, error) {
	c, ok := b.Card(id)
	if !ok {
		return Edit{}, fmt.Errorf("move card: %w", ErrGone)
	}
	edit := Edit{Label: LabelMove}
	if id == before || b.follows(c, before) {
		return edit, nil
	}
	after := c
	after.Rank, edit.Changes = b.place(c.Stage, id, before)
	edit.Changes = append(edit.Changes, Change{Before: c, After: after})
	return edit, nil
}

// Promote proposes a new card of the next stage that remembers the one it came
// from, placed before another card or at the end. A problem may go into several
// projects; a project goes into one product, a new one or, see Join, another.
func (b *Board) Promote(id, before ID) (Edit, error) {
	c, ok := b.Card(id)
	if !ok {
		return Edit{}, fmt.Errorf("promote card: %w", ErrGone)
	}
	next := c.Stage.Next()
	if next == "" || (c.Stage == Project && !b.Open(c)) {
		return Edit{}, fmt.Errorf("promote %s: %w", c.Stage, ErrNoMeaning)
	}
	edit, err := b.Add(Card{Stage: next, Title: c.Title, Groups: c.Groups, Tags: c.Tags,
		Leader: c.Leader, Designers: c.Designers}, before)
	if err != nil {
		return Edit{}, err
	}
	edit.Label = LabelPromote
	made := edit.Changes[len(edit.Changes)-1].After.(Card)
	edit.Changes = append(edit.Changes, Change{After: NewLink(id, made.ID)})
	return edit, nil
}

// Join proposes that a problem goes into a project that is there already, or a project
// into a product, which takes over its target groups. A problem may be in several
// projects; a project is in one product and leaves the one that it was in.
func (b *Board) Join(id, into ID) (Edit, error) {
	from, ok1 := b.Card(id)
	to, ok2 := b.Card(into)
	if !ok1 || !ok2 {
		return Edit{}, fmt.Errorf("join cards: %w", ErrGone)
	}
	if to.Stage == "" || to.Stage != from.Stage.Next() {
		return Edit{}, fmt.Errorf("join %s to %s: %w", from.Stage, to.Stage, ErrNoMeaning)
	}
	link, onward := NewLink(id, into), b.lineage().onward[b.Home(id)]
	if b.Get(link.Ref()) != nil || slices.Contains(onward, b.Home(into)) {
		return Edit{}, fmt.Errorf("join cards: %w", ErrExists)
	}
	edit := Edit{Label: LabelJoin, Changes: []Change{{After: link}}}
	if from.Stage == Project {
		for _, to := range onward {
			left, err := b.Split(id, to)
			if err != nil {
				return Edit{}, fmt.Errorf("join cards: %w", err)
			}
			edit.Changes = append(edit.Changes, left.Changes...)
		}
	}
	return b.widen(edit, to, append(slices.Clone(to.Groups), from.Groups...)), nil
}

// widen adds to an edit that a card takes over target groups, where it lacks one.
func (b *Board) widen(edit Edit, c Card, groups []ID) Edit {
	wider := c
	wider.Groups = b.ordered(groups)
	if slices.ContainsFunc(wider.Groups, func(g ID) bool { return !c.In(g) }) {
		edit.Changes = append(edit.Changes, Change{Before: c, After: wider})
	}
	return edit
}

// Split proposes that a card no longer belongs to the one it went into, nor do
// those that were merged into it.
func (b *Board) Split(from, to ID) (Edit, error) {
	edit := Edit{Label: LabelSplit}
	for _, l := range b.Links() {
		if b.Home(l.To) == b.Home(to) && b.Home(l.From) == b.Home(from) && !b.loose(edit, l) {
			edit.Changes = append(edit.Changes, Change{Before: l})
		}
	}
	if edit.Empty() {
		return Edit{}, fmt.Errorf("split cards: %w", ErrGone)
	}
	return edit, nil
}

// Write proposes new content for a card. Where it stands, is parked or merged into
// stays.
func (b *Board) Write(c Card) (Edit, error) {
	old, ok := b.Card(c.ID)
	if !ok {
		return Edit{}, fmt.Errorf("write card: %w", ErrGone)
	}
	c = c.clean()
	if err := c.fits(); err != nil {
		return Edit{}, fmt.Errorf("write card: %w", err)
	}
	c.Stage, c.Rank, c.Parked, c.Into, c.Rev = old.Stage, old.Rank, old.Parked, old.Into, old.Rev
	return b.replace(LabelWrite, c), nil
}

// Vote proposes n more votes for a card, or fewer where n is negative.
func (b *Board) Vote(id ID, n int) (Edit, error) {
	old, ok := b.Card(id)
	if !ok {
		return Edit{}, fmt.Errorf("vote: %w", ErrGone)
	}
	c := old
	c.Votes = max(0, c.Votes+max(-maxDots, min(n, maxDots)))
	return b.replace(LabelVote, c), nil
}

// Park proposes to put a card aside, or to bring it back.
func (b *Board) Park(id ID, parked bool) (Edit, error) {
	old, ok := b.Card(id)
	if !ok {
		return Edit{}, fmt.Errorf("park card: %w", ErrGone)
	}
	c := old
	c.Parked = parked
	label := LabelUnpark
	if parked {
		label = LabelPark
	}
	return b.replace(label, c), nil
}

// SetClock proposes another clock. It returns ErrLength where its length becomes
// one that no race has, ErrMoments where it would alarm before it warns, or either
// after the race is over, and ErrOver for the text of overtime.
func (b *Board) SetClock(c Clock) (Edit, error) {
	c.Length, c.Over = c.Length.Truncate(time.Millisecond), CleanLine(c.Over)
	warn, danger := c.Moments()
	switch old := b.Clock(); {
	case c.Length != old.Length && (c.Length < MinLength || c.Length > MaxLength):
		return Edit{}, fmt.Errorf("set clock to %v: %w", c.Length, ErrLength)
	case (c.Warn != old.Warn || c.Danger != old.Danger) && (danger < 0 || danger > warn || warn > MaxLength):
		return Edit{}, fmt.Errorf("set clock to warn at %v, then %v: %w", warn, danger, ErrMoments)
	case utf8.RuneCountInString(c.Over) > MaxOver:
		return Edit{}, fmt.Errorf("set clock: %w", ErrOver)
	}
	return b.replace(clockLabel(b.Clock(), c), c), nil
}

// clockLabel is what is done to a clock, seen from what it was.
func clockLabel(was, is Clock) string {
	switch {
	case !was.Running() && is.Running():
		return LabelStart
	case was.Started() && !is.Started():
		return LabelReset
	case was.Running() && !is.Running():
		return LabelPause
	case is.Length > was.Length:
		return LabelMore
	case is.Length < was.Length:
		return LabelLess
	}
	if was.Step = is.Step; was == is {
		return LabelTime
	}
	return LabelClock
}

// replace proposes that an entity becomes changed, or begins to exist; an empty
// edit where it is that already.
func (b *Board) replace(label string, changed Entity) Edit {
	edit := Edit{Label: label}
	old := b.Get(changed.Ref())
	if old != nil {
		changed = changed.At(old.Revision())
	}
	if !reflect.DeepEqual(old, changed) {
		edit.Changes = []Change{{Before: old, After: changed}}
	}
	return edit
}

// ordered returns the groups once each, in the race's order.
func (b *Board) ordered(ids []ID) []ID {
	var out []ID
	for _, g := range b.Groups() {
		if slices.Contains(ids, g.ID) {
			out = append(out, g.ID)
		}
	}
	return out
}

// follows says whether before is the card that already comes after c.
func (b *Board) follows(c Card, before ID) bool {
	column := b.all(c.Stage)
	i := slices.IndexFunc(column, func(x Card) bool { return x.ID == c.ID })
	if i+1 == len(column) {
		return before == ""
	}
	return column[i+1].ID == before
}

// place returns the rank for a card that shall stand before another or at the
// end, with the changes of rank that make room where there is none.
func (b *Board) place(stage Stage, id, before ID) (Rank, []Change) {
	others := b.others(stage, id)
	at := others.index(before)
	if at < 0 {
		at = others.len()
	}
	if r, room := between(others.rank(at-1), others.rank(at)); room {
		return r, nil
	}
	for reach := 4; ; reach *= 2 {
		first, last := max(0, at-reach), min(others.len(), at+reach)
		ranks, room := spread(others.rank(first-1), others.rank(last), last-first+1)
		if !room {
			continue
		}
		ours := ranks[at-first]
		ranks = slices.Delete(ranks, at-first, at-first+1)
		var moved []Change
		for i, r := range ranks {
			was := *others.at(first + i)
			now := was
			now.Rank = r
			moved = append(moved, Change{Before: was, After: now})
		}
		return ours, moved
	}
}
