package ui

import "racedesk/model"

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
