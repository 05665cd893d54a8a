package model_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"racedesk/model"
)

// A board proposes, the store commits, and every board applies.
func Example() {
	ctx := context.Background()
	store := model.NewMemory(time.Now)
	board, _ := store.Load(ctx)
	do := func(e model.Edit, err error) model.Edit {
		if err == nil {
			e, err = store.Commit(ctx, e)
		}
		if err != nil {
			fmt.Println(err)
			return e
		}
		board.Apply(e)
		return e
	}
	do(board.Add(model.Card{ID: "bus", Stage: model.Problem, Title: "The bus is late"}, ""))
	grown := do(board.Promote("bus", ""))
	fmt.Println(board.Figures(model.Problem, "").Open, len(board.Column(model.Project)))
	do(board.Revert(grown))
	fmt.Println(board.Figures(model.Problem, "").Open, len(board.Column(model.Project)))
	// Output:
	// 0 1
	// 1 0
}

// Two desks change the same card: the second one is told, and nothing is lost.
func ExampleStore_conflict() {
	ctx := context.Background()
	var store model.Store = model.NewMemory(time.Now)
	_, _ = store.Commit(ctx, model.Edit{Changes: []model.Change{
		{After: model.Card{ID: "bus", Stage: model.Problem, Title: "The bus is late"}}}})
	here, _ := store.Load(ctx)
	there, _ := store.Load(ctx)

	first, _ := here.Write(model.Card{ID: "bus", Title: "The bus is early"})
	second, _ := there.Write(model.Card{ID: "bus", Title: "There is no bus"})
	_, _ = store.Commit(ctx, first)
	_, err := store.Commit(ctx, second)
	fmt.Println(err, errors.Is(err, model.ErrConflict))
	// Output: commit write: changed at another desk true
}

// What is left on the clock is a function of the time, so it goes on while the
// program is not running.
func ExampleClock() {
	begin := time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)
	clock := model.Clock{Length: 48 * time.Hour}.Start(begin)
	fmt.Println(clock.Left(begin.Add(30 * time.Hour)))
	fmt.Println(clock.Left(begin.Add(49 * time.Hour)))
	fmt.Println(clock.Pause(begin.Add(47 * time.Hour)).Left(begin.Add(100 * time.Hour)))
	// Output:
	// 18h0m0s
	// -1h0m0s
	// 1h0m0s
}

// People vote with dots in a round: hidden, until it is shown.
func ExampleBoard_ByVotes() {
	ctx := context.Background()
	store := model.NewMemory(time.Now)
	board, _ := store.Load(ctx)
	do := func(e model.Edit, err error) {
		if err == nil {
			e, err = store.Commit(ctx, e)
		}
		if err != nil {
			fmt.Println(err)
			return
		}
		board.Apply(e)
	}
	for _, id := range []model.ID{"bus", "bank", "broom"} {
		do(board.Add(model.Card{ID: id, Stage: model.Problem, Title: "The " + string(id)}, ""))
	}
	do(board.BeginRound("First priorities", model.Problem, 2))
	round, _ := board.Voting()
	do(board.Dot(round.ID, "anna", "bank", 1))
	do(board.Dot(round.ID, "anna", "broom", 1))
	do(board.Dot(round.ID, "anna", "bus", 1))
	fmt.Println(board.Turnout(round.ID))
	fmt.Println(board.ByVotes(model.Problem, round.ID)[0].Votes)
	do(board.ShowRound(round.ID))
	for _, s := range board.ByVotes(model.Problem, round.ID) {
		fmt.Println(s.Place, s.Card.Title, s.Votes, s.Tied)
	}
	// Output:
	// place dot: no dots left
	// 1 2
	// 0
	// 1 The bank 1 true
	// 1 The broom 1 true
	// 3 The bus 0 false
}

// Two people wrote the same problem. One card stands for both from then on, with
// the votes of both, and both are still among the problems found.
func ExampleBoard_Merge() {
	ctx := context.Background()
	store := model.NewMemory(time.Now)
	_, _ = store.Commit(ctx, model.Edit{Changes: []model.Change{
		{After: model.Card{ID: "late", Stage: model.Problem, Title: "The bus is late", Votes: 2}},
		{After: model.Card{ID: "slow", Stage: model.Problem, Title: "Slow buses", Votes: 3, Rank: 1}}}})
	board, _ := store.Load(ctx)
	merge, _ := board.Merge("late", "slow")
	merge, _ = store.Commit(ctx, merge)
	board.Apply(merge)

	for _, c := range board.Column(model.Problem) {
		fmt.Println(c.Title, board.Votes(c), board.Matches(c, "slow"))
	}
	f := board.Figures(model.Problem, "")
	fmt.Println(f.Total, "found, of which", f.Merged, "twice")

	undo, _ := board.Revert(merge)
	undo, _ = store.Commit(ctx, undo)
	board.Apply(undo)
	fmt.Println(len(board.Column(model.Problem)))
	// Output:
	// The bus is late 5 true
	// 2 found, of which 1 twice
	// 2
}
