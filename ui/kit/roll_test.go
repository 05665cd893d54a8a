package kit_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"racedesk/ui/kit"
)

// A hand drags what lies under it, in steps, as the toolkit tells it.
type hand struct {
	*testing.T
	roll   *kit.Roll
	window fyne.Window
}

// roll shows objects in a window that is too small for them.
func roll(t *testing.T, objects ...fyne.CanvasObject) *hand {
	t.Helper()
	r := kit.NewRoll(container.NewVBox(objects...))
	window := test.NewTempWindow(t, r)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(300, 200))
	return &hand{t, r, window}
}

func (h *hand) drag(from fyne.Position, steps ...fyne.Delta) {
	h.Helper()
	h.hold(from, steps...).DragEnd()
}

// hold is drag without letting go.
func (h *hand) hold(from fyne.Position, steps ...fyne.Delta) fyne.Draggable {
	h.Helper()
	var under fyne.Draggable
	for _, o := range test.LaidOutObjects(h.window.Content()) {
		if d, ok := o.(fyne.Draggable); ok && o.Visible() && o.Size().Height == 200 && o.Size().Width > 200 {
			under = d // the last one lies on top
		}
	}
	if under == nil {
		h.Fatal("nothing to drag")
	}
	at := from
	for _, step := range steps {
		at = at.Add(step)
		under.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at, Position: at}, Dragged: step})
	}
	return under
}

func (h *hand) at(offset float32) {
	h.Helper()
	if got := h.roll.Offset(); got != offset {
		h.Errorf("the roll is at %v, want %v", got, offset)
	}
}

func TestAFingerMovesARoll(t *testing.T) {
	taps := 0
	button, field := kit.NewButton("tap", func() { taps++ }), kit.NewArea(20)
	field.SetText("one two three four")
	h := roll(t, button, field)
	onField := fyne.NewPos(30, 100)
	h.drag(fyne.NewPos(50, 10), fyne.NewDelta(2, 3), fyne.NewDelta(2, 3))
	if h.at(0); taps != 1 {
		t.Errorf("a tap that trembles counts %d times", taps)
	}
	h.drag(fyne.NewPos(50, 10), fyne.NewDelta(0, -5), fyne.NewDelta(0, -25))
	if h.at(30); taps != 1 {
		t.Errorf("a swipe over a button counts as a tap")
	}
	h.drag(onField, fyne.NewDelta(0, 2000))
	h.at(0)
	h.drag(onField, fyne.NewDelta(5, -20), fyne.NewDelta(50, -20))
	h.at(40)
	h.drag(onField, fyne.NewDelta(0, 90))
	h.drag(fyne.NewPos(20, button.Size().Height+20), fyne.NewDelta(8, 0), fyne.NewDelta(60, 0))
	if h.at(0); field.SelectedText() == "" {
		t.Error("sideways on a field selects nothing")
	}
}

// Held near an end of the roll, what is held goes on through it.
func TestARollMovesUnderWhatIsHeld(t *testing.T) {
	by, there := float32(0), []bool{}
	grip := kit.NewGrip("drag", func(far float32) { by = far }, func(ok bool) { there = append(there, ok) })
	h := roll(t, grip, kit.NewArea(40))
	end := h.hold(fyne.NewPos(20, 20), fyne.NewDelta(0, 20), fyne.NewDelta(0, 60))
	h.roll.Pull(time.Second)
	if h.at(0); by != 80 {
		t.Errorf("in the middle it is moved by %v, want 80", by)
	}
	end.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(20, 180)}})
	h.roll.Pull(100 * time.Millisecond)
	if down := h.roll.Offset(); down < 20 || by != 160+down {
		t.Errorf("near the end the roll is at %v and it is moved by %v", down, by)
	}
	end.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(20, -300)}})
	h.roll.Pull(time.Second)
	h.at(0)
	end.DragEnd()
	before := by
	h.roll.Pull(time.Second)
	if h.at(0); by != before || !slices.Equal(there, []bool{true}) {
		t.Errorf("after it was let go it is moved by %v; let go: %v", by, there)
	}
}

// A second button, or whoever has it held, takes a drag back; what the hand does then
// means nothing.
func TestADragIsTakenBack(t *testing.T) {
	var there []bool
	grip := kit.NewGrip("drag", func(float32) {}, func(ok bool) { there = append(there, ok) })
	h := roll(t, grip, kit.NewArea(40))
	if grip.Cancel() {
		t.Error("nothing is held, and it is taken back")
	}
	over := func() desktop.Mouseable { // what lies over all
		for _, o := range test.LaidOutObjects(h.window.Content()) {
			if m, ok := o.(desktop.Mouseable); ok && o.Visible() && o.Size().Height == 200 {
				return m
			}
		}
		return nil
	}
	second := func() { over().MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary}) }
	for _, end := range []func(){second, func() { grip.Cancel() }} {
		under := h.hold(fyne.NewPos(20, 20), fyne.NewDelta(0, 20), fyne.NewDelta(0, 60))
		end()
		under.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(20, 150)}})
		under.DragEnd()
		if still := over(); still != nil { // the first button is down yet: another drag would begin
			still.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
			if _, takes := still.(fyne.Draggable); !takes || over() == nil {
				t.Error("another drag begins with the button that is still down")
			}
			still.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		}
		if over() != nil {
			t.Error("the roll is covered after all")
		}
	}
	if h.at(0); !slices.Equal(there, []bool{false, false}) {
		t.Errorf("let go: %v", there)
	}
}

