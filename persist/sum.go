package persist

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// A crc is a sum in the making. What SQLite says of a file's structure misses
// most bits that turned over in it, so every row carries a sum of its content.
type crc uint32

func (c crc) number(n int64) crc {
	return crc(crc32.Update(uint32(c), castagnoli, binary.BigEndian.AppendUint64(nil, uint64(n))))
}

// text takes in a text with its length, so that none passes into the next.
func (c crc) text(t []byte) crc {
	return crc(crc32.Update(uint32(c.number(int64(len(t)))), castagnoli, t))
}

// total is the sum of an entity's row.
func (row entityRow) total() int64 {
	var c crc
	return int64(c.text([]byte(row.Kind)).text([]byte(row.ID)).number(row.Rev).text(row.Body))
}

// total is the sum of an edit's row.
func (row editRow) total() int64 {
	c := crc(0).number(row.Seq).number(row.At).text([]byte(row.Desk)).text([]byte(row.Label))
	return int64(c.number(row.Undoes).text([]byte(row.Mark)).text(row.Body))
}

func (row entityRow) whole() error {
	if row.Sum != row.total() {
		return fmt.Errorf("%w: sum of %s %s", model.ErrDamaged, row.Kind, row.ID)
	}
	return nil
}

func (row editRow) whole() error {
	if row.Sum != row.total() {
		return fmt.Errorf("%w: sum of edit %d", model.ErrDamaged, row.Seq)
	}
	return nil
}

// sumUp gives every row that was written before there were sums its own.
func sumUp(ctx context.Context, tx *sqlx.Tx) error {
	err := renew(ctx, tx, `SELECT kind, id, rev, body, sum FROM entities`,
		`UPDATE entities SET sum = ? WHERE kind = ? AND id = ?`,
		func(row entityRow) []any { return []any{row.total(), row.Kind, row.ID} })
	if err != nil {
		return err
	}
	return renew(ctx, tx, `SELECT seq, at, desk, label, undoes, body, mark, sum FROM edits`,
		`UPDATE edits SET sum = ? WHERE seq = ?`,
		func(row editRow) []any { return []any{row.total(), row.Seq} })
}

// renew runs an update with what values makes of each row. All rows are read
// first: one connection does one thing at a time.
func renew[T any](ctx context.Context, tx *sqlx.Tx, query, update string, values func(T) []any) error {
	var all [][]any
	err := each(ctx, tx, func(row T) error {
		all = append(all, values(row))
		return nil
	}, query)
	if err != nil || len(all) == 0 {
		return err
	}
	st, err := tx.PreparexContext(ctx, tx.Rebind(update))
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // it ends with the transaction
	for _, args := range all {
		if _, err := st.ExecContext(ctx, args...); err != nil {
			return err
		}
	}
	return nil
}
