package ui

import (
	"context"
	"errors"

	"racedesk/model"
)

// rebases is how often an edit that came late is tried again.
const rebases = 5

// recommit stores an edit that was made on a board at since, in terms of what
// others committed after that.
func (s *Session) recommit(edit model.Edit, since int64) (model.Edit, error) {
	ctx := context.WithoutCancel(s.ctx)
	news, err := s.store.Edits(ctx, since)
	if err != nil {
		return model.Edit{}, err
	}
	rebased, err := edit.Rebase(news)
	if err != nil {
		return model.Edit{}, err
	}
	return s.store.Commit(ctx, rebased)
}

// commit stores an edit that was made on a board at since.
func (s *Session) commit(in intent, edit model.Edit, since int64) {
	defer s.under.Done()
	stored, err := s.store.Commit(context.WithoutCancel(s.ctx), edit)
	for try := 0; errors.Is(err, model.ErrConflict) && try < rebases; try++ {
		stored, err = s.recommit(edit, since)
	}
	s.onMain(func() {
		s.busy = false
		if err == nil {
			s.until, s.stored = stored.Seq, &in
		} else {
			s.finish(in, err)
		}
		s.next()
	})
}
