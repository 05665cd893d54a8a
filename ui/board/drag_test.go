package board_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/board"
)

// grid has two columns of cells of 100 by 50, 10 apart.
var grid = board.Grid{Columns: 2, Cell: fyne.NewSize(100, 50), Gap: 10}

func TestGridAtAndHeight(t *testing.T) {
	for i, want := range []fyne.Position{{X: 0, Y: 0}, {X: 110, Y: 0}, {X: 0, Y: 60}, {X: 110, Y: 60}, {X: 0, Y: 120}} {
		if got := grid.At(i); got != want {
			t.Errorf("cell %d lies at %v, want %v", i, got, want)
		}
	}
	for n, want := range []float32{0, 60, 60, 120, 120, 180} {
		if got := grid.Height(n); got != want {
			t.Errorf("%d cells are %v high, want %v", n, got, want)
		}
	}
}

func TestGridSlot(t *testing.T) {
	for _, c := range []struct {
		x, y float32
		slot int
		on   bool
	}{
		{0, 0, 0, true}, {99.9, 49.9, 0, true}, {100, 0, 0, false}, {0, 50, 2, false}, {109.9, 59.9, 2, false},
		{110, 0, 1, true}, {209.9, 49.9, 1, true}, {210, 0, 1, false}, {900, 0, 1, false},
		{0, 60, 2, true}, {110, 60, 3, true}, {50, 6025, 200, true},
		{-1, 0, 0, false}, {-500, 70, 2, false}, {50, -1, 0, false}, {150, -900, 0, false},
	} {
		if slot, on := grid.Slot(fyne.NewPos(c.x, c.y)); slot != c.slot || on != c.on {
			t.Errorf("%v,%v is slot %d, on it %v; want %d, %v", c.x, c.y, slot, on, c.slot, c.on)
		}
	}
	for i := range 40 { // the middle of each cell is on it
		at := grid.At(i).AddXY(50, 25)
		if slot, on := grid.Slot(at); slot != i || !on {
			t.Errorf("the middle of cell %d is slot %d, on it %v", i, slot, on)
		}
	}
}

// lanes are three columns side by side: 20 of head and 500 of cards, each 210
// wide and 20 apart.
func lanes(problems, projects, products []model.ID) []board.Lane {
	var all []board.Lane
	for i, cards := range [][]model.ID{problems, projects, products} {
		all = append(all, board.Lane{Stage: model.Stages[i], Pos: fyne.NewPos(float32(i)*230, 0), Size: fyne.NewSize(210, 520),
			Top: 20, Grid: grid, Cards: cards})
	}
	return all
}

