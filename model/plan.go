package model

import (
	"fmt"
	"slices"
	"time"
)

// The limits of a programme.
const (
	MaxSegments    = 500
	ShortestLength = time.Minute          // of a segment
	LongestLength  = 100 * 24 * time.Hour // of a segment, as of a race
)

// AddSegment proposes a new segment, before another one or at the end.
func (b *Board) AddSegment(s Segment, before ID) (Edit, error) {
	if s.ID = ID(CleanLine(string(s.ID))); s.ID == "" {
		s.ID = NewID()
	}
	s, err := s.clean()
	if err != nil {
		return Edit{}, fmt.Errorf("add segment: %w", err)
	}
	if len(b.segments()) >= MaxSegments {
		return Edit{}, fmt.Errorf("add segment: %w", ErrCrowded)
	}
	s.Rev, s.Begun, s.Began = 0, false, 0
	return b.seat(s, before), nil
}

// ChangeSegment proposes what somebody made of a segment that they saw as was: the
// fields that they changed, on the segment as it stands. Its place stays.
func (b *Board) ChangeSegment(was, is Segment) (Edit, error) {
	now, ok := b.Get(Ref{KindSegment, was.ID}).(Segment)
	if !ok {
		return Edit{}, fmt.Errorf("change segment: %w", ErrGone)
	}
	is, err := is.clean()
	if err != nil {
		return Edit{}, fmt.Errorf("change segment: %w", err)
	}
	merged, ok := merge(now, was, is)
	if !ok {
		return Edit{}, fmt.Errorf("change segment: %w", &Clash{Ref: now.Ref()})
	}
	return b.adopted(b.replace(LabelSegment, merged)), nil
}

// StretchSegment proposes that a segment takes longer, or shorter where by is below
// zero, though never less than the shortest length. Those after it are pushed.
func (b *Board) StretchSegment(id ID, by time.Duration) (Edit, error) {
	s, ok := b.Get(Ref{KindSegment, id}).(Segment)
	if !ok {
		return Edit{}, fmt.Errorf("stretch segment: %w", ErrGone)
	}
	was := s
	s.Length = min(max(min(s.Length, ShortestLength), s.Length+by), LongestLength)
	return b.ChangeSegment(was, s)
}

// MoveSegment proposes another place for a segment: in a phase, before another segment
// or at the end.
func (b *Board) MoveSegment(id, before ID, phase string) (Edit, error) {
	s, ok := b.Get(Ref{KindSegment, id}).(Segment)
	if !ok {
		return Edit{}, fmt.Errorf("move segment: %w", ErrGone)
	}
	s.Phase = phase
	s, err := s.clean()
	if err != nil {
		return Edit{}, fmt.Errorf("move segment: %w", err)
	}
	if agenda := b.segments(); before == id || agenda.follows(id, before) {
		return b.adopted(b.replace(LabelSegment, s)), nil
	}
	return b.seat(s, before), nil
}

// RemoveSegment proposes that a segment is gone; those after it move up.
func (b *Board) RemoveSegment(id ID) (Edit, error) {
	s, ok := b.Get(Ref{KindSegment, id}).(Segment)
	if !ok {
		return Edit{}, fmt.Errorf("remove segment: %w", ErrGone)
	}
	return b.adopted(Edit{Label: LabelSegment, Changes: []Change{{Before: s}}}), nil
}

// FillAgenda proposes the segments of another programme, after those that there are.
func (b *Board) FillAgenda(from Agenda) (Edit, error) {
	var steps []Step
	for _, s := range from {
		s.ID = ""
		steps = append(steps, func(b *Board) (Edit, error) { return b.AddSegment(s, "") })
	}
	return b.Together(LabelAgenda, steps...)
}

