package persist

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// entityRow is one row of the table entities.
type entityRow struct {
	Kind model.Kind `db:"kind"`
	ID   model.ID   `db:"id"`
	Rev  int64      `db:"rev"`
	Body []byte     `db:"body"`
	Sum  int64      `db:"sum"`
}

// editRow is one row of the table edits.
type editRow struct {
	Seq    int64        `db:"seq"`
	At     int64        `db:"at"` // Unix milliseconds, UTC
	Desk   model.DeskID `db:"desk"`
	Label  string       `db:"label"`
	Undoes int64        `db:"undoes"`
	Body   []byte       `db:"body"`
	Mark   string       `db:"mark"`
	Sum    int64        `db:"sum"`
}

// Load implements model.Store.
func (s *Store) Load(ctx context.Context) (*model.Board, error) {
	ctx, end := s.bounded(ctx)
	defer end()
	seq, all, err := entities(ctx, s.read)
	if err != nil {
		return nil, wrap("load", s.name, cause(ctx, err))
	}
	return model.NewBoard(seq, all), nil
}

// Edits implements model.Store. A Before comes without its revision.
func (s *Store) Edits(ctx context.Context, after int64) ([]model.Edit, error) {
	ctx, end := s.bounded(ctx)
	defer end()
	edits, err := since(ctx, s.read, after)
	return edits, wrap("read history of", s.name, cause(ctx, err))
}

// all reads the whole history, for as long as it takes.
func all(ctx context.Context, db reader) ([]model.Edit, error) { return since(ctx, db, 0) }

// A reader is a pool or a transaction.
type reader interface {
	sqlx.QueryerContext
	Rebind(query string) string
}

// since reads the edits after a place in the timeline.
func since(ctx context.Context, db reader, after int64) (edits []model.Edit, err error) {
	err = each(ctx, db, func(row editRow) error {
		e, err := row.edit()
		edits = append(edits, e)
		return err
	}, db.Rebind(`
		SELECT seq, at, desk, label, undoes, body, mark, sum FROM edits WHERE seq > ? ORDER BY seq`), after)
	if err != nil {
		return nil, err
	}
	return edits, nil
}

func (row editRow) edit() (model.Edit, error) {
	if err := row.whole(); err != nil {
		return model.Edit{}, err
	}
	e := model.Edit{Desk: row.Desk, Label: row.Label, Undoes: row.Undoes}
	var err error
	if e.Changes, err = model.DecodeChanges(row.Body); err != nil {
		return model.Edit{}, fmt.Errorf("edit %d: %w", row.Seq, err)
	}
	return e.Stamped(row.Seq, time.UnixMilli(row.At)), nil
}

// each calls f with every row of a query. A row that does not read as a T, or
// that f refuses, was not written by this program: it returns model.ErrDamaged.
func each[T any](ctx context.Context, db sqlx.QueryerContext, f func(T) error, query string, args ...any) error {
	rows, err := db.QueryxContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err has said it
	for rows.Next() {
		var row T
		err := rows.StructScan(&row)
		if err == nil {
			err = f(row)
		}
		if err != nil {
			return damaged(ctx, err)
		}
	}
	return rows.Err()
}

// damaged is what it means that a row cannot be read, unless it was the context
// that ended.
func damaged(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if errors.Is(err, model.ErrDamaged) {
		return err
	}
	return fmt.Errorf("%w: %w", model.ErrDamaged, err)
}