func TestOver(t *testing.T) {
	all := lanes([]model.ID{"p1", "p2", "p3"}, []model.ID{"r1", "r2", "r3"}, []model.ID{"s1"})
	const problems, projects, products = 0, 230, 460
	place := func(slot int, before model.ID) board.Target {
		return board.Target{Act: board.Place, Slot: slot, Before: before}
	}
	promote := func(slot int, before model.ID) board.Target {
		return board.Target{Act: board.Promote, Slot: slot, Before: before}
	}
	no := func(why string) board.Target { return board.Target{Why: "drop.no." + why} }
	join := func(onto model.ID) board.Target { return board.Target{Act: board.Join, Onto: onto} }
	for _, c := range []struct {
		what  string
		stage model.Stage
		open  bool
		x, y  float32
		want  board.Target
		in    model.Stage
	}{
		{"problem on the first problem", model.Problem, true, problems + 50, 45, place(0, "p1"), model.Problem},
		{"problem on the second problem", model.Problem, true, problems + 150, 45, place(1, "p2"), model.Problem},
		{"problem in the gap between two", model.Problem, true, problems + 105, 45, place(0, "p1"), model.Problem},
		{"problem on the last problem", model.Problem, true, problems + 50, 105, place(2, "p3"), model.Problem},
		{"problem beside the last problem", model.Problem, true, problems + 150, 105, place(3, ""), model.Problem},
		{"problem below the last problem", model.Problem, true, problems + 50, 500, place(3, ""), model.Problem},
		{"problem on the head", model.Problem, true, problems + 150, 5, place(0, "p1"), model.Problem},
		{"problem gone on, in its column", model.Problem, false, problems + 150, 45, place(1, "p2"), model.Problem},
		{"problem on a project", model.Problem, true, projects + 150, 45, join("r2"), model.Project},
		{"problem gone on, on a project", model.Problem, false, projects + 50, 105, join("r3"), model.Project},
		{"problem in the gap between projects", model.Problem, true, projects + 105, 45, promote(1, "r2"), model.Project},
		{"problem on the left edge of a project", model.Problem, true, projects + 129, 45, promote(1, "r2"), model.Project},
		{"problem beside the left edge of a project", model.Problem, true, projects + 132, 45, join("r2"), model.Project},
		{"problem on the right edge of a project", model.Problem, true, projects + 81, 45, promote(1, "r2"), model.Project},
		{"problem beside the right edge of a project", model.Problem, true, projects + 78, 45, join("r1"), model.Project},
		{"problem on the right edge of the last in a row", model.Problem, true, projects + 205, 45, promote(2, "r3"), model.Project},
		{"problem on the upper edge of a project", model.Problem, true, projects + 50, 30, promote(0, "r1"), model.Project},
		{"problem on the lower edge of a project", model.Problem, true, projects + 50, 65, promote(2, "r3"), model.Project},
		{"problem on the lower edge of one with none beneath", model.Problem, true, projects + 150, 65, promote(3, ""), model.Project},
		{"project gone on, on the edge of a product", model.Project, false, products + 5, 45, join("s1"), model.Product},
		{"problem under a project", model.Problem, true, projects + 50, 75, promote(2, "r3"), model.Project},
		{"problem below the last project", model.Problem, true, projects + 50, 400, promote(3, ""), model.Project},
		{"problem beside the last project", model.Problem, true, projects + 150, 105, promote(3, ""), model.Project},
		{"problem on the head of projects", model.Problem, false, projects + 50, 10, promote(0, "r1"), model.Project},
		{"problem on products", model.Problem, true, products + 50, 45, no("project"), model.Product},
		{"project on a project", model.Project, true, projects + 150, 45, place(1, "r2"), model.Project},
		{"project gone on, on a project", model.Project, false, projects + 150, 45, place(1, "r2"), model.Project},
		{"project on a product", model.Project, true, products + 50, 45, join("s1"), model.Product},
		{"project gone on, on a product", model.Project, false, products + 50, 45, join("s1"), model.Product},
		{"project under a product", model.Project, true, products + 50, 75, promote(1, ""), model.Product},
		{"project below the products", model.Project, true, products + 50, 300, promote(1, ""), model.Product},
		{"project on the head of products", model.Project, true, products + 50, 0, promote(0, "s1"), model.Product},
		{"project on problems", model.Project, true, problems + 50, 45, no("back"), model.Problem},
		{"product on a product", model.Product, true, products + 50, 45, place(0, "s1"), model.Product},
		{"product on projects", model.Product, true, projects + 50, 45, no("back"), model.Project},
		{"product on problems", model.Product, true, problems + 50, 45, no("back"), model.Problem},
		{"left edge", model.Problem, true, problems, 45, place(0, "p1"), model.Problem},
		{"right edge", model.Problem, true, problems + 209.9, 45, place(1, "p2"), model.Problem},
		{"between the columns", model.Problem, true, problems + 210, 45, board.Target{}, ""},
		{"upper edge", model.Problem, true, problems + 50, 0, place(0, "p1"), model.Problem},
		{"above the board", model.Problem, true, problems + 50, -0.1, board.Target{}, ""},
		{"lower edge", model.Problem, true, problems + 50, 519.9, place(3, ""), model.Problem},
		{"below the board", model.Problem, true, problems + 50, 520, board.Target{}, ""},
	} {
		c.want.Stage = c.in
		if got := board.Over(all, model.Card{Stage: c.stage}, c.open, fyne.NewPos(c.x, c.y)); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.what, got, c.want)
		}
	}
	gone := board.Over(all, model.Card{Stage: model.Project}, false, fyne.NewPos(products+50, 300))
	if gone != (board.Target{Stage: model.Product, Why: "drop.no.product"}) {
		t.Errorf("a project that has its product makes another: %+v", gone)
	}
}

func TestOverAColumnThatIsScrolled(t *testing.T) {
	all := lanes([]model.ID{"p1", "p2", "p3", "p4", "p5"}, nil, nil)
	all[0].Scrolled = 120 // by two rows
	problem := model.Card{Stage: model.Problem}
	for y, want := range map[float32]model.ID{20: "p5", 45: "p5", 105: "", 19: "p1", 0: "p1"} {
		if got := board.Over(all, problem, true, fyne.NewPos(50, y)); got.Before != want {
			t.Errorf("at %v: before %q, want %q", y, got.Before, want)
		}
	}
}

// What shows where a card will land is the cell that the pointer is over.
func TestCellIsWhereThePointerIs(t *testing.T) {
	all := lanes([]model.ID{"p1", "p2", "p3"}, nil, nil)
	all[0].Scrolled = 30
	for _, p := range []fyne.Position{{X: 50, Y: 30}, {X: 150, Y: 30}, {X: 50, Y: 70}} {
		at := all[0].Cell(board.Over(all, model.Card{Stage: model.Problem}, true, p).Slot)
		if p.X < at.X || p.Y < at.Y || p.X > at.X+100 || p.Y > at.Y+50 {
			t.Errorf("the pointer at %v, the gap at %v", p, at)
		}
	}
}

