package persist

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// errEmpty refuses an edit that has no place in a history.
var errEmpty = errors.New("nothing changes")

// tries is how often an edit is tried before the engine is said to be busy, where
// it asks to try again.
const tries = 10

// Commit implements model.Store.
func (s *Store) Commit(ctx context.Context, e model.Edit) (model.Edit, error) {
	if e.Empty() {
		return model.Edit{}, fmt.Errorf("commit %s: %w", e.Label, errEmpty)
	}
	if err := s.failed(); err != nil {
		return model.Edit{}, wrap("commit", e.Label, err)
	}
	stored, err := s.attempt(ctx, e)
	for try := 1; err != nil && ctx.Err() == nil && again(err, try); try++ {
		stored, err = s.attempt(ctx, e)
	}
	if err != nil {
		return model.Edit{}, wrap("commit", e.Label, err)
	}
	s.bell.ring()
	return stored, nil
}

// attempt tries to store an edit, and finds out what came of it.
func (s *Store) attempt(ctx context.Context, e model.Edit) (stored model.Edit, err error) {
	mark := rand.Text()
	bound, end := s.bounded(ctx)
	defer end()
	err = s.compose(bound, func(w work) (err error) {
		stored, err = w.commit(bound, e, mark, s.instant())
		return err
	})
	if s.patience > 0 && errors.Is(err, errUnsettled) && lost(err) {
		err = s.settle(ctx, stored.Seq, mark, err)
	}
	return stored, err
}

// instant is the time of the next edit, zero where the engine's clock counts.
func (s *Store) instant() time.Time {
	if s.clock == nil {
		return time.Time{}
	}
	return s.clock()
}

// A work is one transaction in which edits are stored.
type work struct {
	*sqlx.Tx
	*statements
	own bool // the statements were prepared in this transaction
}

// compose lets f store edits in one transaction.
func (s *Store) compose(ctx context.Context, f func(work) error) error {
	prepared, err := s.prepared(ctx)
	if err != nil {
		return cause(ctx, err)
	}
	return transact(ctx, s.write, nil, func(tx *sqlx.Tx) error { return f(work{tx, prepared, false}) })
}

// take returns a statement as it is in this transaction.
func (w work) take(ctx context.Context, st *sql.Stmt) *sql.Stmt {
	if w.own {
		return st
	}
	return w.StmtContext(ctx, st)
}

// commit writes the timeline's row first: it puts the writers in line, so that
// the order of Seq is the order of commits and has no gaps.
func (w work) commit(ctx context.Context, e model.Edit, mark string, at time.Time) (model.Edit, error) {
	row := editRow{Desk: e.Desk, Label: e.Label, Undoes: e.Undoes, Mark: mark}
	var line *sql.Row
	if at.IsZero() {
		line = w.take(ctx, w.advance).QueryRowContext(ctx)
	} else {
		line = w.take(ctx, w.advanceTo).QueryRowContext(ctx, at.UnixMilli(), at.UnixMilli())
	}
	err := line.Scan(&row.Seq, &row.At)
	if errors.Is(err, sql.ErrNoRows) {
		return e, fmt.Errorf("%w: upgraded meanwhile", model.ErrNewer)
	}
	if err != nil {
		return e, err
	}
	e = e.Stamped(row.Seq, time.UnixMilli(row.At))
	for _, c := range e.Changes {
		if err := w.change(ctx, c, e.Seq); err != nil {
			return e, err
		}
	}
	if row.Body, err = model.EncodeChanges(e.Changes); err != nil {
		return e, err
	}
	_, err = w.take(ctx, w.note).ExecContext(ctx,
		row.Seq, row.At, row.Desk, row.Label, row.Undoes, string(row.Body), row.Mark, row.total())
	return e, err
}

// change stores one change, or returns model.ErrConflict where its Before is not
// what is there.
func (w work) change(ctx context.Context, c model.Change, seq int64) error {
	row := entityRow{Kind: c.Ref().Kind, ID: c.Ref().ID, Rev: seq}
	var err error
	if row.Body, err = json.Marshal(c.After); err != nil {
		return err
	}
	var done sql.Result
	switch {
	case c.Before == nil:
		done, err = w.take(ctx, w.create).ExecContext(ctx,
			row.Kind, row.ID, row.Rev, string(row.Body), row.total())
	case c.After == nil:
		done, err = w.take(ctx, w.remove).ExecContext(ctx, row.Kind, row.ID, c.Before.Revision())
	default:
		done, err = w.take(ctx, w.replace).ExecContext(ctx,
			row.Rev, string(row.Body), row.total(), row.Kind, row.ID, c.Before.Revision())
	}
	if err != nil {
		return err
	}
	n, err := done.RowsAffected()
	if err == nil && n != 1 {
		err = fmt.Errorf("%s %s: %w", row.Kind, row.ID, model.ErrConflict)
	}
	return err
}

// replay commits edits to an empty race, each at its own time or, where it has
// none, at now. Revisions are of the timeline they were made in, so each Before is
// given the one it has in this.
func (w work) replay(ctx context.Context, edits []model.Edit, now time.Time) error {
	board := model.NewBoard(0, nil)
	for _, e := range edits {
		if e.Empty() {
			continue
		}
		at := e.At
		if at.IsZero() {
			at = now
		}
		done, err := w.commit(ctx, revised(board, e), rand.Text(), at)
		if err != nil {
			return err
		}
		board.Apply(done)
	}
	return nil
}

// revised returns the edit with the revisions that its Befores have on a board.
func revised(b *model.Board, e model.Edit) model.Edit {
	changes := make([]model.Change, len(e.Changes))
	for i, c := range e.Changes {
		if now := b.Get(c.Ref()); now != nil && c.Before != nil {
			c.Before = c.Before.At(now.Revision())
		}
		changes[i] = c
	}
	e.Changes = changes
	return e
}
