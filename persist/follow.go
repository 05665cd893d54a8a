package persist

import (
	"context"
	"errors"
	"os"

	"racedesk/model"
)

// Follow implements model.Store. The bell only wakes: what happened is read
// anew behind the last Seq, so that a missed or a needless ring does no harm.
// It returns an error of os.ErrClosed when the store was closed, and
// model.ErrDamaged when the race turned out to be.
func (s *Store) Follow(ctx context.Context, after int64, deliver func([]model.Edit, error)) error {
	if err := s.attend(); err != nil {
		return wrap("follow", s.name, err)
	}
	var wait *pause // while the store is out of reach
	for {
		more := s.bell.next()
		edits, err := s.Edits(ctx, after)
		if over := s.over(ctx); over != nil {
			return over
		}
		switch {
		case err != nil && !passing(err):
			return err
		case err != nil:
			if wait == nil {
				wait = &pause{}
				deliver(nil, err)
			}
			wait.sleep(ctx, more)
			continue
		case len(edits) > 0 || wait != nil:
			wait = nil
			deliver(edits, nil)
		}
		if len(edits) > 0 {
			after = edits[len(edits)-1].Seq
			continue
		}
		select {
		case <-ctx.Done():
		case <-s.life.Done():
		case <-more:
		}
	}
}

// over says why there is nothing more to follow, or nil.
func (s *Store) over(ctx context.Context) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case s.isClosed():
		return wrap("follow", s.name, os.ErrClosed)
	}
	return s.failed()
}

// passing says whether what went wrong may be right again by itself.
func passing(err error) bool {
	return errors.Is(err, model.ErrOffline) || errors.Is(err, model.ErrBusy)
}
