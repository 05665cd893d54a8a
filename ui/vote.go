package ui

import (
	"time"

	"racedesk/model"
	"racedesk/ui/board"
)

// A turn is somebody's at the board: whoever stands there places their dots, and
// nobody else sees them. Who it was, the race does not know.
type turn struct {
	round, voter model.ID
	touched      time.Time
}

const (
	turnIdle = 2 * time.Minute // without a touch, and a turn that was forgotten ends
	turnSoon = 30 * time.Second
)

// vote gives a card votes or, while a round is on, the dots of whoever has the turn.
func (d *Desk) vote(id model.ID, n int) {
	_, on := d.session.Board.Voting()
	switch t := d.turn; {
	case !on:
		d.do(id, func(b *model.Board) (model.Edit, error) { return b.Vote(id, n) })
	case t == nil:
		d.foot.say(d.words.T("vote.first"))
	default:
		t.touched = d.now()
		d.do(id, func(b *model.Board) (model.Edit, error) { return b.Dot(t.round, t.voter, id, n) })
	}
}

// beginTurn is pressed by whoever wants to vote.
func (d *Desk) beginTurn() {
	if round, on := d.session.Board.Voting(); on {
		d.turn = &turn{round: round.ID, voter: model.NewID(), touched: d.now()}
		d.update()
	}
}

// endTurn hides the dots of whoever had the turn, and says why.
func (d *Desk) endTurn(why string) {
	d.turn = nil
	d.foot.say(d.words.T(why))
	d.update()
}

// idle is how long nobody touched the board in a turn.
func (d *Desk) idle() time.Duration {
	last := d.turn.touched
	if on := d.view.Touched(); on.After(last) {
		last = on
	}
	return d.now().Sub(last)
}

// now is the time of this computer.
func (d *Desk) now() time.Time {
	if d.options.Now != nil {
		return d.options.Now()
	}
	return time.Now()
}

// poll shows on the board what may be seen of the round that goes on. A turn ends
// with its round, also where that was shown at another desk.
func (d *Desk) poll() {
	round, on := d.session.Board.Voting()
	if d.turn != nil && d.turn.round != round.ID {
		d.turn = nil
		d.foot.say(d.words.T("vote.over"))
	}
	var p board.Poll
	if p.Round = round.ID; d.turn != nil {
		p.Voter = d.turn.voter
	}
	d.view.Poll(p)
	d.forget()
	d.ballot.show(d, round, on)
}

// forget takes dots out of what can be taken back, but those of whoever has the turn:
// an undo would show the next one where the one before placed them.
func (d *Desk) forget() {
	h := &d.session.History
	for _, top := range []func() (model.Edit, bool){h.Undo, h.Redo} {
		for e, ok := top(); ok && d.secret(e); e, ok = top() {
			h.Drop(e.Seq)
		}
	}
}

// secret says whether an edit is a dot of somebody who has not the turn.
func (d *Desk) secret(e model.Edit) bool {
	if e.Label != model.LabelVote {
		return false
	}
	for _, c := range e.Changes {
		for _, side := range []model.Entity{c.Before, c.After} {
			if v, ok := side.(model.Ballot); ok {
				return d.turn == nil || v.Voter != d.turn.voter
			}
		}
	}
	return false
}

// tellResult ends the round that goes on: its dots are votes from now on.
func (d *Desk) tellResult() {
	round, on := d.session.Board.Voting()
	if !on {
		return
	}
	d.ask("", func(b *model.Board) (model.Edit, error) { return b.ShowRound(round.ID) }, func(err error) {
		if err == nil {
			d.openResult(round.ID)
		}
	})
}
