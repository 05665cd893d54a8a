package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"racedesk/ui/kit"
)

// lines are what a text shows, from the top, and how each is aligned.
func lines(text *kit.Text) (said []string, aligned []fyne.TextAlign) {
	for _, o := range test.WidgetRenderer(text).Objects() {
		line := o.(*canvas.Text)
		said, aligned = append(said, line.Text), append(aligned, line.Alignment)
	}
	return said, aligned
}

func TestTextIsAsHighAsItsLines(t *testing.T) {
	text := kit.NewText("one two six", kit.SizeText, kit.ColorInk, 2)
	narrow := fyne.MeasureText("two…", kit.Size(kit.SizeText), plain).Width + 1
	for _, c := range []struct {
		width float32
		lines int
	}{{1000, 1}, {narrow, 2}, {1, 2}, {1000, 1}} {
		text.Resize(fyne.NewSize(c.width, 1))
		said, _ := lines(text)
		if len(said) != c.lines || text.MinSize().Height != float32(c.lines)*text.LineHeight() {
			t.Errorf("at %v it says %q and is %v high, want %d lines of %v", c.width, said, text.MinSize().Height, c.lines, text.LineHeight())
		}
	}
}

func TestTextThatChanges(t *testing.T) {
	text := kit.NewText("", kit.SizeText, kit.ColorInk, 0)
	text.Resize(fyne.NewSize(1000, 20))
	if said, _ := lines(text); len(said) != 0 || text.MinSize().Height != text.LineHeight() {
		t.Errorf("an empty text says %q and is %v high; it keeps its line", said, text.MinSize().Height)
	}
	for _, c := range []struct {
		text, shown string
		align       fyne.TextAlign
	}{
		{"hello", "hello", fyne.TextAlignLeading}, {"שלום 3", "3\u200e \u200eשלום", fyne.TextAlignTrailing}, {"hello", "hello", fyne.TextAlignLeading},
	} {
		text.SetText(c.text)
		said, aligned := lines(text)
		if len(said) != 1 || said[0] != c.shown || aligned[0] != c.align || text.Content() != c.text {
			t.Errorf("%q is shown as %q, aligned %v", c.text, said, aligned)
		}
	}
}

func TestChipTurns(t *testing.T) {
	var turned []bool
	chip := kit.NewChip("on", func(on bool) { turned = append(turned, on) })
	test.Tap(chip)
	test.Tap(chip) // it is off until it is told otherwise
	chip.Set("on", true)
	test.Tap(chip)
	if len(turned) != 3 || !turned[0] || !turned[1] || turned[2] {
		t.Errorf("turned %v, want on, on, off", turned)
	}
	if size := chip.MinSize(); size.Height < kit.Touch || size.Width < size.Height/2 {
		t.Errorf("a chip of %v is too small for a finger", size)
	}
	if size := kit.NewChip("", nil).MinSize(); !size.IsZero() {
		t.Errorf("a chip that says nothing takes %v", size)
	}
}

func TestRoundButtonIsTapped(t *testing.T) {
	taps := 0
	round := kit.NewRound("+", func() { taps++ })
	test.Tap(round)
	if taps != 1 {
		t.Errorf("tapped %d times, want once", taps)
	}
}

// Styles repeat, below none too.
func TestEveryStyleHasAMarkAndAColour(t *testing.T) {
	for style := -9; style < 20; style++ {
		same := (style + 10*kit.Styles) % kit.Styles
		if kit.GroupColor(style) != kit.GroupColor(same) {
			t.Errorf("style %d has the colour %s, want that of %d", style, kit.GroupColor(style), same)
		}
		if kit.NewMark(style) == nil {
			t.Errorf("style %d has no mark", style)
		}
	}
	marks := map[string]bool{}
	for style := range kit.Styles {
		marks[string(kit.GroupColor(style))] = true
	}
	if len(marks) != kit.Styles {
		t.Errorf("%d colours for %d styles", len(marks), kit.Styles)
	}
}

func TestMotionComesToItsEnd(t *testing.T) {
	var at fyne.Position
	ended := 0
	kit.Animate(kit.Settle, func(share float32) { at = kit.Between(fyne.NewPos(2, 4), fyne.NewPos(6, 0), share) }, func() { ended++ })
	kit.Animate(kit.Settle, func(float32) {}, nil)
	if at != fyne.NewPos(6, 0) || ended != 1 {
		t.Errorf("at %v, ended %d times", at, ended)
	}
	if got := kit.Between(fyne.NewPos(2, 4), fyne.NewPos(6, 0), 0.25); got != fyne.NewPos(3, 3) {
		t.Errorf("a quarter of the way is %v", got)
	}
}

// Letters that are lit have a ground exactly beneath them, within a word too, on whatever
// line they stand.
func TestLitLetters(t *testing.T) {
	text := kit.NewText("one two one three", kit.SizeText, kit.ColorInk, 0)
	text.Resize(fyne.NewSize(wide("one two one")+1, 100))
	text.Light("ne on three thr")
	var grounds []fyne.CanvasObject
	for _, o := range test.WidgetRenderer(text).Objects() {
		if _, ok := o.(*canvas.Rectangle); ok {
			grounds = append(grounds, o)
		}
	}
	want := []fyne.Position{{X: 0, Y: 0}, {X: wide("one two "), Y: 0}, {X: 0, Y: text.LineHeight()}}
	if len(grounds) != len(want) {
		t.Fatalf("%d grounds, want %d", len(grounds), len(want))
	}
	for i, g := range grounds {
		if at := g.Position(); at.X > want[i].X || at.X < want[i].X-4 || at.Y != want[i].Y {
			t.Errorf("ground %d is at %v, its word at %v", i, at, want[i])
		}
	}
	text.Light("wo")
	within := test.WidgetRenderer(text).Objects()[0]
	if at := within.Position().X; at <= wide("one ") || at > wide("one t") {
		t.Errorf("the letters within a word lie at %v", at)
	}
	text.Light("")
	if n := len(test.WidgetRenderer(text).Objects()); n != 2 {
		t.Errorf("%d things are drawn in the end, want two lines", n)
	}
}
