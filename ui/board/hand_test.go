package board_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"racedesk/model"
	"racedesk/ui/board"
)

// A timed table is one whose time the test turns, with more cards than fit.
type timed struct {
	*table
	now time.Time
}

func newTimed(t *testing.T, more ...model.Entity) *timed {
	t.Helper()
	for i := range 60 {
		more = append(more, model.Card{ID: model.ID(fmt.Sprintf("more%02d", i)), Stage: model.Problem,
			Rank: model.Rank(100+i) << 32, Title: "More"})
	}
	b := &timed{newTable(t, more...), began}
	b.view.SetNow(func() time.Time { return b.now })
	return b
}

// waits lets time pass, in frames.
func (b *timed) waits(ms int) {
	for end := b.now.Add(time.Duration(ms) * time.Millisecond); b.now.Before(end); {
		b.now = b.now.Add(16 * time.Millisecond)
		b.view.Beat()
	}
}

// strokes moves the pointer by a way within some milliseconds, told each 16 ms.
func (b *timed) strokes(dx, dy float32, ms int) {
	b.Helper()
	steps, from := ms/16, b.at
	for i := 1; i <= steps; i++ {
		b.waits(16)
		share := float32(i) / float32(steps)
		b.move(from.AddXY(dx*share, dy*share))
	}
}

func TestSwipeScrollsTheColumn(t *testing.T) {
	b := newTimed(t)
	b.press(b.card("b").middle())
	b.strokes(5, -160, 160)
	held := b.view.Scrolled()
	if held < 130 || held > 160 {
		t.Errorf("under the finger it scrolls by %v, want nearly 160", held)
	}
	b.release()
	b.waits(4000)
	if on := b.view.Scrolled(); on < held+100 {
		t.Errorf("let go, it scrolls on to %v from %v", on, held)
	}
	if b.view.Beating() {
		t.Error("at rest it still asks for frames")
	}
	b.wants("swiped")
}

func TestSwipeThatRestsStays(t *testing.T) {
	b := newTimed(t)
	b.press(b.card("b").middle())
	b.strokes(0, -160, 160)
	b.waits(300)
	held := b.view.Scrolled()
	b.release()
	b.waits(1000)
	if on := b.view.Scrolled(); on != held {
		t.Errorf("let go at rest, it goes from %v to %v", held, on)
	}
	b.wants("swiped")
}

// Beyond the end a column gives a little, and comes back.
func TestSwipeBeyondTheEnd(t *testing.T) {
	b := newTimed(t)
	b.press(b.card("b").middle())
	b.strokes(0, 300, 320)
	if by := -b.view.Scrolled(); by < 20 || by > 72 {
		t.Errorf("pulled by 300, it gives by %v", by)
	}
	b.release()
	b.waits(1000)
	if by := b.view.Scrolled(); by != 0 {
		t.Errorf("it comes back to %v", by)
	}
	b.wants("swiped")
}

// A swipe that is cancelled beyond the end comes back too.
func TestCancelBeyondTheEnd(t *testing.T) {
	b := newTimed(t)
	b.press(b.card("b").middle())
	b.strokes(0, 300, 320)
	b.view.Cancel()
	b.waits(1000)
	if by := b.view.Scrolled(); by != 0 {
		t.Errorf("it stays at %v", by)
	}
	b.release()
}

func TestWheelStopsTheColumn(t *testing.T) {
	b := newTimed(t)
	b.press(b.card("b").middle())
	b.strokes(0, -160, 96)
	b.release()
	b.waits(50)
	b.wheel(-10)
	at := b.view.Scrolled()
	if b.waits(1000); b.view.Scrolled() != at {
		t.Errorf("after the wheel it goes on from %v to %v", at, b.view.Scrolled())
	}
}

// A card that is lifted and scrolled away leaves no sign on the one that takes
// its widget.
func TestSignsStayWithTheirCard(t *testing.T) {
	b := newTimed(t)
	b.press(b.spot("grip", "", "a").middle())
	if got := b.view.Raised(); got != "a" {
		t.Errorf("raised are %q", got)
	}
	b.wheel(-1500)
	if got := b.view.Raised(); got != "" {
		t.Errorf("scrolled away, raised are %q", got)
	}
	b.release()
}

// A tap on a column that still glides stops it, and opens nothing.
func TestTapStopsTheColumn(t *testing.T) {
	b := newTimed(t)
	at := b.card("b").middle()
	b.press(at)
	b.strokes(0, -160, 96)
	b.release()
	b.waits(100)
	b.press(at)
	stopped := b.view.Scrolled()
	b.waits(60)
	b.release()
	b.waits(1000)
	if on := b.view.Scrolled(); on != stopped {
		t.Errorf("stopped at %v, it goes on to %v", stopped, on)
	}
	b.wants("tapped while it went")
	b.press(at)
	b.release()
	if len(b.asked) != 1 {
		t.Errorf("a tap at rest asked for %q", b.asked)
	}
}

func TestLongPressLifts(t *testing.T) {
	b := newTimed(t)
	from, to := b.card("a").middle(), b.card("d").middle()
	b.press(from)
	b.waits(300)
	b.sees("in the air", "Card a", 1)
	b.strokes(to.X-from.X, to.Y-from.Y, 320)
	b.release()
	b.wants("carried along the column", `move a before "more00"`)
}

