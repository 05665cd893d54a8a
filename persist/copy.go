package persist

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// Copy carries a race over, from a file or a server to a file or a server, with
// its whole history: each edit keeps its place, its time and its desk. The copy is
// compared with the race entry by entry before it can be seen. It returns how many
// edits there are in it: what is done to the race meanwhile is not among them.
//
// It returns what Open and Create do, and model.ErrDamaged where what is read back
// is something else.
func Copy(ctx context.Context, from, to string) (edits int, err error) {
	s, err := Open(ctx, from)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.carry(ctx, to)
}

// carry copies the race to an address.
func (s *Store) carry(ctx context.Context, to string) (int, error) {
	if err := s.Check(ctx); err != nil {
		return 0, err
	}
	edits, err := all(ctx, s.read)
	if err != nil {
		return 0, wrap("read history of", s.name, err)
	}
	return len(edits), create(ctx, to, edits, func(ctx context.Context, tx *sqlx.Tx) error {
		return compare(ctx, tx, edits)
	})
}

// compare says whether a copy has these edits, and the board that they make.
func compare(ctx context.Context, tx *sqlx.Tx, edits []model.Edit) error {
	copied, err := all(ctx, tx)
	if err != nil {
		return err
	}
	if len(copied) != len(edits) {
		return fmt.Errorf("%w: %d edits of %d", model.ErrDamaged, len(copied), len(edits))
	}
	for i, e := range copied {
		if !reflect.DeepEqual(e, edits[i]) {
			return fmt.Errorf("%w: edit %d is another", model.ErrDamaged, i+1)
		}
	}
	return agree(ctx, tx)
}
