package ui

import (
	"slices"
	"time"

	"racedesk/model"
	"racedesk/ui/board"
)

// A turn is somebody's at the board: whoever stands there places their dots, and
// nobody else sees them. Who it was, the race does not know.
type turn struct {
	round, voter model.ID
	touched      time.Time // by the desk's clock
	seen         time.Time // the last touch of the board that is known here, by its own
}

const (
	turnIdle = 2 * time.Minute // without a touch, and a turn that was forgotten ends
	turnSoon = 30 * time.Second
)

// vote gives a card votes or, while a round about it is on, the dots of whoever has the
// turn. In a turn there is nothing else to be given.
func (d *Desk) vote(id model.ID, n int) {
	c, _ := d.session.Board.Card(id)
	round, _ := d.session.Board.Voting()
	switch t, secret := d.turn, d.session.Board.Secret(c); {
	case t != nil && !secret:
		d.foot.say(d.words.T("vote.other." + string(round.Stage)))
	case !secret:
		d.do(id, func(b *model.Board) (model.Edit, error) { return b.Vote(id, n) })
	case t == nil:
		d.foot.say(d.words.T("vote.first"))
	default:
		t.touched = d.now()
		d.do(id, func(b *model.Board) (model.Edit, error) { return b.Dot(t.round, t.voter, id, n) })
	}
}

// beginTurn is pressed by whoever wants to vote. Whatever panel is open makes room for
// the cards, which then stay where they are for as long as the turn lasts.
func (d *Desk) beginTurn() {
	d.closePanel()
	d.view.Select(false)
	if round, on := d.session.Board.Voting(); on {
		d.turn = &turn{round: round.ID, voter: model.NewID(), touched: d.now(), seen: d.view.Touched()}
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
	t := d.turn
	if last := d.view.Touched(); last != t.seen {
		t.seen, t.touched = last, d.now()
	}
	return d.now().Sub(t.touched)
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
	p.Stage = round.Stage
	if p.Round = round.ID; d.turn != nil {
		p.Voter = d.turn.voter
	}
	d.view.Poll(p)
	d.forget()
	d.ballot.show(d, round, on)
}

// forget takes out of what can be taken back the dots of everybody but whoever has the
// turn: an undo would show the next one where the one before placed them. So do votes
// that the round that goes on keeps from sight, and a round that somebody voted in. That it was shown and then hidden can be done again.
func (d *Desk) forget() {
	h := &d.session.History
	for _, top := range []func() (model.Edit, bool){h.Undo, h.Redo} {
		for e, ok := top(); ok && d.stays(e); e, ok = top() {
			h.Drop(e.Seq)
		}
	}
}

// stays says whether an edit made or took away what nobody takes back here.
func (d *Desk) stays(e model.Edit) bool {
	now, on := d.session.Board.Voting()
	for _, c := range e.Changes {
		switch x := either(c).(type) {
		case model.Card:
			if d.session.Board.Secret(x) && slices.Contains(c.Fields(), "votes") {
				return true
			}
		case model.Ballot:
			return e.Label == model.LabelVote && (d.turn == nil || x.Voter != d.turn.voter)
		case model.Round:
			voters, _ := d.session.Board.Turnout(x.ID)
			return on && e.Label == model.LabelShow && x.ID != now.ID || e.Label == model.LabelRound && c.Before == nil && voters > 0
		}
	}
	return false
}

// either is the entity that an edit changed, as it was made or as it was before it went.
func either(c model.Change) model.Entity {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// tellResult ends the round that goes on: its dots are votes from now on, and the board is
// in their order.
func (d *Desk) tellResult() {
	round, on := d.session.Board.Voting()
	if !on {
		return
	}
	d.ask("", func(b *model.Board) (model.Edit, error) { return b.ShowRound(round.ID) }, func(err error) {
		if err == nil {
			d.byVotes = true // only shown so: nothing is moved
			d.show()
			d.openResult(round.ID)
		}
	})
}