// What was only lifted stays, and is not opened either.
func TestLongPressWithoutAMove(t *testing.T) {
	b := newTimed(t)
	home := b.card("a").pos
	b.press(b.card("a").middle())
	b.waits(300)
	b.strokes(3, -4, 64)
	b.release()
	b.wants("lifted and put down")
	if at := b.card("a").pos; at != home {
		t.Errorf("it lies at %v, want %v", at, home)
	}
}

func TestGripCarriesAlongTheColumn(t *testing.T) {
	b := newTimed(t)
	grip := b.spot("grip", "", "a").middle()
	b.press(grip)
	b.strokes(0, 250, 160)
	b.release()
	if len(b.asked) != 1 || b.asked[0][:6] != "move a" {
		t.Errorf("carried by its grip: asked for %q", b.asked)
	}
	b.asked = nil
	b.view.Waiting(false, "a")
	b.press(grip)
	b.waits(100)
	b.release()
	b.wants("a tap on the grip", "open a")
	if b.view.Scrolled() != 0 {
		t.Error("the column scrolled")
	}
}

// A long press on a button is a tap on it, and carried off sideways it is a drag
// of the card.
func TestPressOnAButton(t *testing.T) {
	b := newTimed(t)
	b.view.Poll(board.Poll{Round: "one", Voter: "u"})
	more := b.spot("more", "problem", "b")
	b.press(more.middle())
	b.waits(600)
	b.strokes(2, -3, 32)
	b.release()
	b.wants("pressed long", "vote b +1")
	b.press(more.pos.AddXY(more.size.Width-1, more.size.Height-1)) // a fat finger
	b.release()
	b.wants("beside it", "vote b +1")
	b.press(more.middle())
	b.strokes(400, 0, 160)
	b.move(b.card("s").middle())
	b.release()
	b.wants("carried by it", "join b to s")
}

func TestWhatEndsADragWithoutAMove(t *testing.T) {
	for name, end := range map[string]func(b *timed){
		"Escape, or the focus lost": func(b *timed) { b.view.Cancel() },
		"a second button":           func(b *timed) { b.held.MouseDown(b.click(desktop.MouseButtonSecondary)) },
		"out of the window":         func(b *timed) { b.move(fyne.NewPos(700, -1)) },
		"out at the right":          func(b *timed) { b.move(fyne.NewPos(1440, 300)) },
	} {
		t.Run(name, func(t *testing.T) {
			b := newTimed(t)
			b.carry("a", b.card("s").middle())
			end(b)
			b.sees("ended", "Drop: belongs to Card s", 0)
			b.move(b.card("s").middle()) // the finger does not know it yet
			b.waits(500)
			b.sees("ended", "Card a", 1)
			b.release()
			b.wants("ended")
			b.drag("a", b.card("s").middle())
			b.wants("the next drag", "join a to s")
		})
	}
}

// A second button ends a press and a swipe too.
func TestSecondButtonEndsThePress(t *testing.T) {
	b := newTimed(t)
	b.press(b.card("a").middle())
	b.held.MouseDown(b.click(desktop.MouseButtonSecondary))
	b.held.MouseUp(b.click(desktop.MouseButtonSecondary))
	b.waits(400)
	b.release()
	b.wants("pressed with both")
	if b.waits(50); b.view.Beating() {
		t.Error("it still asks for frames")
	}
}

// Between the cards a finger scrolls as well, and carries nothing.
func TestPressBetweenTheCards(t *testing.T) {
	b := newTimed(t)
	between := b.card("a").pos.AddXY(b.card("a").size.Width+6, 50)
	b.press(between)
	b.strokes(300, 0, 96)
	b.release()
	b.press(between)
	b.waits(400)
	b.release()
	b.press(between)
	b.strokes(0, -100, 96)
	b.release()
	b.wants("nothing was touched")
	if b.view.Scrolled() < 80 {
		t.Errorf("it scrolled by %v", b.view.Scrolled())
	}
}

// A card is taken up where it lies; on its way it hides neither the finger nor
// what is under it.
func TestGhostDoesNotHideTheTarget(t *testing.T) {
	b := newTimed(t)
	home := b.card("a")
	b.press(home.middle())
	b.waits(300)
	if at, size := b.view.Ghost(); at != home.pos || size.Width <= home.size.Width || size.Height <= home.size.Height {
		t.Errorf("taken up at %v, %v large; the card lies at %v, %v large", at, size, home.pos, home.size)
	}
	target := b.card("s")
	for _, to := range []fyne.Position{target.middle(), target.pos.AddXY(5, 5), low(b.column(model.Project))} {
		b.move(to)
		if at, size := b.view.Ghost(); at.Y+size.Height >= to.Y || at.X > to.X || at.X+size.Width < to.X {
			t.Errorf("the finger at %v, the card at %v, %v large", to, at, size)
		}
	}
	b.move(target.middle())
	if at, size := b.view.Ghost(); at.Y+size.Height > target.pos.Y+8 {
		t.Errorf("over a card at %v it lies down to %v", target.pos, at.Y+size.Height)
	}
	b.release()
	b.sees("dropped", "Card a", 1)
}
