package board

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A Poll is the round that goes on, whose turn it is, and the stage whose cards are
// voted on; of no stage, all are. The zero Poll is none: then cards show their votes.
type Poll struct {
	Round model.ID
	Voter model.ID // empty between turns
	Stage model.Stage
}

// about says whether the round that goes on is about the cards of a stage.
func (p Poll) about(stage model.Stage) bool {
	return p.Round != "" && (p.Stage == "" || p.Stage == stage)
}

// asks says whether dots can be placed on cards of a stage now.
func (p Poll) asks(stage model.Stage) bool {
	return p.Voter != "" && p.about(stage)
}

// Poll shows on the cards that a round is about what it lets be seen: in a turn the dots
// of that voter alone, and nothing else of any votes, earlier ones neither.
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
	all    whose = iota // those of everybody
	silent              // none, while a round about the card goes on
	own                 // the dots of whoever has the turn, to be added to
)

// count says how many votes a card shows, and which.
func (v *View) count(c model.Card) (int, whose) {
	switch {
	case !v.poll.about(c.Stage):
		return v.board.Votes(c), all
	case !v.poll.asks(c.Stage):
		return 0, silent
	}
	return v.board.Ballot(v.poll.Round, v.poll.Voter).Dots[c.ID], own
}

// The dots of a turn lie as on a die, up to five of them.
const (
	pipSize   float32 = 9
	pipApart  float32 = 9.5 // of those beside each other, from the middle
	pipBeside float32 = 5   // from the number behind it
)

var pips = [...][]fyne.Position{
	1: {{}},
	2: {{X: -1}, {X: 1}},
	3: {{X: -1, Y: 0.9}, {X: 1, Y: 0.9}, {Y: -0.9}},
	4: {{X: -1, Y: -1}, {X: 1, Y: -1}, {X: -1, Y: 1}, {X: 1, Y: 1}},
	5: {{X: -1, Y: -1}, {X: 1, Y: -1}, {X: -1, Y: 1}, {X: 1, Y: 1}, {}},
}

// tally puts the votes, or the dots of the turn, into the primitives. Buttons there
// are in a turn only: a sleeve is enough to press one.
func (c *card) tally() {
	f, n := c.face, 0
	c.votes.Text = ""
	switch {
	case f.whose == own && f.votes < len(pips):
		n = f.votes
	case f.whose == own || f.votes > 0:
		c.votes.Text = strconv.Itoa(f.votes)
	}
	if f.whose == all && f.votes > 0 {
		n = 1
	}
	c.less.Hidden = f.choice != noChoice || f.whose != own || f.votes == 0
	c.more.Hidden = f.choice != noChoice || f.whose != own
	c.pips = make([]*canvas.Circle, n)
	for i := range c.pips {
		c.pips[i] = canvas.NewCircle(kit.Color(kit.ColorInk))
	}
}

// tallyWide is how much of the line beneath the title the votes take from its end,
// with the buttons beside them.
func (c *card) tallyWide() float32 {
	switch {
	case c.face.whose == own:
		return 2*voteRound + voteWide
	case c.votes.Text == "":
		return kit.Unit // as far as the edge keeps free
	}
	return c.numberWide() + pipSize + pipBeside + 2*kit.Unit
}

// numberWide is how wide the number of votes is.
func (c *card) numberWide() float32 {
	return fyne.MeasureText(c.votes.Text, c.votes.TextSize, c.votes.TextStyle).Width + 1
}

// layTally puts the dots of a turn around the middle of where they are counted. Votes
// stand at the edge of the card, a dot before them.
func (c *card) layTally() {
	size, at := c.votes.Size(), c.votes.Position()
	if c.votes.Alignment = fyne.TextAlignCenter; c.face.whose != own {
		wide := c.numberWide()
		at.X = c.Size().Width - cardPad - wide
		c.votes.Move(at)
		c.votes.Resize(fyne.NewSize(wide, size.Height))
		for _, pip := range c.pips {
			pip.Move(at.AddXY(-pipBeside-pipSize, (size.Height-pipSize)/2))
			pip.Resize(fyne.NewSquareSize(pipSize))
		}
		return
	}
	middle := at.AddXY((size.Width-pipSize)/2, (size.Height-pipSize)/2)
	for i, pip := range c.pips {
		to := pips[len(c.pips)][i]
		pip.Move(middle.AddXY(to.X*pipApart, to.Y*pipApart))
		pip.Resize(fyne.NewSquareSize(pipSize))
	}
}
