package main

import (
	"time"

	"racedesk/model"
)

// raceJSON is what show --json prints.
type raceJSON struct {
	Race    model.Race `json:"race"`
	LastSeq int64      `json:"lastSeq"`
	Clock   clockJSON  `json:"clock"`
	Groups  []string   `json:"groups"`
	Cards   []cardJSON `json:"cards"`
}

type clockJSON struct {
	Length  float64    `json:"length"` // seconds, as are used and left
	Used    float64    `json:"used"`
	Left    float64    `json:"left"`
	Running bool       `json:"running"`
	Since   *time.Time `json:"since,omitempty"`
}

type cardJSON struct {
	model.Card
	Order  int        `json:"order"` // place in its column, from 1; 0 for one that is in none
	Open   bool       `json:"open"`
	From   []model.ID `json:"from"` // the cards it came from
	To     []model.ID `json:"to"`   // the cards it went into
	Rev    int64      `json:"rev"`
	Parked bool       `json:"parked"`
	Votes  int        `json:"votes"`
}

func shown(b *model.Board, now time.Time) raceJSON {
	out := raceJSON{Race: b.Race(), LastSeq: b.Seq, Clock: clockShown(b.Clock(), now), Groups: []string{}, Cards: []cardJSON{}}
	for _, g := range b.Groups() {
		out.Groups = append(out.Groups, g.Name)
	}
	for _, stage := range model.Stages {
		for i, c := range b.Column(stage) {
			out.Cards = append(out.Cards, cardShown(b, c, i+1))
		}
	}
	for _, c := range append(b.Parked(), b.Merged()...) {
		out.Cards = append(out.Cards, cardShown(b, c, 0))
	}
	return out
}

func clockShown(c model.Clock, now time.Time) clockJSON {
	out := clockJSON{Length: c.Length.Seconds(), Used: c.Elapsed(now).Seconds(),
		Left: c.Left(now).Seconds(), Running: c.Running()}
	if c.Running() {
		out.Since = &c.Since
	}
	return out
}

func cardShown(b *model.Board, c model.Card, order int) cardJSON {
	return cardJSON{Card: c, Order: order, Open: b.Open(c), Rev: c.Rev, Parked: c.Parked, Votes: b.Votes(c),
		From: ids(b.Sources(c.ID)), To: ids(b.Onward(c.ID))}
}

func ids(cards []model.Card) []model.ID {
	out := make([]model.ID, len(cards))
	for i, c := range cards {
		out[i] = c.ID
	}
	return out
}
