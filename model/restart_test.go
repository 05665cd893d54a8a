package model_test

import (
	"context"
	"encoding/json"
	"testing"

	"racedesk/model"
)

// TestHistoryAfterRestart rebuilds a desk's history from the edits as a file
// gives them back, and goes on undoing where it was.
func TestHistoryAfterRestart(t *testing.T) {
	g := &game{T: t, store: model.NewMemory(noon)}
	g.commit(start)
	p := &player{board: g.load(), history: model.History{Desk: "d"}}
	do := func(desk model.DeskID, propose func(*model.Board) (model.Edit, error)) {
		t.Helper()
		e, err := propose(p.board)
		if err != nil {
			t.Fatal(err)
		}
		e.Desk = desk
		g.commit(e)
		g.catchUp(p)
	}
	back := func(which func() (model.Edit, bool)) {
		t.Helper()
		do("d", func(b *model.Board) (model.Edit, error) { return g.revert(b, which) })
	}
	do("d", func(b *model.Board) (model.Edit, error) { return b.Move("a", "") })
	do("e", func(b *model.Board) (model.Edit, error) { return b.Vote("b", 1) })
	do("d", func(b *model.Board) (model.Edit, error) { return b.Promote("b", "") })
	back(p.history.Undo)
	back(p.history.Undo)
	back(p.history.Redo)
	p.history = model.History{Desk: "d"}
	p.board = model.NewBoard(0, nil)
	g.catchUp(p)
	if e, ok := p.history.Undo(); !ok || e.Label != model.LabelMove {
		t.Errorf("next undo: %+v, %v", e, ok)
	}
	back(p.history.Redo)
	back(p.history.Undo)
	back(p.history.Undo)
	if _, more := p.history.Undo(); more {
		t.Error("more to undo than was done")
	}
	back(p.history.Redo)
	if column := p.board.Column(model.Problem); column[0].ID != "b" || column[0].Votes != 3 {
		t.Errorf("%+v", column)
	}
}

// TestLooseLinkDoesNotCount is about two desks in the same second: one takes a
// card away, the other joins to it. The store cannot tell.
func TestLooseLinkDoesNotCount(t *testing.T) {
	g := &game{T: t, store: model.NewMemory(noon)}
	g.commit(start)
	add, err := g.load().Add(model.Card{ID: "n", Stage: model.Project, Title: "N"}, "")
	if err != nil {
		t.Fatal(err)
	}
	g.commit(add)
	there := g.load()
	edits, _ := g.store.Edits(context.Background(), 1)
	gone, err := there.Revert(edits[0])
	if err != nil {
		t.Fatal(err)
	}
	g.commit(gone)
	join, err := there.Join("b", "n")
	if err != nil {
		t.Fatal(err)
	}
	g.commit(join)
	b := g.load()
	if c, _ := b.Card("b"); !b.Open(c) || len(b.Onward("b")) != 0 {
		t.Error("b went into nothing")
	}
	edits, _ = g.store.Edits(context.Background(), 2)
	again, err := b.Revert(edits[0])
	if err != nil {
		t.Fatal(err)
	}
	g.commit(again)
	b = g.load()
	if c, _ := b.Card("b"); b.Open(c) || !has(b.Sources("n"), "b") {
		t.Error("n is back, and b is not in it")
	}
}

func TestChangeThatDoesNotDecode(t *testing.T) {
	for _, text := range []string{`null`, `{}`, `{"kind":"card"}`, `{"kind":"ghost","after":{}}`,
		`{"kind":"card","after":7}`, `{"kind":"card","before":{"votes":"many"}}`, `[`} {
		var c model.Change
		if err := json.Unmarshal([]byte(text), &c); err == nil {
			t.Errorf("%s is %+v", text, c)
		}
	}
}

func TestEncodeChanges(t *testing.T) {
	card := model.Card{ID: "a", Title: "<b> & \u2028 å"}
	for _, changes := range [][]model.Change{{}, {{After: card}}, {{Before: card}},
		{{Before: card, After: model.Card{ID: "a"}}, {After: model.NewLink("a", "b")}}} {
		got, err := model.EncodeChanges(changes)
		if err != nil {
			t.Fatal(err)
		}
		if want, err := json.Marshal(changes); err != nil || string(got) != string(want) {
			t.Errorf("%s, json has %s, %v", got, want, err)
		}
	}
}
