package board_test

import (
	"fmt"
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
)

// ratio times ours and a baseline in turns and prints the median of the ratios,
// so that a machine that slows down slows both.
func ratio(name string, goal float64, rounds int, ours, baseline func()) {
	took := func(f func()) float64 {
		start := time.Now()
		f()
		return time.Since(start).Seconds()
	}
	ours()
	baseline()
	var ratios []float64
	for range rounds {
		ratios = append(ratios, took(ours)/took(baseline))
	}
	slices.Sort(ratios)
	fmt.Printf("ratio %s %.2f goal %.2f\n", name, ratios[len(ratios)/2], goal)
}

// paint draws the window as a display without a graphics card would.
func (b *table) paint() { b.window.Canvas().Capture() }

// steps returns a drag that goes round over cards of three columns, a step at a
// time.
func (b *table) steps() func() {
	b.carry("a", b.card("b").middle())
	var way []fyne.Position
	for _, id := range []string{"b", "c", "d", "r", "s", "x", "y", "r"} {
		at := b.card(id).middle()
		way = append(way, at, at.AddXY(10, 40), at.AddXY(30, -40))
	}
	n, held := 0, b.held.(fyne.Draggable)
	return func() {
		held.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: way[n%len(way)]}})
		n++
	}
}

// wheels returns a scroll by steps, down and up again.
func (b *table) wheels() func() {
	n := 0
	deck, _ := under[fyne.Scrollable](b.window.Content(), b.column(model.Problem).middle())
	return func() {
		e := &fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -60}}
		if n++; n/40%2 == 1 {
			e.Scrolled.DY = 60
		}
		deck.Scrolled(e)
	}
}

func often(times int, f func()) func() {
	return func() {
		for range times {
			f()
		}
	}
}

// BenchmarkRatioSteps compares a step of a drag and of a scroll on a board with
// 10,000 problems with the same on one with 100: what is done for it, and all
// until it is painted.
func BenchmarkRatioSteps(b *testing.B) {
	few, many := newTable(b, crowd(100)...), newTable(b, crowd(10000)...)
	few.window = many.window // the test driver knows one window
	few.window.SetContent(container.NewStack(few.view, many.view))
	in := func(front, back *table, f func()) func() { // one of the two is seen
		return func() {
			back.view.Hide()
			front.view.Show()
			f()
		}
	}
	for range b.N {
		var drag, dragFew, scroll, scrollFew func()
		in(many, few, func() { drag, scroll = many.steps(), many.wheels() })()
		in(few, many, func() { dragFew, scrollFew = few.steps(), few.wheels() })()
		drag, dragFew = in(many, few, drag), in(few, many, dragFew)
		scroll, scrollFew = in(many, few, scroll), in(few, many, scrollFew)
		ratio("drag-step-10000-cards", 1.2, 101, often(24, drag), often(24, dragFew))
		ratio("drag-frame-10000-cards", 1.2, 21, func() { drag(); many.paint() }, func() { dragFew(); few.paint() })
		many.release()
		few.release()
		ratio("scroll-step-10000-cards", 1.2, 101, often(80, scroll), often(80, scrollFew))
		ratio("scroll-frame-10000-cards", 1.2, 21, func() { scroll(); many.paint() }, func() { scrollFew(); few.paint() })
	}
}

// BenchmarkRatioRectangles compares a step of a scroll, painted, with moving as
// many plain rectangles as there are cards in view on a board with none.
func BenchmarkRatioRectangles(b *testing.B) {
	many := newTable(b, crowd(10000)...)
	spots, at, n := many.spots("card"), many.column(model.Problem).middle(), float32(0)
	bare := newTable(b)
	bare.view.Update(model.NewBoard(1, nil))
	plain := container.NewWithoutLayout()
	for _, s := range spots {
		one := canvas.NewRectangle(color.White)
		one.Move(s.pos)
		one.Resize(s.size)
		plain.Add(one)
	}
	bare.window.SetContent(container.NewStack(bare.view, plain))
	for range b.N {
		ratio("scroll-frame-to-rectangles", 2, 21, func() {
			test.Scroll(many.window.Canvas(), at, 0, -60)
			many.paint()
		}, func() {
			n++
			plain.Move(fyne.NewPos(0, n))
			bare.paint()
		})
	}
}

// BenchmarkRatioEdit counts the cards that are drawn for an edit of one card that
// came from another desk, on a board with 10,000.
func BenchmarkRatioEdit(b *testing.B) {
	many := newTable(b, crowd(10000)...)
	many.wheel(-4000)
	ids := many.inView()
	for range b.N {
		before := many.view.Drawn()
		for _, id := range ids {
			e, err := many.board.Vote(model.ID(id), 1)
			many.commits(e, err)
		}
		fmt.Printf("ratio edit-of-one-card-draws %.2f goal 1.00\n", float64(many.view.Drawn()-before)/float64(len(ids)))
	}
}
