package ui

import "racedesk/model"

// historyReach is how far back the undo of an earlier run is looked for, in edits: the
// greater one only where the lesser has few steps, since writing takes many edits for
// one. Reading takes 40 µs and 11 kB for an edit of a card with a text.
var historyReach = []int64{500, 4000}

// fewSteps of undo are worth the look further back.
const fewSteps = 50

// recall finds what can be taken back of the edits up to a Seq.
func (s *Session) recall(until int64) error {
	for _, reach := range historyReach {
		after := max(0, until-reach)
		edits, err := s.store.Edits(s.ctx, after)
		if err != nil {
			return err
		}
		s.History = model.History{Desk: s.History.Desk}
		for _, e := range edits {
			if e.Seq <= until {
				s.History.Note(e)
			}
		}
		if after == 0 || s.History.Steps() >= fewSteps {
			break
		}
	}
	return nil
}

// Past reads what happened to a card since the race began, oldest first, without
// holding up the drawing goroutine, on which then is called. It is not called after
// Close.
func (s *Session) Past(card model.ID, then func([]model.Event, error)) {
	if !s.begin() {
		return
	}
	go func() {
		defer s.under.Done()
		edits, err := s.store.Edits(s.ctx, 0)
		events := model.CardHistory(edits, card)
		s.onMain(func() {
			if s.ctx.Err() == nil {
				then(events, err)
			}
		})
	}()
}

// Journal reads the edits of the race after a Seq. It may be called from any
// goroutine.
func (s *Session) Journal(after int64) ([]model.Edit, error) {
	if !s.begin() {
		return nil, s.ctx.Err()
	}
	defer s.under.Done()
	return s.store.Edits(s.ctx, after)
}
