package board_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
)

// crowd is many problems.
func crowd(n int) (all []model.Entity) {
	for i := range n {
		all = append(all, model.Card{ID: model.ID(fmt.Sprintf("n%05d", i)), Stage: model.Problem,
			Rank: model.Rank(100+i) << 32, Title: fmt.Sprint("Card number ", i)})
	}
	return all
}

// inView are the ids of the problems that are wholly in sight, in their order.
func (b *table) inView() (ids []string) {
	c := b.column(model.Problem)
	for _, s := range b.spots("card") {
		if s.stage == "problem" && s.pos.Y >= c.pos.Y+150 && s.pos.Y+s.size.Height <= c.pos.Y+c.size.Height {
			ids = append(ids, s.id)
		}
	}
	return ids
}

func (b *table) wheel(dy float32) {
	test.Scroll(b.window.Canvas(), b.column(model.Problem).middle(), 0, dy)
}

// However many cards there are, those in view and a little more exist.
func TestOnlyCardsInViewExist(t *testing.T) {
	few, many := newTable(t, crowd(100)...), newTable(t, crowd(10000)...)
	if f, m := few.view.Alive(), many.view.Alive(); f != m || m > 60 {
		t.Errorf("of 100 cards %d exist, of 10,000 %d", f, m)
	}
	for range 200 {
		many.wheel(-470)
	}
	if n := many.view.Alive(); n > 60 {
		t.Errorf("after scrolling %d exist", n)
	}
}

// Scrolled through from end to end, every card comes by in its order, with its
// own face.
func TestEveryCardComesByInOrder(t *testing.T) {
	b := newTable(t, crowd(500)...)
	var seen []string
	for last := float32(-1); b.view.Scrolled() != last; b.wheel(-150) {
		last = b.view.Scrolled()
		for _, id := range b.inView() {
			if !slices.Contains(seen, id) {
				seen = append(seen, id)
			}
			if id[0] == 'n' {
				var n int
				_, _ = fmt.Sscanf(id, "n%d", &n)
				if at := b.sees("scrolled", fmt.Sprint("Card number ", n), 1); at[0].Y < 0 {
					t.Errorf("card %s lies at %v", id, at)
				}
			}
		}
	}
	if len(seen) != 504 || !slices.IsSorted(seen[4:]) || fmt.Sprint(seen[:4]) != "[a b c d]" {
		t.Errorf("%d cards came by: %v", len(seen), seen)
	}
}

// What one edit changes is drawn, and nothing else.
func TestAnEditDrawsItsCardOnly(t *testing.T) {
	b := newTable(t, crowd(10000)...)
	for name, c := range map[string]struct {
		edit func() (model.Edit, error)
		want int
	}{
		"a vote":              {func() (model.Edit, error) { return b.board.Vote("b", 1) }, 1},
		"one out of view":     {func() (model.Edit, error) { return b.board.Vote("n09000", 1) }, 0},
		"a move out of view":  {func() (model.Edit, error) { return b.board.Move("n09000", "n08000") }, 0},
		"a move within":       {func() (model.Edit, error) { return b.board.Move("n00001", "c") }, 0},
		"the clock":           {func() (model.Edit, error) { return b.board.SetClock(model.Clock{Length: 60e9}) }, 0},
		"a new card in view":  {func() (model.Edit, error) { return b.board.Add(model.Card{Stage: model.Product, Title: "N"}, "x") }, 1},
		"a new one, far down": {func() (model.Edit, error) { return b.board.Add(model.Card{Stage: model.Problem, Title: "N"}, "") }, 0},
	} {
		before := b.view.Drawn()
		b.commits(c.edit())
		if drawn := b.view.Drawn() - before; drawn != c.want {
			t.Errorf("%s draws %d cards, want %d", name, drawn, c.want)
		}
	}
}

// A drag draws no card anew, wherever it goes.
func TestADragDrawsNothingAnew(t *testing.T) {
	b := newTable(t, crowd(10000)...)
	b.carry("a", b.card("c").middle())
	before := b.view.Drawn()
	for _, id := range []string{"d", "r", "s", "x"} {
		b.move(b.card(id).middle())
	}
	if drawn := b.view.Drawn() - before; drawn > 2 { // the one more that the gap's row brings into view
		t.Errorf("it draws %d", drawn)
	}
	b.release()
}

func TestScrolledColumnKeepsItsPlace(t *testing.T) {
	b := newTable(t, crowd(500)...)
	b.wheel(-3000)
	at := b.view.Scrolled()
	if at < 2900 {
		t.Fatalf("scrolled to %v", at)
	}
	b.commits(b.board.Vote("b", 1))
	b.commits(b.board.Move("n00400", "n00300"))
	b.view.Waiting(true, "n00010")
	if got := b.view.Scrolled(); got != at {
		t.Errorf("after edits elsewhere it is at %v, was at %v", got, at)
	}
	b.view.Filter(model.Filter{Query: "Card number 3"})
	b.view.Filter(model.Filter{Query: "Card number 333"})
	if got := b.view.Scrolled(); got != 0 {
		t.Errorf("with one card it is scrolled to %v", got)
	}
	if got := b.in(model.Problem); got != "n00333" {
		t.Errorf("it shows %s", got)
	}
}

// A card carried to the edge scrolls the column, and drops among what came by.
func TestCarriedToTheEdge(t *testing.T) {
	b := newTimed(t, crowd(500)...)
	c := b.column(model.Problem)
	edge := c.pos.AddXY(60, c.size.Height-4)
	b.carry("a", edge)
	b.waits(3000)
	if b.view.Scrolled() < 2000 {
		t.Errorf("in three seconds it scrolled by %v", b.view.Scrolled())
	}
	b.move(c.pos.AddXY(60, c.size.Height/2))
	at := b.view.Scrolled()
	b.waits(300)
	if b.view.Scrolled() != at {
		t.Error("in the middle it scrolls on")
	}
	b.release()
	if len(b.asked) != 1 || len(b.asked[0]) < 15 || b.asked[0][:14] != "move a before " {
		t.Errorf("dropped: asked for %q", b.asked)
	}
}

func TestTheBarScrolls(t *testing.T) {
	b := newTable(t, crowd(500)...)
	c := b.column(model.Problem)
	right := c.pos.X + c.size.Width - 4
	b.press(fyne.NewPos(right, c.pos.Y+c.size.Height-2))
	end := b.view.Scrolled()
	b.move(fyne.NewPos(right+50, c.pos.Y+c.size.Height/2))
	if half := b.view.Scrolled(); end < 10000 || half < end/4 || half > end*3/4 {
		t.Errorf("the bar scrolls to %v at its end and to %v in the middle", end, half)
	}
	b.release()
	b.wants("the bar")
}
