package persist

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"racedesk/model"
)

// Read returns a race as it stands, and the race's time. Other than Open it
// also reads a file that cannot be written, as on a disk that is read-only, and
// leaves nothing beside it.
//
// It returns what Open does, and model.ErrReadOnly where such a file is of an older
// version, since it would have to be brought up to date first.
func Read(ctx context.Context, address string) (board *model.Board, now time.Time, err error) {
	return read(ctx, address, func(*Store) error { return nil })
}

// ReadPast is Read with all that happened in the race until then.
func ReadPast(ctx context.Context, address string) (board *model.Board, past []model.Edit, now time.Time, err error) {
	board, now, err = read(ctx, address, func(s *Store) (err error) {
		past, err = s.Edits(ctx, 0)
		return err
	})
	return board, past, now, err
}

// read reads a race, and then more of it.
func read(ctx context.Context, address string, more func(*Store) error) (board *model.Board, now time.Time, err error) {
	s, err := Open(ctx, address)
	if errors.Is(err, model.ErrReadOnly) && !IsServer(address) {
		if board, err = readOnly(ctx, address, more); err != nil {
			return nil, time.Time{}, wrap("read", address, err)
		}
		return board, board.Clock().Race(time.Now()), nil
	}
	if err != nil {
		return nil, time.Time{}, err
	}
	board, err = s.Load(ctx)
	if err == nil {
		now, err = s.Now(ctx)
		now = board.Clock().Race(now)
	}
	if err == nil {
		err = more(s)
	}
	return board, now, errors.Join(err, s.Close())
}

// readOnly reads a race from a file that is not to be touched.
func readOnly(ctx context.Context, path string, more func(*Store) error) (board *model.Board, err error) {
	mode := alone
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		mode = "ro" // or what stands only in the log would be left out
	}
	err = peek(path, mode, func(s *Store) error {
		version, err := s.identify(ctx, len(migrations))
		if err == nil && version < len(migrations) {
			err = fmt.Errorf("%w: schema %d, known %d", model.ErrReadOnly, version, len(migrations))
		}
		if err == nil {
			err = s.sound(ctx, 0)
		}
		if err == nil {
			board, err = s.Load(ctx)
		}
		if err == nil {
			err = more(s)
		}
		return err
	})
	return board, err
}
