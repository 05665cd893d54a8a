package persist

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"racedesk/model"
)

// moves is how many cards each of the processes moves.
const (
	movers = 20
	moves  = 25
)

func init() { childs["PERSIST_TEST_MOVER"] = mover }

// mover is a desk that moves cards as fast as it can, on the board as it hears of
// it, and prints a sum of what it has in the end.
func mover(address string) error {
	s, err := Open(context.Background(), address)
	if err != nil {
		return err
	}
	ctx, end := context.WithTimeout(context.Background(), 4*deadline)
	defer end()
	board, err := s.Load(ctx)
	if err != nil {
		return err
	}
	var mu sync.Mutex
	done := make(chan error, 1)
	go func() { done <- followTo(ctx, s, board, &mu, 1+movers*moves) }()
	for n := 0; n < moves; {
		mu.Lock()
		column := board.Column(model.Problem)
		e, err := board.Move(column[rand.N(len(column))].ID, column[rand.N(len(column))].ID)
		mu.Unlock()
		if err != nil {
			return err
		}
		if e.Empty() {
			continue
		}
		if _, err = s.Commit(ctx, e); err == nil {
			n++
		} else if !errors.Is(err, model.ErrConflict) {
			return err
		}
	}
	if err := <-done; err != nil {
		return err
	}
	fmt.Println(digest(board))
	return s.Close()
}

// followTo applies every edit to a board until the last one, each in its turn.
func followTo(ctx context.Context, s *Store, board *model.Board, mu *sync.Mutex, last int64) error {
	ctx, end := context.WithCancelCause(ctx)
	enough := errors.New("enough")
	err := s.Follow(ctx, board.Seq, func(edits []model.Edit, err error) {
		mu.Lock()
		defer mu.Unlock()
		for _, e := range edits {
			if e.Seq != board.Seq+1 {
				end(fmt.Errorf("edit %d after %d", e.Seq, board.Seq))
			}
			board.Apply(e)
		}
		if err != nil {
			end(err)
		} else if board.Seq == last {
			end(enough)
		}
	})
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	if err == enough {
		return nil
	}
	return err
}

// digest is a sum of a board's columns and of where in the timeline it is.
func digest(b *model.Board) string {
	var columns [][]model.Card
	for _, stage := range model.Stages {
		columns = append(columns, b.Column(stage))
	}
	text, _ := json.Marshal(columns)
	return fmt.Sprintf("%d %x", b.Seq, sha256.Sum256(text))
}

func TestTwentyDesksAtOnce(t *testing.T) {
	for name, address := range map[string]string{
		"postgres":                newRaceOn(t, sharedServer(t)),
		"postgres without LISTEN": newRaceOn(t, sharedServer(t), "listen=off"),
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, address)
			var cards []model.Card
			for n := range int64(40) {
				cards = append(cards, card(n))
			}
			commitTo(t, s, model.Edit{Changes: made(cards...)})
			said := runAll(t, "PERSIST_TEST_MOVER="+address, movers)
			board := load(t, s)
			if board.Seq != 1+movers*moves {
				t.Errorf("race is at %d", board.Seq)
			}
			replayed := model.NewBoard(0, nil)
			for i, e := range history(t, s, 0) {
				if replayed.Apply(e); e.Seq != int64(i+1) {
					t.Errorf("edit %d in place %d", e.Seq, i)
				}
			}
			for _, got := range append(said, digest(replayed)) {
				if want := digest(board); strings.TrimSpace(got) != want {
					t.Errorf("a desk has %s, the race is %s", got, want)
				}
			}
			if err := s.Check(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

// runAll runs the test's own binary in many processes at once and returns what
// each printed.
func runAll(t *testing.T, env string, n int) []string {
	t.Helper()
	type process struct {
		cmd       *exec.Cmd
		out, says bytes.Buffer
	}
	all := make([]process, n)
	for i := range all {
		p := &all[i]
		p.cmd = exec.Command(os.Args[0])
		p.cmd.Env = append(os.Environ(), env)
		p.cmd.Stdout, p.cmd.Stderr = &p.out, &p.says
		if err := p.cmd.Start(); err != nil {
			t.Fatal(err)
		}
	}
	var said []string
	for i := range all {
		if err := all[i].cmd.Wait(); err != nil {
			t.Errorf("%v: %s", err, &all[i].says)
		}
		said = append(said, all[i].out.String())
	}
	return said
}

// TestTenThousandInOneGap lets two desks put cards between the same neighbours at
// the same time, over and over.
func TestTenThousandInOneGap(t *testing.T) {
	for name, c := range map[string]struct {
		open func() model.Store
		each int
	}{
		"memory":   {memoryRace(t, (&handClock{now: time.Now()}).read), 5000},
		"postgres": {serverRace()(t, nil), 5000},
		"sqlite":   {sqliteRace(t, (&handClock{now: time.Now()}).read), 500},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			one, other := c.open(), c.open()
			var cards []model.Card
			for n := range int64(12) {
				cards = append(cards, card(n))
			}
			commitTo(t, one, model.Edit{Changes: made(cards...)})
			var wg sync.WaitGroup
			for _, s := range []model.Store{one, other} {
				board := load(t, s)
				wg.Go(func() { intoOneGap(t, s, board, c.each) })
			}
			wg.Wait()
			b := load(t, one)
			if b.Seq != int64(2*c.each+1) || digest(b) != digest(load(t, other)) {
				t.Errorf("one has %s, the other %s", digest(b), digest(load(t, other)))
			}
			column := b.Column(model.Problem)
			for i := 1; i < len(column); i++ {
				if x, y := column[i-1], column[i]; x.Rank > y.Rank || x.Rank == y.Rank && x.ID >= y.ID {
					t.Errorf("%s does not come before %s", x.ID, y.ID)
				}
			}
		})
	}
}

// intoOneGap moves the last card behind the first, again where the other desk was
// quicker.
func intoOneGap(t *testing.T, s model.Store, board *model.Board, times int) {
	for n := 0; n < times; {
		column := board.Column(model.Problem)
		e, err := board.Move(column[len(column)-1].ID, column[1].ID)
		if err != nil {
			t.Error(err)
			return
		}
		done, err := s.Commit(t.Context(), e)
		if err == nil {
			n++
		} else if !errors.Is(err, model.ErrConflict) {
			t.Error(err)
			return
		}
		if done.Seq == board.Seq+1 {
			board.Apply(done)
			continue
		}
		for _, e := range history(t, s, board.Seq) {
			board.Apply(e)
		}
	}
}
