package projector

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
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
	row   *container.ThemeOverride // of the buttons
	full  *kit.Twice
	close *kit.Twice
	until time.Time // the buttons go

	alone  func() bool // says whether the window fills a display of its own
	tapped time.Time
}

// glassTime is how long the buttons stay.
const glassTime = 6 * time.Second

// twiceTime is how soon a tap follows upon another one to be meant.
const twiceTime = time.Second

// newGlass returns a glass whose buttons close the window, and turn it between the full
// screen and a window; sure says whether they ask once more.
func newGlass(w *words.Words, closed, turn func(), alone, sure func() bool) *glass {
	g := &glass{alone: alone}
	button := func(key string, act func()) *kit.Twice {
		t := kit.NewTwice(w.T("no"), w.T(key), w.T(key+".sure"), func() {
			g.disarm()
			act()
		}).Leftward()
		ask := t.First.OnTapped
		t.First.OnTapped = func() {
			if !sure() {
				act()
				return
			}
			g.disarm()
			g.offer()
			if alone() { // nothing else but what is asked
				g.only(t)
			}
			ask()
			g.Refresh()
		}
		return t
	}
	g.full, g.close = button("projector.full", turn), button("projector.close", closed)
	g.row = container.NewThemeOverride(container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit), g.full.Object, g.close.Object), lit{})
	g.row.Hide()
	g.ExtendBaseWidget(g)
	return g
}

// disarm takes back that a button was pressed once.
func (g *glass) disarm() {
	g.full.Disarm()
	g.close.Disarm()
}

// CreateRenderer implements fyne.Widget.
func (g *glass) CreateRenderer() fyne.WidgetRenderer { return &glassRenderer{g} }

// Cursor implements desktop.Cursorable.
func (g *glass) Cursor() desktop.Cursor {
	if g.row.Visible() {
		return desktop.DefaultCursor
	}
	return desktop.HiddenCursor
}

// Tapped implements fyne.Tappable. Before the room on a display of its own, one tap is a
// hand that passes; two ask for the way out.
func (g *glass) Tapped(*fyne.PointEvent) {
	before := g.tapped
	g.tapped = time.Now()
	switch {
	case !g.alone():
		g.offer()
	case g.tapped.Sub(before) < twiceTime:
		g.tapped = time.Time{}
		g.close.First.OnTapped()
	}
}

// only hides the other button.
func (g *glass) only(t *kit.Twice) {
	g.full.Object.Hidden, g.close.Object.Hidden = t != g.full, t != g.close
}

// offer shows the way out for some seconds.
func (g *glass) offer() {
	g.full.Object.Hidden, g.close.Object.Hidden = false, false
	g.until = time.Now().Add(glassTime)
	g.row.Show()
	g.Refresh()
}

// tick puts the buttons away when nobody wanted them.
func (g *glass) tick() {
	if g.row.Visible() && time.Now().After(g.until) {
		g.row.Hide()
		g.disarm()
		g.Refresh()
	}
}

type glassRenderer struct{ g *glass }

func (r *glassRenderer) Destroy() {}

// Layout puts the buttons at the top right.
func (r *glassRenderer) Layout(size fyne.Size) {
	need := r.g.row.MinSize().Max(fyne.NewSquareSize(kit.Touch))
	r.g.row.Resize(need)
	r.g.row.Move(fyne.NewPos(size.Width-3*kit.Unit-need.Width, 3*kit.Unit))
}

func (r *glassRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *glassRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.g.row}
}

// Refresh paints the buttons also where nothing else changes: a clock may stand.
func (r *glassRenderer) Refresh() {
	r.Layout(r.g.Size())
	canvas.Refresh(r.g)
}

// lit is how the buttons look whatever the desk's tone: light on dark, which is read
// on every ground, the black and the light ones too.
type lit struct{}

// Color implements fyne.Theme.
func (lit) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameForeground:
		return lightOnDark.ink
	case theme.ColorNameButton:
		return lightOnDark.rail
	}
	return fyne.CurrentApp().Settings().Theme().Color(name, v)
}

// Font implements fyne.Theme.
func (lit) Font(style fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(style)
}

// Icon implements fyne.Theme.
func (lit) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(name)
}

// Size implements fyne.Theme.
func (lit) Size(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}
