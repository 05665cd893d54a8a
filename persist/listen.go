package persist

import (
	"context"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jmoiron/sqlx"
)

// channel is what the desks of a database listen to. The notice names the race.
const channel = "racedesk"

// ping is how often a server that says nothing is asked whether it is there, and
// by the same question whether anything was missed.
const ping = 2 * time.Second

// watch rings at every commit on the server, whoever made it. It keeps a
// connection of its own, and makes a new one for as long as it takes.
func (srv *server) watch(ctx context.Context, _ *sqlx.DB, ring func()) (func(), error) {
	return func() {
		for wait := (pause{}); ctx.Err() == nil; wait.sleep(ctx, nil) {
			if conn, err := pgx.ConnectConfig(ctx, srv.config); err == nil {
				if srv.hear(ctx, conn, ring) {
					wait = pause{} // it was there
				}
				closing, end := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
				_ = conn.Close(closing) // it only listened
				end()
			}
			ring() // whoever reads now finds out how it stands
		}
	}, nil
}

// hear listens until the connection is lost, and says whether it ever stood. What
// was committed before it listened is behind a reader's cursor only if the reader
// is woken after it does: the first ring.
func (srv *server) hear(ctx context.Context, conn *pgx.Conn, ring func()) (stood bool) {
	listens := srv.listens
	if listens {
		if err := within(ctx, func(ctx context.Context) error {
			_, err := conn.Exec(ctx, `LISTEN `+channel)
			return err
		}); err != nil {
			if sqlState(err) == "" || conn.IsClosed() {
				return false
			}
			listens = false // the engine has none
		}
	}
	for last := int64(-1); ; {
		var seq int64
		err := within(ctx, func(ctx context.Context) error {
			return conn.QueryRow(ctx, `SELECT seq FROM timeline`).Scan(&seq)
		})
		if err != nil {
			return stood
		}
		if seq != last {
			ring()
		}
		last, stood = seq, true
		if listens {
			err = srv.notice(ctx, conn, ring)
		} else {
			rest(ctx, poll, nil)
		}
		if err != nil || ctx.Err() != nil {
			return stood
		}
	}
}

// notice rings at every notice of the race until it is time to ask again.
func (srv *server) notice(ctx context.Context, conn *pgx.Conn, ring func()) error {
	quiet, end := context.WithTimeout(ctx, ping)
	defer end()
	for {
		n, err := conn.WaitForNotification(quiet)
		switch {
		case quiet.Err() != nil && !conn.IsClosed():
			return nil
		case err != nil:
			return err
		case n.Payload == srv.schema():
			ring()
		}
	}
}

// within bounds one question to the server.
func within(ctx context.Context, ask func(context.Context) error) error {
	ctx, end := context.WithTimeout(ctx, reachIn)
	defer end()
	return ask(ctx)
}

// A pause grows each time it is made, with some chance in it, so that many desks
// do not come back in the same instant.
type pause struct{ last time.Duration }

// The shortest and the longest pause.
const (
	shortPause = 50 * time.Millisecond
	longPause  = 5 * time.Second
)

// sleep pauses until the context ends, or something is heard on sooner.
func (p *pause) sleep(ctx context.Context, sooner <-chan struct{}) {
	p.last = min(max(shortPause, p.last+rand.N(p.last+1)), longPause)
	rest(ctx, p.last, sooner)
}

// rest waits for a time, or until something is heard sooner.
func rest(ctx context.Context, d time.Duration, sooner <-chan struct{}) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-sooner:
	case <-timer.C:
	}
}
