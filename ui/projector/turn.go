package projector

import (
	"cmp"
	"slices"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// A turn is what the room sees of a pitch round: whose turn it is.
type turn struct {
	pitch  model.Pitch
	title  string        // of the card whose turn it is
	next   string        // of the one after it
	groups []model.Group // the target groups of the first
}

// readTurn takes the pitch round from a board.
func readTurn(b *model.Board) turn {
	pitch, on := b.Pitch()
	if !on {
		return turn{}
	}
	t := turn{pitch: pitch}
	now, _ := b.Card(t.pitch.Now())
	next, _ := b.Card(t.pitch.Next())
	t.title, t.next = now.Title, next.Title
	for _, g := range b.Groups() {
		if slices.Contains(now.Groups, g.ID) {
			t.groups = append(t.groups, g)
		}
	}
	return t
}

// place says which of how many it is.
func (t turn) place(w *words.Words) string {
	return w.T("pitch.place", t.pitch.Place+1, len(t.pitch.Cards))
}

// A limit is a time limit beside the race's, as the room reads it.
type limit struct {
	name string
	text string // its digits
	urgency
	rest string // where it does not run, how it stands
}

// limitOf reads a time limit of some length.
func limitOf(name string, length, left time.Duration) limit {
	warn, danger := model.Moments(length)
	l := limit{name: name}
	l.text, l.urgency = reading(left, warn, danger)
	return l
}

// turnTime is the time of the one whose turn it is.
func (s *scene) turnTime() limit {
	return limitOf("", s.turn.pitch.Length, s.turn.pitch.Left(s.now))
}

// turnState says in words how the one whose turn it is stands.
func (s *scene) turnState() string {
	return cmp.Or(s.rest(s.turn.pitch.Run), s.warning(s.turnTime().urgency))
}

// rest says of a time that does not run that it does not.
func (s *scene) rest(run model.Run) string {
	switch {
	case !run.Begun():
		return s.words.T("projector.ready")
	case !run.Running():
		return s.words.T("projector.paused")
	}
	return ""
}

// warning says what a colour says, with a shape of its own.
func (s *scene) warning(u urgency) string {
	switch u {
	case soon:
		return s.words.T("level.warning")
	case urgent:
		return s.words.T("level.danger")
	case over:
		return s.words.T("level.over")
	}
	return ""
}

// limits are the time limits beside the race's: the one that takes its place, if any,
// and those beneath it. Of the small ones those that began are shown, and all that the
// coordinator wants large; among these one that runs comes first.
func (s *scene) limits() (large *limit, small []limit) {
	read := func(t model.Timer) limit {
		l := limitOf(t.Name, t.Length, t.Left(s.now))
		l.rest = s.rest(t.Run)
		return l
	}
	front := -1
	for i, t := range s.timers {
		if t.Large && (front < 0 || t.Run.Running() && !s.timers[front].Run.Running()) {
			front = i
		}
	}
	if front >= 0 {
		is := read(s.timers[front])
		large = &is
		if says := cmp.Or(is.rest, s.warning(is.urgency)); says != "" {
			large.name += between + says
		}
		text, u := s.time()
		small = append(small, limit{s.words.T("projector.race"), text, u, s.stopped()})
	}
	for i, t := range s.timers {
		if i != front && (t.Large || t.Run.Begun()) {
			small = append(small, read(t))
		}
	}
	return large, small
}