// BeginSegment proposes that a segment really began, so much time into the race; what
// was under way ended. What ran by itself until then is written down as it went, so
// that later changes of the plan do not change what happened.
func (b *Board) BeginSegment(id ID, elapsed time.Duration, now time.Time) (Edit, error) {
	elapsed = max(0, elapsed).Truncate(time.Second)
	programme := b.Programme(now)
	at := slices.IndexFunc(programme, func(p Placed) bool { return p.ID == id })
	if at < 0 {
		return Edit{}, fmt.Errorf("begin segment: %w", ErrGone)
	}
	edit := Edit{Label: LabelBegin}
	for i, p := range programme {
		s := p.Segment
		switch {
		case i < at: // one that was passed over took no time
			s.Begun, s.Began = true, min(p.From, elapsed)
		case i == at:
			s.Begun, s.Began = true, elapsed
		default:
			s.Begun, s.Began = false, 0
		}
		edit.Changes = append(edit.Changes, b.replace(LabelBegin, s).Changes...)
	}
	return b.adopted(edit), nil
}

// clean returns the segment with its texts made fit to store, or what keeps it from
// being stored.
func (s Segment) clean() (Segment, error) {
	s.Title, s.Phase, s.Kind, s.Note = CleanLine(s.Title), CleanLine(s.Phase), CleanLine(s.Kind), CleanText(s.Note)
	switch {
	case s.Title == "":
		return s, ErrNoTitle
	case longer([]string{s.Title, s.Phase, s.Kind, s.Note}, MaxTitle):
		return s, ErrTooLong
	case s.Length < ShortestLength:
		return s, ErrNoLength
	case s.Length > LongestLength:
		return s, ErrTooFar
	}
	if s.Fixed != "" {
		at, err := time.Parse(timeOfDay, s.Fixed)
		if err != nil {
			return s, ErrNoLength
		}
		s.Fixed = at.Format(timeOfDay)
	}
	return s, nil
}

// follows says whether before is what comes after a segment already.
func (a Agenda) follows(id, before ID) bool {
	i := slices.IndexFunc(a, func(s Segment) bool { return s.ID == id })
	if i+1 == len(a) {
		return before == ""
	}
	return i >= 0 && a[i+1].ID == before
}

// seat proposes a segment before another one or at the end. Where there is no room
// between its neighbours, all are put apart anew.
func (b *Board) seat(s Segment, before ID) Edit {
	others := slices.DeleteFunc(b.segments(), func(x Segment) bool { return x.ID == s.ID })
	at := slices.IndexFunc(others, func(x Segment) bool { return x.ID == before })
	if at < 0 {
		at = len(others)
	}
	edit, whole := Edit{Label: LabelSegment}, slices.Insert(slices.Clone(others), at, s)
	if !others.untouched() {
		var lo, hi *Rank
		if at > 0 {
			lo = &others[at-1].Rank
		}
		if at < len(others) {
			hi = &others[at].Rank
		}
		if r, room := between(lo, hi); room {
			s.Rank = r
			return b.replace(LabelSegment, s)
		}
	}
	for i, x := range whole {
		x.Rank = gap * Rank(i+1)
		edit.Changes = append(edit.Changes, b.replace(LabelSegment, x).Changes...)
	}
	return edit
}

// adopted adds to an edit of the programme that one of old gets places: from then on
// each segment begins where the one before it ends.
func (b *Board) adopted(edit Edit) Edit {
	agenda := b.segments()
	if edit.Empty() || !agenda.untouched() {
		return edit
	}
	for i, s := range agenda {
		at := slices.IndexFunc(edit.Changes, func(c Change) bool { return c.Ref() == s.Ref() })
		switch {
		case at < 0:
			after := s
			after.Rank = gap * Rank(i+1)
			edit.Changes = append(edit.Changes, Change{Before: s, After: after})
		case edit.Changes[at].After != nil:
			after := edit.Changes[at].After.(Segment)
			after.Rank = gap * Rank(i+1)
			edit.Changes[at].After = after
		}
	}
	return edit
}