func TestPull(t *testing.T) {
	l := lanes(nil, nil, nil)[1]
	at := func(y float32) float32 { return l.Pull(fyne.NewPos(300, y)) }
	for _, y := range []float32{92, 200, 448} {
		if got := at(y); got != 0 {
			t.Errorf("in the middle, at %v, the column scrolls by %v", y, got)
		}
	}
	var before float32
	for y := float32(91); y >= 20; y-- { // towards the first row
		if got := at(y); got >= before {
			t.Errorf("at %v it scrolls by %v, no more than %v before", y, got, before)
		}
		before = at(y)
	}
	before = 0
	for y := float32(449); y <= 520; y++ { // towards the lower edge
		if got := at(y); got <= before {
			t.Errorf("at %v it scrolls by %v, no more than %v before", y, got, before)
		}
		before = at(y)
	}
	if up, down := at(20), at(520); up != -down || at(0) != up || at(900) != down {
		t.Errorf("at the edges it scrolls by %v and %v, beyond them by %v and %v", up, down, at(0), at(900))
	}
	l.Top = 200 // a high head: what is held there scrolls nothing
	if far, near := at(128), at(129); far != 0 || near >= 0 {
		t.Errorf("above the first row it scrolls by %v and, nearer, by %v", far, near)
	}
	for _, x := range []float32{229.9, 440} {
		if got := l.Pull(fyne.NewPos(x, 20)); got != 0 {
			t.Errorf("beside the column, at %v, it scrolls by %v", x, got)
		}
	}
}

// scramble is a race of a random state, from a seed.
func scramble(seed uint64) *model.Board {
	random := rand.New(rand.NewPCG(seed, 2))
	var entities []model.Entity
	for _, stage := range model.Stages {
		for i := range random.IntN(9) {
			entities = append(entities, model.Card{ID: model.ID(fmt.Sprint(stage, i)), Stage: stage, Rank: model.Rank(i * 1000),
				Title: "x", Parked: random.IntN(5) == 0})
		}
	}
	b := model.NewBoard(1, entities)
	for _, c := range append(b.Column(model.Problem), b.Column(model.Project)...) {
		for _, to := range b.Column(c.Stage.Next()) {
			if random.IntN(4) == 0 {
				entities = append(entities, model.NewLink(c.ID, to.ID))
			}
		}
	}
	return model.NewBoard(1, entities)
}

// seen are the lanes of a board without the card that is carried.
func seen(b *model.Board, carried model.ID, scrolled float32) []board.Lane {
	var ids [3][]model.ID
	for i, stage := range model.Stages {
		for _, c := range b.Column(stage) {
			if c.ID != carried && (stage != model.Problem || b.Open(c)) {
				ids[i] = append(ids[i], c.ID)
			}
		}
	}
	all := lanes(ids[0], ids[1], ids[2])
	for i := range all {
		all[i].Scrolled = scrolled
	}
	return all
}

// meant says what the race makes of a drop.
func meant(b *model.Board, c model.Card, to board.Target) (model.Edit, error) {
	switch to.Act {
	case board.Place:
		return b.Move(c.ID, to.Before)
	case board.Promote:
		return b.Promote(c.ID, to.Before)
	case board.Join:
		return b.Join(c.ID, to.Onto)
	}
	return model.Edit{}, nil
}

// Wherever a card is dropped, the race can make something of it.
func FuzzOver(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(seed, float32(seed*40), float32(seed*17), float32(seed%3)*60)
	}
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	f.Add(uint64(3), nan, float32(40), float32(0))
	f.Add(uint64(3), float32(40), nan, float32(0))
	f.Add(uint64(3), inf, -inf, float32(0))
	f.Fuzz(func(t *testing.T, seed uint64, x, y, scrolled float32) {
		if !(scrolled >= 0 && scrolled < 1e6) {
			return // no column is scrolled so far
		}
		b := scramble(seed)
		for _, c := range slices.Concat(b.Column(model.Problem), b.Column(model.Project), b.Column(model.Product)) {
			all := seen(b, c.ID, scrolled)
			for i := range all {
				all[i].Grid.Columns = int(seed%3) + 1
			}
			to := board.Over(all, c, b.Open(c), fyne.NewPos(x, y))
			if _, err := meant(b, c, to); err != nil && !errors.Is(err, model.ErrExists) {
				t.Errorf("%v dropped at %v,%v: %+v is refused: %v", c, x, y, to, err)
			}
			if to.Slot < 0 || to.Act == board.Join && to.Onto == "" {
				t.Errorf("%v dropped at %v,%v: %+v", c, x, y, to)
			}
			for _, l := range all {
				if v := l.Pull(fyne.NewPos(x, y)); v < -1400 || v > 1400 {
					t.Errorf("at %v,%v a column scrolls by %v", x, y, v)
				}
			}
		}
	})
}
