package board_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/ui/board"
)

// banded are three lanes in two columns of cells: three cells, none, and two.
var banded = board.Grid{Columns: 2, Cell: fyne.NewSize(100, 50), Gap: 10, Foot: 500,
	Bands: []board.Band{{Top: 40, Cells: 3}, {Top: 260, Cells: 0}, {Top: 380, Cells: 2}}}

func TestBandsBeginRows(t *testing.T) {
	for i, want := range []fyne.Position{{X: 0, Y: 40}, {X: 110, Y: 40}, {X: 0, Y: 100}, {X: 0, Y: 380}, {X: 110, Y: 380}, {X: 0, Y: 440}} {
		if got := banded.At(i); got != want {
			t.Errorf("cell %d is at %v, want %v", i, got, want)
		}
	}
	if got := banded.Height(5); got != 500 {
		t.Errorf("all of it is %v high", got)
	}
}

func TestSlotInBands(t *testing.T) {
	for _, c := range []struct {
		x, y       float32
		band, slot int
		on         bool
	}{
		{50, 0, 0, 0, false},     // above all
		{50, 20, 0, 0, false},    // the head of the first
		{50, 60, 0, 0, true},     // its first cell
		{150, 60, 0, 1, true},    //
		{150, 120, 0, 3, false},  // behind its last cell
		{50, 210, 0, 3, false},   // far below it
		{50, 225, 1, 3, false},   // the head of the empty one
		{150, 300, 1, 3, false},  // in it
		{50, 345, 2, 3, false},   // the head of the third
		{150, 400, 2, 4, true},   // its last cell
		{50, 9000, 2, 5, false},  // below all
		{50, -9000, 0, 0, false}, // scrolled away
	} {
		slot, on := banded.Slot(fyne.NewPos(c.x, c.y))
		if band := banded.Band(c.y); band != c.band || slot != c.slot || on != c.on {
			t.Errorf("at %v,%v: band %d, slot %d, on it %v; want %d, %d, %v", c.x, c.y, band, slot, on, c.band, c.slot, c.on)
		}
	}
}

// Every cell in sight is among those that are said to be, whatever is scrolled.
func TestCellsBetween(t *testing.T) {
	plain := board.Grid{Columns: 2, Cell: fyne.NewSize(100, 50), Gap: 10}
	for name, g := range map[string]board.Grid{"banded": banded, "plain": plain} {
		for from := float32(-100); from < 700; from += 7 {
			first, last := g.Between(from, 90, 5)
			if first < 0 || first > last || last > 5 {
				t.Fatalf("%s at %v: from %d to %d", name, from, first, last)
			}
			for i := range 5 {
				y := g.At(i).Y - from
				if seen := y > -50 && y < 90; seen && (i < first || i >= last) {
					t.Errorf("%s at %v: cell %d is seen and not between %d and %d", name, from, i, first, last)
				}
			}
		}
	}
	if first, last := banded.Between(0, 90, 5); last-first > 3 {
		t.Errorf("at the top there are cells from %d to %d", first, last)
	}
}

func TestStepsAcrossBands(t *testing.T) {
	for _, c := range []struct{ from, rows, want int }{
		{0, 1, 2}, {1, 1, 2}, {2, 1, 3}, {3, -1, 2}, {4, -1, 2}, {4, 1, 4}, {0, -1, 0}, {2, -1, 0},
	} {
		if got := banded.Step(c.from, c.rows, 5); got != c.want {
			t.Errorf("from %d by %d rows: %d, want %d", c.from, c.rows, got, c.want)
		}
	}
	for i, want := range []bool{false, true, true, false, true} {
		if banded.Edge(i, 1, 5) != want {
			t.Errorf("cell %d at the right edge: %v", i, !want)
		}
	}
}

// A drop behind the last card of a lane stands behind that one, not before the first
// of the next lane; where votes sort the cards, only another lane means something.
func TestOverLanes(t *testing.T) {
	lane := board.Lane{Stage: model.Problem, Size: fyne.NewSize(210, 520), Grid: banded, Cards: []model.ID{"a", "b", "c", "d", "e"}}
	over := func(x, y float32) board.Target {
		return board.Over([]board.Lane{lane}, model.Card{Stage: model.Problem}, true, fyne.NewPos(x, y))
	}
	for _, c := range []struct {
		x, y float32
		want board.Target
	}{
		{150, 60, board.Target{Slot: 1, Before: "b"}},
		{150, 120, board.Target{Slot: 3, After: "c"}},
		{50, 300, board.Target{Slot: 3, Band: 1}},
		{50, 400, board.Target{Slot: 3, Band: 2, Before: "d"}},
		{50, 500, board.Target{Slot: 5, Band: 2, After: "e"}},
	} {
		c.want.Act, c.want.Stage = board.Place, model.Problem
		got := over(c.x, c.y)
		if got != c.want {
			t.Errorf("at %v,%v: %+v, want %+v", c.x, c.y, got, c.want)
		}
		if at := lane.Goal(got); at.Y < 40 || banded.Band(at.Y) != got.Band {
			t.Errorf("%+v lands at %v", got, at)
		}
	}
	lane.Home, lane.Top = 2, 100
	if got := over(50, 20); got.Band != 2 || got.Before != "d" {
		t.Errorf("above the lanes: %+v", got)
	}
	lane.Sorted, lane.Top = true, 0
	if got := over(150, 400); got.Act != board.Nothing {
		t.Errorf("sorted by votes, in its own lane: %+v", got)
	}
	if got := over(150, 60); got.Act != board.Place {
		t.Errorf("sorted by votes, in another lane: %+v", got)
	}
}
