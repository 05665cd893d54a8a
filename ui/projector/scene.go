package projector

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// A scene is what a face shows: what the room sees of a race at an instant.
type scene struct {
	words  *words.Words
	screen model.Screen
	shows  model.Face
	clock  model.Clock
	agenda model.Agenda
	timers []model.Timer
	turn   turn
	funnel []figures // of all, then of each target group
	now    time.Time
}

// figures are how many cards of each stage there were, of all or of a target group.
type figures struct {
	name  string
	style int
	count [3]int // by the place of the stage among model.Stages
}

// read takes from a board what does not change with the time.
func (s *scene) read(b *model.Board) {
	s.screen, s.shows, s.clock, s.timers, s.turn = b.Screen(), b.Shows(), b.Clock(), b.Timers(), readTurn(b)
	of := func(g model.Group) figures {
		f := figures{name: g.Name, style: g.Style}
		for i, stage := range model.Stages {
			f.count[i] = b.Figures(stage, g.ID).Total
		}
		return f
	}
	s.funnel = []figures{of(model.Group{})}
	for _, g := range b.Groups() {
		s.funnel = append(s.funnel, of(g))
	}
}

// An urgency is how close the end is. It is shown by colour, by words and by a bar
// that grows.
type urgency int

const (
	calm urgency = iota
	soon
	urgent
	over
)

// reading is what the digits say, and how urgent it is by the moments of the clock.
func reading(left, warn, danger time.Duration) (string, urgency) {
	shown := words.Shown(left)
	text := words.Span(shown)
	switch {
	case left <= -time.Second:
		return hourless(text, -shown), over
	case left <= danger:
		return hourless(text, shown), urgent
	case left <= warn:
		return hourless(text, shown), soon
	}
	return hourless(text, shown), calm
}

// hourless leaves out the hours where there are none.
func hourless(text string, left time.Duration) string {
	if left >= time.Hour {
		return text
	}
	if late, overtime := strings.CutPrefix(text, "+"); overtime {
		return "+" + late[len("00:"):]
	}
	return text[len("00:"):]
}

// time is the reading of the clock at the instant of the scene.
func (s *scene) time() (string, urgency) {
	warn, danger := s.clock.Moments()
	return reading(s.clock.Left(s.now), warn, danger)
}

// sentence is the line beneath the digits: what goes on, and what comes next before the
// end of the race; note is what the programme says of it to the room.
func (s *scene) sentence() string {
	if s.ended() {
		return ""
	}
	now, next := s.agenda.At(s.clock.Elapsed(s.now))
	var parts []string
	if now != nil {
		parts = append(parts, now.Title)
	}
	if next != nil && next.Start < s.clock.Length {
		at := s.words.Near(s.clock.Instant(next.Start, s.now).Round(time.Minute).Local(), s.clock.Wall(s.now).Local())
		parts = append(parts, s.words.T("projector.next", next.Title, at))
	}
	return strings.Join(parts, between)
}

// between stands between what is said on one line.
const between = " · "

// ended says whether the race is over: then there is nothing to go on or to come.
func (s *scene) ended() bool { return s.clock.Left(s.now) <= 0 }

func (s *scene) note() string {
	if now, _ := s.agenda.At(s.clock.Elapsed(s.now)); now != nil && !s.ended() {
		return model.CleanLine(now.Note)
	}
	return ""
}

// state says in words what the colours say.
func (s *scene) state() string {
	_, u := s.time()
	switch {
	case u == over:
		return cmp.Or(s.clock.Over, s.words.T("projector.over"))
	case !s.clock.Running():
		return s.stopped()
	case u == urgent:
		return s.words.T("projector.urgent")
	case u == soon:
		return s.words.T("projector.soon")
	}
	return ""
}

// stopped says of a race whose clock does not run that it does not.
func (s *scene) stopped() string {
	switch {
	case !s.clock.Started():
		return s.words.T("projector.waits")
	case !s.clock.Running():
		return s.words.T("projector.pause")
	}
	return ""
}

// phase is the place among the phases of the one under way, from 1; 0 before the
// first.
func (s *scene) phase() int {
	var phases []string
	at, elapsed := 0, s.clock.Elapsed(s.now)
	for i := range s.agenda {
		name := s.agenda[i].Phase
		if !slices.Contains(phases, name) {
			phases = append(phases, name)
		}
		if s.agenda[i].Start <= elapsed {
			at = 1 + slices.Index(phases, name)
		}
	}
	return at
}

// tells is all that changes with the time, in one text.
func (s *scene) tells() string {
	if s.shows == model.FaceBlack {
		return ""
	}
	text, _ := s.time()
	large, limits := s.limits()
	if large != nil {
		limits = append(limits, *large)
	}
	limits = append(limits, s.turnTime())
	return fmt.Sprint(text, s.state(), s.sentence(), limits)
}
