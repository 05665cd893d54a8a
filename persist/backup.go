package persist

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
)

// Backup writes a whole copy of the race, as it stands at one instant, to a new
// file and reads it back. Other work goes on meanwhile. What is there already is
// never overwritten, and a failure leaves nothing behind.
//
// It returns model's ErrExists, ErrReadOnly, ErrFull or ErrDamaged.
func (s *Store) Backup(ctx context.Context, to string) error {
	if s.copyInto == "" {
		_, err := s.carry(ctx, to)
		return err
	}
	return wrap("back up to", to, s.copyTo(ctx, to, func(ctx context.Context, copied *Store) error { return copied.Check(ctx) }))
}

// keep writes a copy of the race beside it before its schema changes. A copy of
// an earlier time is left as it is.
func (s *Store) keep(ctx context.Context, version int) error {
	to := fmt.Sprintf("%s.v%d.bak", s.name, version)
	for n := 2; ; n++ {
		err := s.copyTo(ctx, to, func(context.Context, *Store) error { return nil })
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		to = fmt.Sprintf("%s.v%d-%d.bak", s.name, version, n)
	}
}

// copyTo publishes a copy that is sound and passes the check.
func (s *Store) copyTo(ctx context.Context, to string, check func(context.Context, *Store) error) error {
	return publish(to, func(made string) error {
		if _, err := s.read.ExecContext(ctx, s.copyInto, made); err != nil {
			return err
		}
		return peek(made, alone, func(copied *Store) error {
			if err := copied.sound(ctx, 0); err != nil {
				return err
			}
			return check(ctx, copied)
		})
	})
}
