package persist

import (
	"context"
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

// Commit implements model.Store.
func (s *Store) Commit(ctx context.Context, e model.Edit) (model.Edit, error) {
	if e.Empty() {
		return model.Edit{}, fmt.Errorf("commit %s: %w", e.Label, errEmpty)
	}
	var stored model.Edit
	err := transact(ctx, s.write, nil, func(tx *sqlx.Tx) (err error) {
		stored, err = commit(ctx, tx, e, s.clock())
		return err
	})
	if err != nil {
		return model.Edit{}, wrap("commit", e.Label, err)
	}
	s.bell.ring()
	return stored, nil
}

// commit writes the timeline's row first: it puts the writers in line, so that
// the order of Seq is the order of commits and has no gaps.
func commit(ctx context.Context, tx *sqlx.Tx, e model.Edit, now time.Time) (model.Edit, error) {
	var line struct {
		Seq int64 `db:"seq"`
		At  int64 `db:"at"`
	}
	at := now.UnixMilli()
	err := tx.GetContext(ctx, &line, tx.Rebind(`
		UPDATE timeline SET seq = seq + 1, at = CASE WHEN at > ? THEN at ELSE ? END
		RETURNING seq, at`), at, at) // a clock set back does not turn time around
	if err != nil {
		return e, err
	}
	e = e.Stamped(line.Seq, time.UnixMilli(line.At))
	for _, c := range e.Changes {
		if err := write(ctx, tx, c, e.Seq); err != nil {
			return e, err
		}
	}
	body, err := json.Marshal(e.Changes)
	if err != nil {
		return e, err
	}
	_, err = tx.ExecContext(ctx, tx.Rebind(`
		INSERT INTO edits (seq, at, desk, label, undoes, body) VALUES (?, ?, ?, ?, ?, ?)`),
		e.Seq, line.At, e.Desk, e.Label, e.Undoes, string(body))
	return e, err
}

// write stores one change, or returns model.ErrConflict where its Before is not
// what is there.
func write(ctx context.Context, tx *sqlx.Tx, c model.Change, seq int64) error {
	ref := c.Ref()
	body, err := json.Marshal(c.After)
	if err != nil {
		return err
	}
	var done sql.Result
	switch {
	case c.Before == nil:
		done, err = tx.ExecContext(ctx, tx.Rebind(`
			INSERT INTO entities (kind, id, rev, body) VALUES (?, ?, ?, ?)
			ON CONFLICT (kind, id) DO NOTHING`), ref.Kind, ref.ID, seq, string(body))
	case c.After == nil:
		done, err = tx.ExecContext(ctx, tx.Rebind(`
			DELETE FROM entities WHERE kind = ? AND id = ? AND rev = ?`),
			ref.Kind, ref.ID, c.Before.Revision())
	default:
		done, err = tx.ExecContext(ctx, tx.Rebind(`
			UPDATE entities SET rev = ?, body = ? WHERE kind = ? AND id = ? AND rev = ?`),
			seq, string(body), ref.Kind, ref.ID, c.Before.Revision())
	}
	if err != nil {
		return err
	}
	n, err := done.RowsAffected()
	if err == nil && n != 1 {
		err = fmt.Errorf("%s %s: %w", ref.Kind, ref.ID, model.ErrConflict)
	}
	return err
}

// replay commits edits to an empty race. Revisions are of the timeline they were
// made in, so each Before is given the one it has in this.
func replay(ctx context.Context, tx *sqlx.Tx, edits []model.Edit, now time.Time) error {
	board := model.NewBoard(0, nil)
	for _, e := range edits {
		if e.Empty() {
			continue
		}
		at := e.At
		if at.IsZero() {
			at = now
		}
		done, err := commit(ctx, tx, revised(board, e), at)
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