// Where the keys go is seen.
func TestARollFollowsTheKeys(t *testing.T) {
	first, last := kit.NewArea(12), kit.NewArea(1)
	h := roll(t, first, last)
	h.window.Canvas().Focus(last)
	if h.roll.Offset() == 0 {
		t.Error("the field that the keys are in is out of sight")
	}
	h.window.Canvas().Focus(first) // part of it is seen: it stays
	before := h.roll.Offset()
	if before == 0 {
		t.Fatal("it moved although it was seen")
	}
	test.Type(first, "x")
	if h.roll.Offset() >= before {
		t.Errorf("the roll is at %v while one writes at the top", h.roll.Offset())
	}
}

// An area grows while one writes in it, and the roll with the cursor: what is written is
// seen, also in an area that came later.
func TestARollFollowsWhatIsWritten(t *testing.T) {
	above, later := kit.NewArea(8), container.NewVBox()
	h := roll(t, above, later, kit.NewArea(1))
	area := kit.NewArea(2)
	later.Add(area)
	h.roll.Lead(area)
	for line := range 12 {
		area.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		test.Type(area, "x")
		cursor := area.Position().Y + later.Position().Y + area.CursorPosition().Y - h.roll.Offset()
		if cursor < 0 || cursor+kit.LineHeight(kit.SizeText) > h.roll.Size().Height {
			t.Fatalf("in line %d the cursor is %v below the top of %v", line, cursor, h.roll.Size().Height)
		}
	}
	if area.Size().Height < 12*16 {
		t.Errorf("the area is %v high", area.Size().Height)
	}
}

func TestAnAreaGrowsWithItsText(t *testing.T) {
	area, flow := kit.NewArea(2), kit.NewFlow()
	test.NewTempWindow(t, container.NewVBox(area, flow)).Resize(fyne.NewSize(200, 400))
	two, one := area.MinSize().Height, flow.MinSize().Height
	if one >= two {
		t.Fatalf("one row is %v high, two are %v", one, two)
	}
	area.SetText(strings.Repeat("word ", 100))
	flow.SetText(strings.Repeat("name, ", 20))
	if area.MinSize().Height < 4*two || flow.MinSize().Height < 2*one {
		t.Errorf("they are %v and %v high with much text", area.MinSize(), flow.MinSize())
	}
	area.SetText("")
	if high := area.MinSize().Height; high != two {
		t.Errorf("it is %v high without text, want %v", high, two)
	}
	flow.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if strings.Contains(flow.Text, "\n") {
		t.Errorf("a line of names has become %q", flow.Text)
	}
}

// A line that is longer than its field shows no bar in it.
func TestALongLineShowsNoBar(t *testing.T) {
	line, shown := kit.NewEntry(), (*container.Clip)(nil)
	window := test.NewTempWindow(t, line)
	window.Resize(fyne.NewSize(100, 60))
	line.SetText(strings.Repeat("long ", 40))
	for _, o := range test.WidgetRenderer(line).Objects() {
		if _, ok := o.(*container.Scroll); ok {
			t.Error("it scrolls as the toolkit draws it")
		}
		if clip, ok := o.(*container.Clip); ok {
			shown = clip
		}
	}
	if shown == nil || shown.Size().Width < 80 || shown.Content.Size().Width < 1000 {
		t.Fatalf("of the line, %v wide, %v is seen", shown.Content.Size().Width, shown.Size().Width)
	}
	window.Canvas().Focus(line)
	at := shown.Content.Position().X
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	end := shown.Content.Position().X
	line.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if home := shown.Content.Position().X; end >= at || home != 0 {
		t.Errorf("the text went from %v to %v at the end and %v at its beginning", at, end, home)
	}
}

func TestARowIsForFingersAndKeys(t *testing.T) {
	taps := 0
	row := kit.NewRow(strings.Repeat("long title ", 30), "3 votes", func() { taps++ })
	window := test.NewTempWindow(t, container.NewVBox(row))
	window.Resize(fyne.NewSize(300, 300))
	if high := row.MinSize().Height; high < 4*16 || high > 6*kit.LineHeight(kit.SizeText) {
		t.Errorf("a row of three lines and a note is %v high", high)
	}
	if high := kit.NewRow("a", "", nil).MinSize().Height; high < kit.Touch {
		t.Errorf("a row is %v high, too low for a finger", high)
	}
	test.Tap(row)
	window.Canvas().Focus(row)
	for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyA} {
		row.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if taps != 3 {
		t.Errorf("followed %d times, want 3", taps)
	}
}

// What is brought into view is seen with what stands above it.
func TestARollBringsIntoView(t *testing.T) {
	tall := func(high float32) fyne.CanvasObject {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(100, high))
		return r
	}
	low := tall(20)
	h := roll(t, tall(1000), low, tall(1000))
	top := low.Position().Y
	h.roll.Bring(low)
	h.at(top + 20 + kit.Unit - 200)
	h.roll.Bring(low) // it is seen
	h.at(top + 20 + kit.Unit - 200)
	h.roll.Scroll.ScrollToOffset(fyne.NewPos(0, 1200))
	h.roll.Bring(low)
	h.at(top - 3*kit.Touch)
}
