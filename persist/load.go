package persist

import (
	"context"
	"encoding/json"
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
}

// editRow is one row of the table edits.
type editRow struct {
	Seq    int64        `db:"seq"`
	At     int64        `db:"at"` // Unix milliseconds, UTC
	Desk   model.DeskID `db:"desk"`
	Label  string       `db:"label"`
	Undoes int64        `db:"undoes"`
	Body   []byte       `db:"body"`
}

// Load implements model.Store.
func (s *Store) Load(ctx context.Context) (*model.Board, error) {
	var seq int64
	var entities []model.Entity
	err := transact(ctx, s.read, s.snapshot, func(tx *sqlx.Tx) error {
		if err := tx.GetContext(ctx, &seq, `SELECT seq FROM timeline`); err != nil {
			return err
		}
		return each(ctx, tx, func(row entityRow) error {
			e, err := row.entity()
			entities = append(entities, e)
			return err
		}, `SELECT kind, id, rev, body FROM entities`)
	})
	if err != nil {
		return nil, wrap("load", s.name, err)
	}
	return model.NewBoard(seq, entities), nil
}

// Edits implements model.Store. A Before comes without its revision.
func (s *Store) Edits(ctx context.Context, after int64) ([]model.Edit, error) {
	var edits []model.Edit
	err := each(ctx, s.read, func(row editRow) error {
		e, err := row.edit()
		edits = append(edits, e)
		return err
	}, s.read.Rebind(`
		SELECT seq, at, desk, label, undoes, body FROM edits WHERE seq > ? ORDER BY seq`), after)
	if err != nil {
		return nil, wrap("read history of", s.name, err)
	}
	return edits, nil
}

func (row entityRow) entity() (model.Entity, error) {
	e, err := model.DecodeEntity(row.Kind, row.Body)
	if err != nil {
		return nil, err
	}
	if ref := (model.Ref{Kind: row.Kind, ID: row.ID}); e.Ref() != ref {
		return nil, fmt.Errorf("%s %s holds %s", row.Kind, row.ID, e.Ref().ID)
	}
	return e.At(row.Rev), nil
}

func (row editRow) edit() (model.Edit, error) {
	e := model.Edit{Desk: row.Desk, Label: row.Label, Undoes: row.Undoes}
	if err := json.Unmarshal(row.Body, &e.Changes); err != nil {
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
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			err = f(row)
		}
		if err != nil {
			return fmt.Errorf("%w: %w", model.ErrDamaged, err)
		}
	}
	return rows.Err()
}
