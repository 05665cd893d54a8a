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

// total is the sum of an entity's row. What SQLite says of a file's structure
// misses most bits that turned over in it, so every row carries a sum of its
// content.
func (row entityRow) total() int64 {
	head := appendText(appendText(make([]byte, 0, 64), row.Kind), row.ID)
	return total(binary.AppendVarint(head, row.Rev), row.Body)
}

// total is the sum of an edit's row.
func (row editRow) total() int64 {
	head := binary.AppendVarint(binary.AppendVarint(make([]byte, 0, 128), row.Seq), row.At)
	head = appendText(appendText(head, row.Desk), row.Label)
	return total(appendText(binary.AppendVarint(head, row.Undoes), row.Mark), row.Body)
}

func total(head, body []byte) int64 {
	return int64(crc32.Update(crc32.Checksum(head, castagnoli), castagnoli, body))
}

// appendText appends a text with its length, so that none passes into the next.
func appendText[S ~string](head []byte, text S) []byte {
	return append(binary.AppendUvarint(head, uint64(len(text))), text...)
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
