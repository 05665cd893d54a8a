package persist

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"racedesk/model"
)

// poll is how often the file is looked at for commits of other processes. One
// look costs some microseconds.
const poll = 100 * time.Millisecond

// Follow implements model.Store. The signal and the poll are doorbells only: what
// happened is read anew behind the last Seq, so a missed ring loses nothing.
func (s *Store) Follow(ctx context.Context, after int64, deliver func([]model.Edit)) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("follow %s: %w", s.path, meaning(err))
	}
	defer conn.Close() //nolint:errcheck // it only reads
	tick := time.NewTicker(poll)
	defer tick.Stop()
	for {
		more := s.bell()
		version, err := dataVersion(ctx, conn)
		if err != nil {
			return s.lost(ctx, err)
		}
		edits, err := s.Edits(ctx, after)
		if err != nil {
			return s.lost(ctx, err)
		}
		if len(edits) > 0 {
			deliver(edits)
			after = edits[len(edits)-1].Seq
			continue
		}
		if err := await(ctx, conn, more, tick.C, version); err != nil {
			return s.lost(ctx, err)
		}
	}
}

// await returns when something may have been committed, here or elsewhere.
func await(ctx context.Context, conn *sql.Conn, more <-chan struct{}, tick <-chan time.Time, version int64) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-more:
			return nil
		case <-tick:
			now, err := dataVersion(ctx, conn)
			if err != nil || now != version {
				return err
			}
		}
	}
}

// dataVersion changes when another connection than conn committed.
func dataVersion(ctx context.Context, conn *sql.Conn) (v int64, err error) {
	err = conn.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&v)
	return v, err
}

func (s *Store) lost(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return fmt.Errorf("follow %s: %w", s.path, meaning(err))
}

// bell returns a channel that is closed at the next commit of this process.
func (s *Store) bell() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.more
}

// ring closes the bell and hangs up a new one.
func (s *Store) ring() {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.more)
	s.more = make(chan struct{})
}
