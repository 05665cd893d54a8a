package model_test

import (
	"context"
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
