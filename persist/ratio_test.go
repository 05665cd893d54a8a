package persist

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"racedesk/model"
)

// show prints a figure as a ratio to its baseline; lower is better.
func show(name string, ours, baseline, goal float64) {
	fmt.Printf("ratio %s %.2f goal %.2f\n", name, ours/baseline, goal)
}

// span is how long a throughput is measured.
const span = 2 * time.Second

// BenchmarkRatioMovesOnServer compares the moves that some desks make at the same
// time with bare transactions on as many connections, each of which advances the
// same counter and inserts a row.
func BenchmarkRatioMovesOnServer(b *testing.B) {
	server := sharedServer(b)
	for range b.N {
		for _, desks := range []int{1, 8, 20} {
			ours, bare := movesPerSecond(b, server, desks), barePerSecond(b, server, desks)
			fmt.Printf("moves per second with %d desks: %.0f, bare %.0f\n", desks, ours, bare)
			show(fmt.Sprintf("moves-%d-desks", desks), bare, ours, 2)
		}
	}
}

// movesPerSecond lets each desk move a card of its own up and down.
func movesPerSecond(b *testing.B, server *testServer, desks int) float64 {
	address := newRaceOn(b, server)
	first := deskOn(b, address)
	var cards []model.Card
	for n := range int64(500) {
		cards = append(cards, card(n))
	}
	if _, err := first.Commit(b.Context(), model.Edit{Changes: made(cards...)}); err != nil {
		b.Fatal(err)
	}
	return perSecond(b, desks, func(ctx context.Context, desk int) (func() error, error) {
		s := deskOn(b, address)
		board, err := s.Load(ctx)
		id := model.ID(fmt.Sprintf("c%d", desk))
		return func() error {
			c, _ := board.Card(id)
			moved := c
			moved.Rank ^= 1
			e, err := s.Commit(ctx, model.Edit{Label: model.LabelMove, Changes: []model.Change{{Before: c, After: moved}}})
			if err == nil {
				board.Apply(e)
			}
			return err
		}, err
	})
}

func deskOn(b *testing.B, address string) *Store {
	s, err := Open(b.Context(), address)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	return s
}

func barePerSecond(b *testing.B, server *testServer, desks int) float64 {
	server.tell(b, `DROP TABLE IF EXISTS one, log`, `CREATE TABLE one (n BIGINT); INSERT INTO one VALUES (0)`,
		`CREATE TABLE log (n BIGINT PRIMARY KEY, body TEXT)`)
	return perSecond(b, desks, func(ctx context.Context, _ int) (func() error, error) {
		conn, err := pgx.Connect(ctx, server.address("x"))
		if err != nil {
			return nil, err
		}
		b.Cleanup(func() { conn.Close(context.Background()) }) //nolint:errcheck // a scratch connection
		body := strings.Repeat("x", 600)
		return func() error {
			return pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
				var n int64
				if err := tx.QueryRow(ctx, `UPDATE one SET n = n + 1 RETURNING n`).Scan(&n); err != nil {
					return err
				}
				_, err := tx.Exec(ctx, `INSERT INTO log VALUES ($1, $2)`, n, body)
				return err
			})
		}, nil
	})
}

// perSecond counts how often some desks together do what begin returns.
func perSecond(b *testing.B, desks int, begin func(context.Context, int) (func() error, error)) float64 {
	b.Helper()
	var acts []func() error
	for desk := range desks {
		act, err := begin(b.Context(), desk)
		if err != nil {
			b.Fatal(err)
		}
		acts = append(acts, act)
	}
	start := time.Now()
	counts := make([]int, desks)
	var all sync.WaitGroup
	for desk, act := range acts {
		all.Go(func() {
			for time.Since(start) < span {
				if err := act(); err != nil {
					b.Error(err)
					return
				}
				counts[desk]++
			}
		})
	}
	all.Wait()
	total := 0
	for _, n := range counts {
		total += n
	}
	return float64(total) / time.Since(start).Seconds()
}

// BenchmarkRatioOtherDesk compares the time from an edit's beginning until another
// desk has it, with 20 desks, with a bare notice's way to 20 listeners.
func BenchmarkRatioOtherDesk(b *testing.B) {
	const desks, rounds = 20, 200
	server := sharedServer(b)
	for range b.N {
		ours, bare := editTimes(b, server, desks, rounds), noticeTimes(b, server, desks, rounds)
		fmt.Printf("edit to other desk: p50 %.2f ms, p99 %.2f ms; bare notice: p50 %.2f ms, p99 %.2f ms\n",
			at(ours, 50), at(ours, 99), at(bare, 50), at(bare, 99))
		show("edit-to-other-desk-p50", at(ours, 50), at(bare, 50), 4)
		show("edit-to-other-desk-p99", at(ours, 99), at(bare, 99), 4)
	}
}

// at is a percentile of times, in milliseconds.
func at(times []time.Duration, percent int) float64 {
	slices.Sort(times)
	return float64(times[(len(times)-1)*percent/100]) / float64(time.Millisecond)
}

func editTimes(b *testing.B, server *testServer, desks, rounds int) []time.Duration {
	address := newRaceOn(b, server)
	ctx, end := context.WithCancel(b.Context())
	heard := make(chan struct{}, desks)
	var followers sync.WaitGroup
	for range desks {
		s := deskOn(b, address)
		followers.Go(func() {
			err := s.Follow(ctx, 0, func(edits []model.Edit, _ error) {
				for range edits {
					heard <- struct{}{}
				}
			})
			if ctx.Err() == nil {
				b.Error(err)
			}
		})
	}
	writer := deskOn(b, address)
	times := inTurn(rounds, desks, heard, func(n int) error {
		_, err := writer.Commit(b.Context(), model.Edit{Changes: made(card(int64(n)))})
		return err
	}, b)
	end()
	followers.Wait()
	return times
}

func noticeTimes(b *testing.B, server *testServer, desks, rounds int) []time.Duration {
	ctx, end := context.WithCancel(b.Context())
	heard := make(chan struct{}, desks)
	var listeners sync.WaitGroup
	connect := func() *pgx.Conn {
		conn, err := pgx.Connect(b.Context(), server.address("x"))
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { conn.Close(context.Background()) }) //nolint:errcheck // a scratch connection
		return conn
	}
	for range desks {
		conn := connect()
		if _, err := conn.Exec(ctx, `LISTEN bare`); err != nil {
			b.Fatal(err)
		}
		listeners.Go(func() {
			for {
				if _, err := conn.WaitForNotification(ctx); err != nil {
					return
				}
				heard <- struct{}{}
			}
		})
	}
	teller := connect()
	times := inTurn(rounds, desks, heard, func(int) error {
		_, err := teller.Exec(b.Context(), `NOTIFY bare`)
		return err
	}, b)
	end()
	listeners.Wait()
	return times
}

// inTurn acts, and measures how long it takes until each has heard of it, again
// and again. The first rounds warm up.
func inTurn(rounds, desks int, heard <-chan struct{}, act func(int) error, b *testing.B) []time.Duration {
	const warm = 20
	var times []time.Duration
	for n := range rounds + warm {
		start := time.Now()
		if err := act(n); err != nil {
			b.Fatal(err)
		}
		for range desks {
			<-heard
			if n >= warm {
				times = append(times, time.Since(start))
			}
		}
	}
	return times
}
