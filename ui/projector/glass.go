package projector

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

var (
	_ desktop.Cursorable = (*glass)(nil)
	_ fyne.Tappable      = (*glass)(nil)
)

// glass lies over the face in the projector's window: the room sees no pointer, and
// a tap brings up the way out for some seconds.
type glass struct {
	widget.BaseWidget
	full  *widget.Button
	close *widget.Button
	until time.Time // the buttons go
}

// glassTime is how long the buttons stay.
const glassTime = 5 * time.Second

func newGlass(w *words.Words, closed, turn func()) *glass {
	g := &glass{full: widget.NewButton("", turn), close: widget.NewButton("", closed)}
	g.speak(w)
	g.full.Hide()
	g.close.Hide()
	g.ExtendBaseWidget(g)
	return g
}

func (g *glass) speak(w *words.Words) {
	g.full.SetText(w.T("projector.full"))
	g.close.SetText(w.T("projector.close"))
}

// CreateRenderer implements fyne.Widget.
func (g *glass) CreateRenderer() fyne.WidgetRenderer { return &glassRenderer{g} }

// Cursor implements desktop.Cursorable.
func (g *glass) Cursor() desktop.Cursor {
	if g.close.Visible() {
		return desktop.DefaultCursor
	}
	return desktop.HiddenCursor
}

// Tapped implements fyne.Tappable.
func (g *glass) Tapped(*fyne.PointEvent) {
	g.until = time.Now().Add(glassTime)
	g.full.Show()
	g.close.Show()
}

// tick puts the buttons away when nobody wanted them.
func (g *glass) tick() {
	if g.close.Visible() && time.Now().After(g.until) {
		g.full.Hide()
		g.close.Hide()
	}
}

type glassRenderer struct{ g *glass }

func (r *glassRenderer) Destroy() {}

// Layout puts the buttons at the top right.
func (r *glassRenderer) Layout(size fyne.Size) {
	x := size.Width - 3*kit.Unit
	for _, b := range []*widget.Button{r.g.close, r.g.full} {
		need := b.MinSize().Max(fyne.NewSquareSize(kit.Touch))
		x -= need.Width
		b.Resize(need)
		b.Move(fyne.NewPos(x, 3*kit.Unit))
		x -= kit.Unit
	}
}

func (r *glassRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *glassRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.g.full, r.g.close}
}

func (r *glassRenderer) Refresh() { r.Layout(r.g.Size()) }
