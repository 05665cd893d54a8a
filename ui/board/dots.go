package board

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A Poll is the round that goes on, and whose turn it is. The zero Poll is none:
// then anybody votes at any time.
type Poll struct {
	Round model.ID
	Voter model.ID // empty between turns
}

// Poll shows on the cards what a round that goes on lets be seen: in a turn the dots
// of that voter alone, and between turns nothing that could be added to.
func (v *View) Poll(p Poll) {
	if v.poll != p {
		v.poll = p
		v.renew()
	}
}

// Touched is when a finger last came down on the cards.
func (v *View) Touched() time.Time { return v.touched }

// whose says which votes a card shows.
type whose int

const (
	all    whose = iota // those of everybody, to be added to
	before              // those from before the round that goes on
	own                 // the dots of whoever has the turn
)

// count says how many votes a card shows, and which.
func (v *View) count(c model.Card) (int, whose) {
	switch {
	case v.poll.Round == "":
		return v.board.Votes(c), all
	case v.poll.Voter == "":
		return v.board.Votes(c), before
	}
	return v.board.Ballot(v.poll.Round, v.poll.Voter).Dots[c.ID], own
}

// The dots of a turn lie as on a die, up to five of them.
const (
	pipSize  float32 = 9
	pipApart float32 = 9.5 // of those beside each other, from the middle
)

var pips = [...][]fyne.Position{
	1: {{}},
	2: {{X: -1}, {X: 1}},
	3: {{X: -1, Y: 0.9}, {X: 1, Y: 0.9}, {Y: -0.9}},
	4: {{X: -1, Y: -1}, {X: 1, Y: -1}, {X: -1, Y: 1}, {X: 1, Y: 1}},
	5: {{X: -1, Y: -1}, {X: 1, Y: -1}, {X: -1, Y: 1}, {X: 1, Y: 1}, {}},
}

// tally puts the votes, or the dots of the turn, into the primitives.
func (c *card) tally() {
	f, n := c.face, 0
	c.votes.Text = strconv.Itoa(f.votes)
	switch {
	case f.whose == own && f.votes < len(pips):
		c.votes.Text, n = "", f.votes
	case f.whose == before && f.votes == 0:
		c.votes.Text = ""
	}
	c.less.Hidden = f.choice != noChoice || f.whose == before || f.whose == own && f.votes == 0
	c.more.Hidden = f.choice != noChoice || f.whose == before
	c.pips = make([]*canvas.Circle, n)
	for i := range c.pips {
		c.pips[i] = canvas.NewCircle(kit.Color(kit.ColorInk))
	}
}

// layTally puts the dots around the middle of where the votes stand. Votes without
// buttons beside them stand at the edge.
func (c *card) layTally() {
	size, at := c.votes.Size(), c.votes.Position()
	if c.votes.Alignment = fyne.TextAlignCenter; c.face.whose == before {
		c.votes.Alignment = fyne.TextAlignTrailing
		c.votes.Move(fyne.NewPos(c.Size().Width-cardPad-size.Width, at.Y))
	}
	middle := at.AddXY((size.Width-pipSize)/2, (size.Height-pipSize)/2)
	for i, pip := range c.pips {
		to := pips[len(c.pips)][i]
		pip.Move(middle.AddXY(to.X*pipApart, to.Y*pipApart))
		pip.Resize(fyne.NewSquareSize(pipSize))
	}
}
