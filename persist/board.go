package persist

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// batch is how many rows are handed on at once from reading to decoding.
const batch = 32

// entities reads the whole race in one statement, so that all of it is of one
// instant: the row without a kind is the timeline's. There are thousands of rows:
// while some are decoded, the next are read, and they are scanned by hand.
func entities(ctx context.Context, db sqlx.QueryerContext) (seq int64, all []model.Entity, err error) {
	rows, err := db.QueryContext(ctx, `
		SELECT '' AS kind, '' AS id, seq AS rev, '' AS body, 0 AS sum FROM timeline
		UNION ALL SELECT kind, id, rev, body, sum FROM entities`)
	if err != nil {
		return 0, nil, err
	}
	defer rows.Close() //nolint:errcheck // Err has said it
	batches, decoded := make(chan []entityRow, 4), make(chan error, 1)
	go func() {
		var first error
		for rows := range batches {
			if first == nil {
				all, first = decode(all, rows)
			}
		}
		decoded <- first
	}()
	seq, err = scan(rows, batches)
	close(batches)
	if wrong := <-decoded; err == nil {
		err = wrong
	}
	if err != nil {
		return 0, nil, damaged(ctx, err)
	}
	if err := rows.Err(); err != nil {
		return 0, nil, err
	}
	return seq, all, nil
}

// scan hands on the rows in batches and returns the Seq that the board is at.
func scan(rows *sql.Rows, batches chan<- []entityRow) (seq int64, err error) {
	seq = -1
	var some []entityRow
	for rows.Next() {
		var kind, id string // plain, which package sql scans without reflection
		var row entityRow
		if err := rows.Scan(&kind, &id, &row.Rev, &row.Body, &row.Sum); err != nil {
			return 0, err
		}
		if kind == "" && seq < 0 {
			seq = row.Rev
			continue
		}
		row.Kind, row.ID = model.Kind(kind), model.ID(id)
		some = append(some, row)
		if len(some) == batch {
			batches <- some
			some = make([]entityRow, 0, batch)
		}
	}
	batches <- some
	if seq < 0 && rows.Err() == nil {
		return 0, fmt.Errorf("%w: no timeline", model.ErrDamaged)
	}
	return seq, nil
}

func decode(all []model.Entity, rows []entityRow) ([]model.Entity, error) {
	for _, row := range rows {
		e, err := row.entity()
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

func (row entityRow) entity() (model.Entity, error) {
	if err := row.whole(); err != nil {
		return nil, err
	}
	e, err := model.DecodeEntity(row.Kind, row.Body, row.Rev)
	if err != nil {
		return nil, err
	}
	if ref := (model.Ref{Kind: row.Kind, ID: row.ID}); e.Ref() != ref {
		return nil, fmt.Errorf("%s %s holds %s", row.Kind, row.ID, e.Ref().ID)
	}
	return e, nil
}
