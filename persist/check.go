package persist

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"time"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// Check reads everything that is kept of the race. It returns model.ErrDamaged
// where a row is not as it was written, where one is missing, or where the board
// is not what its history makes of it.
//
// A file is checked by itself while it is followed. Where it is damaged, Follow
// and Commit return so.
func (s *Store) Check(ctx context.Context) error {
	if s.structured {
		if err := s.structure(ctx); err != nil {
			return wrap("check", s.name, err)
		}
	}
	return wrap("check", s.name, transact(ctx, s.read, s.snapshot, func(tx *sqlx.Tx) error {
		return agree(ctx, tx)
	}))
}

// agree says whether the timeline, the board and the history tell the same.
func agree(ctx context.Context, tx *sqlx.Tx) error {
	last, made, err := fold(ctx, tx)
	if err != nil {
		return err
	}
	seq, kept, err := entities(ctx, tx)
	if err != nil {
		return err
	}
	var onTime int // as the last edit says; it is never set back, so a wrong one would stay
	if err := tx.QueryRowContext(ctx, `
		SELECT count(*) FROM timeline t
		WHERE t.at = COALESCE((SELECT e.at FROM edits e WHERE e.seq = t.seq), 0)`).Scan(&onTime); err != nil {
		return err
	}
	if seq != last || len(kept) != len(made) || onTime != 1 {
		return fmt.Errorf("%w: board at %d of %d things, history at %d of %d, times equal: %d",
			model.ErrDamaged, seq, len(kept), last, len(made), onTime)
	}
	for _, e := range kept {
		if !reflect.DeepEqual(e, made[e.Ref()]) {
			return fmt.Errorf("%w: %s %s is not as its history says", model.ErrDamaged, e.Ref().Kind, e.Ref().ID)
		}
	}
	return nil
}

// fold reads the whole history and returns where it ends and what it makes.
func fold(ctx context.Context, tx *sqlx.Tx) (last int64, made map[model.Ref]model.Entity, err error) {
	made = map[model.Ref]model.Entity{}
	err = each(ctx, tx, func(row editRow) error {
		e, err := row.edit()
		if err != nil {
			return err
		}
		if last++; e.Seq != last {
			return fmt.Errorf("edit %d where %d should be", e.Seq, last)
		}
		for _, c := range e.Changes {
			if c.After == nil {
				delete(made, c.Ref())
			} else {
				made[c.Ref()] = c.After
			}
		}
		return nil
	}, `SELECT seq, at, desk, label, undoes, body, mark, sum FROM edits ORDER BY seq`)
	return last, made, err
}

// checkPause is how long the check of a file waits, so that a race is shown first.
const checkPause = time.Second

// attend begins, once, what goes on beside a race that is followed: the watch for
// the commits of other processes, and the check of the whole file.
func (s *Store) attend() error {
	s.attending.Lock()
	defer s.attending.Unlock()
	if s.attended || s.isClosed() {
		return nil
	}
	watch, err := s.watch(s.life, s.read, s.bell.ring)
	if err != nil {
		return err
	}
	s.attended = true
	s.background.Go(watch)
	if s.structured {
		s.background.Go(func() {
			select {
			case <-s.life.Done():
				return
			case <-time.After(checkPause):
			}
			if err := s.Check(s.life); errors.Is(err, model.ErrDamaged) {
				s.fail(err)
			}
		})
	}
	return nil
}

// fail ends the work on a race that turned out to be damaged: what would be added
// to it could not be relied on.
func (s *Store) fail(err error) {
	s.attending.Lock()
	s.failure = err
	s.attending.Unlock()
	s.bell.ring()
}

// failed returns what the race turned out to be, or nil.
func (s *Store) failed() error {
	s.attending.Lock()
	defer s.attending.Unlock()
	return s.failure
}
