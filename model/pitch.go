package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// A Pitch is a round in which cards are shown one after the other, each with the same
// time. Its order is stored, so that every desk shows the same one.
type Pitch struct {
	Rev    int64         `json:"-"`
	Stage  Stage         `json:"stage"`
	Cards  []ID          `json:"cards"`
	Place  int           `json:"place,omitempty"`  // of the card whose turn it is; after the last one it is over
	Length time.Duration `json:"length"`           // of each
	Run    Run           `json:"run"`              // of the one whose turn it is
	Before Face          `json:"before,omitempty"` // what the room saw, where the round took its screen
}

// PitchRef points at the one Pitch of a board.
var PitchRef = Ref{KindPitch, "pitch"}

// Ref points at the pitch round.
func (Pitch) Ref() Ref { return PitchRef }

// Revision is the Seq that last wrote the pitch round.
func (p Pitch) Revision() int64 { return p.Rev }

// At returns the pitch round as written by the Edit with this Seq.
func (p Pitch) At(rev int64) Entity { p.Rev = rev; return p }

// Left is what remains at the instant now for the one whose turn it is; below zero
// after its end.
func (p Pitch) Left(now time.Time) time.Duration { return p.Length - p.Run.Spent(now) }

// Now is the card whose turn it is, and Next the one after it; either is empty where
// there is none.
func (p Pitch) Now() ID { return p.card(p.Place) }

// Next is the card after the one whose turn it is; empty where there is none.
func (p Pitch) Next() ID { return p.card(p.Place + 1) }

// Over says whether all had their turn.
func (p Pitch) Over() bool { return p.Place >= len(p.Cards) }

func (p Pitch) card(i int) ID {
	if i < 0 || i >= len(p.Cards) {
		return ""
	}
	return p.Cards[i]
}

// Pitch returns the pitch round that goes on, if one does, without the cards that are
// gone meanwhile.
func (b *Board) Pitch() (Pitch, bool) {
	p, ok := b.Get(PitchRef).(Pitch)
	if !ok {
		return Pitch{}, false
	}
	left := p
	left.Cards = nil
	for i, id := range p.Cards {
		if c, there := b.Card(id); there && !b.merged(c) {
			left.Cards = append(left.Cards, id)
		} else if i < p.Place {
			left.Place--
		}
	}
	return left, true
}

// BeginPitch proposes a pitch round of the cards of a stage, in the order of the board
// or, drawn, in one by lot. The first waits for the go. Where it is to be shown, the
// room sees it until it ends.
func (b *Board) BeginPitch(stage Stage, each time.Duration, drawn, show bool) (Edit, error) {
	if stage != Project && stage != Product {
		return Edit{}, fmt.Errorf("begin pitch of %q: %w", stage, ErrNoMeaning)
	}
	p := Pitch{Stage: stage, Length: each}
	for _, c := range b.Column(stage) {
		p.Cards = append(p.Cards, c.ID)
	}
	switch {
	case len(p.Cards) == 0:
		return Edit{}, fmt.Errorf("begin pitch: %w", ErrNobody)
	case each < time.Second:
		return Edit{}, fmt.Errorf("begin pitch: %w", ErrNoLength)
	case each > LongestLength:
		return Edit{}, fmt.Errorf("begin pitch: %w", ErrTooFar)
	}
	if drawn {
		rand.Shuffle(len(p.Cards), func(i, j int) { p.Cards[i], p.Cards[j] = p.Cards[j], p.Cards[i] })
	}
	if !show {
		return b.replace(LabelPitch, p), nil
	}
	screen := b.Screen()
	p.Before = screen.Face
	if screen.Face == FacePitch { // that nobody was seen on
		p.Before = FaceClock
	}
	edit := b.replace(LabelPitch, p)
	edit.Changes = append(edit.Changes, b.turnScreen(FacePitch)...)
	return edit, nil
}

// turnScreen is what changes where the room sees another face.
func (b *Board) turnScreen(to Face) []Change {
	s := b.Screen()
	s.Face = to
	return b.replace(LabelScreen, s).Changes
}

// StepPitch proposes that it is the turn of the card after the present one, whose time
// runs from now; or, where by is below zero, of the one before. After the last one the
// round is over, and nobody's time runs.
func (b *Board) StepPitch(by int, now time.Time) (Edit, error) {
	return b.changePitch(func(p *Pitch) {
		place := min(max(0, p.Place+by), len(p.Cards))
		if place == p.Place {
			return
		}
		if p.Place, p.Run = place, (Run{}); !p.Over() {
			p.Run = p.Run.Turn(now)
		}
	})
}

// TurnPitch proposes that the time goes on from now, or stands still where it runs.
func (b *Board) TurnPitch(now time.Time) (Edit, error) {
	return b.changePitch(func(p *Pitch) {
		if !p.Over() {
			p.Run = p.Run.Turn(now)
		}
	})
}

// EndPitch proposes that there is no pitch round any more. A room that still looks at
// it sees again what it saw before.
func (b *Board) EndPitch() (Edit, error) {
	p, ok := b.Get(PitchRef).(Pitch)
	if !ok {
		return Edit{}, fmt.Errorf("end pitch: %w", ErrGone)
	}
	edit := Edit{Label: LabelPitch, Changes: []Change{{Before: p}}}
	if p.Before != "" && b.Screen().Face == FacePitch {
		edit.Changes = append(edit.Changes, b.turnScreen(p.Before)...)
	}
	return edit, nil
}

func (b *Board) changePitch(change func(*Pitch)) (Edit, error) {
	p, ok := b.Pitch()
	if !ok {
		return Edit{}, fmt.Errorf("go on with pitch: %w", ErrGone)
	}
	p.Cards = slices.Clone(p.Cards)
	change(&p)
	return b.replace(LabelTime, p), nil
}
