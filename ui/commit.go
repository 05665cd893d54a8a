package ui

import (
	"context"
	"errors"
	"time"

	"racedesk/model"
)

// rebases is how often an edit that came late is tried again.
const rebases = 5

// parting is how long the edit under way may hold up whoever leaves the race.
const parting = 5 * time.Second

// commits is the context of edits on their way to the store. It outlives the session's
// own, since an edit that was begun shall end if it can.
type commits struct {
	storing context.Context
	giveUp  context.CancelCauseFunc
}

func newCommits() commits {
	ctx, giveUp := context.WithCancelCause(context.Background())
	return commits{ctx, giveUp}
}

// unsure says why an edit was given up, if one was.
func (c commits) unsure() error { return context.Cause(c.storing) }

// recommit stores an edit that was made on a board at since, in terms of what
// others committed after that. It returns the Seq that the board has then, or the one
// of the last edit that it was refused for.
func (s *Session) recommit(edit model.Edit, since int64) (int64, error) {
	news, err := s.store.Edits(s.storing, since)
	if err != nil {
		return since, err
	}
	if len(news) > 0 {
		since = news[len(news)-1].Seq
	}
	rebased, err := edit.Rebase(news)
	if err != nil {
		return since, err
	}
	stored, err := s.store.Commit(s.storing, rebased)
	return max(since, stored.Seq), err
}

// commit stores an edit that was made on a board at since.
func (s *Session) commit(in intent, edit model.Edit, since int64) {
	defer s.under.Done()
	stored, err := s.store.Commit(s.storing, edit)
	until := max(since, stored.Seq)
	for try := 0; errors.Is(err, model.ErrConflict) && try < rebases; try++ {
		until, err = s.recommit(edit, since)
	}
	s.onMain(func() {
		s.busy = false
		s.until, s.ending = until, &ending{in, err}
		s.next()
	})
}
