package projector

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
)

var _ desktop.Cursorable = (*face)(nil)

// The projector's own colours: light on dark, whatever the desk's theme.
var (
	ground  = color.NRGBA{0x0E, 0x11, 0x16, 0xff}
	digits  = color.NRGBA{0xF7, 0xF4, 0xEC, 0xff}
	quiet   = color.NRGBA{0x9A, 0xA3, 0xAE, 0xff}
	warning = color.NRGBA{0xF2, 0xB1, 0x34, 0xff}
	danger  = color.NRGBA{0xFF, 0x6B, 0x4A, 0xff}
	rail    = color.NRGBA{0x27, 0x2E, 0x38, 0xff}
)

// When the digits change their colour, before the end.
const (
	warnAt   = 2 * time.Hour
	dangerAt = 15 * time.Minute
)

// face shows a clock. Each digit has a text of its own, so that a second's tick
// draws only what changed, from strings drawn before.
type face struct {
	widget.BaseWidget
	words  *words.Words
	clock  model.Clock
	agenda model.Agenda
	now    time.Time

	back   *canvas.Rectangle
	places []*canvas.Text
	line   *canvas.Text
	rail   *canvas.Rectangle
	spent  *canvas.Rectangle
	ticks  []*canvas.Rectangle
}

func newFace(w *words.Words) *face {
	f := &face{words: w, back: canvas.NewRectangle(ground), line: canvas.NewText("", quiet),
		rail: canvas.NewRectangle(rail), spent: canvas.NewRectangle(digits)}
	f.line.Alignment = fyne.TextAlignCenter
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *face) CreateRenderer() fyne.WidgetRenderer { return &faceRenderer{f} }

// Cursor implements desktop.Cursorable: the room sees no pointer.
func (f *face) Cursor() desktop.Cursor { return desktop.HiddenCursor }

// show sets what the face shows at an instant.
func (f *face) show(c model.Clock, a model.Agenda, now time.Time) {
	f.clock, f.agenda, f.now = c, a, now
	f.Refresh()
}

// reading is what the digits say and in which colour.
func reading(left time.Duration) (string, color.Color) {
	shown := left.Truncate(time.Second)
	if shown < left { // a started second counts as one that is left
		shown += time.Second
	}
	text := words.Span(shown)
	switch {
	case left <= -time.Second:
		return hourless(text, -shown), danger
	case left <= dangerAt:
		return hourless(text, shown), danger
	case left <= warnAt:
		return hourless(text, shown), warning
	}
	return text, digits
}

// hourless leaves out the hours where there are none.
func hourless(text string, left time.Duration) string {
	if left >= time.Hour {
		return text
	}
	if late, overtime := strings.CutPrefix(text, "+"); overtime {
		return "+" + late[len("00:"):]
	}
	return text[len("00:"):]
}

// sentence is the line beneath the digits: what goes on, and what comes next.
func (f *face) sentence() string {
	if len(f.agenda) == 0 {
		return ""
	}
	now, next := f.agenda.At(f.clock.Elapsed(f.now))
	var parts []string
	if now != nil {
		parts = append(parts, now.Title)
	}
	if next != nil {
		in := next.Start - f.clock.Elapsed(f.now)
		at := f.words.Time(f.now.Add(in).Round(time.Minute).Local())
		parts = append(parts, f.words.T("projector.next", next.Title, at))
	}
	return strings.Join(parts, "   ·   ")
}

type faceRenderer struct{ f *face }

func (r *faceRenderer) Destroy() {}

// Layout gives the digits the width of the screen, or three fifths of its height.
func (r *faceRenderer) Layout(size fyne.Size) {
	f := r.f
	f.back.Resize(size)
	text, ink := reading(f.clock.Left(f.now))
	for len(f.places) < len(text) {
		place := canvas.NewText("", ink)
		place.Alignment, place.TextStyle = fyne.TextAlignCenter, fyne.TextStyle{Bold: true}
		f.places = append(f.places, place)
	}
	const probe = 100
	digit := fyne.MeasureText("0", probe, fyne.TextStyle{Bold: true})
	colon := fyne.MeasureText(":", probe, fyne.TextStyle{Bold: true}).Width
	wide := func(c byte) float32 {
		if c == ':' {
			return colon
		}
		return digit.Width
	}
	var width float32
	for i := range text {
		width += wide(text[i])
	}
	scale := min(size.Width*0.94/width, size.Height*0.72/digit.Height)
	x := (size.Width - width*scale) / 2
	y := size.Height*0.46 - digit.Height*scale/2
	for i, place := range f.places {
		place.Hidden = i >= len(text)
		if place.Hidden {
			continue
		}
		w := wide(text[i]) * scale
		place.Text, place.TextSize, place.Color = text[i:i+1], probe*scale, ink
		place.Move(fyne.NewPos(x, y))
		place.Resize(fyne.NewSize(w, digit.Height*scale))
		x += w
	}
	r.beneath(size)
}

// beneath lays out the line of now and next, and the bar of the whole race.
func (r *faceRenderer) beneath(size fyne.Size) {
	f := r.f
	f.line.Text, f.line.TextSize = f.sentence(), size.Height*0.042
	if wide := f.line.MinSize().Width; wide > size.Width*0.94 {
		f.line.TextSize *= size.Width * 0.94 / wide
	}
	f.line.Move(fyne.NewPos(0, size.Height*0.82))
	f.line.Resize(fyne.NewSize(size.Width, size.Height*0.07))
	left, width, high := size.Width*0.03, size.Width*0.94, max(4, size.Height*0.008)
	top := size.Height * 0.955
	f.rail.Move(fyne.NewPos(left, top))
	f.rail.Resize(fyne.NewSize(width, high))
	share := float32(0)
	if f.clock.Length > 0 {
		share = min(1, float32(f.clock.Elapsed(f.now).Seconds()/f.clock.Length.Seconds()))
	}
	f.spent.Move(fyne.NewPos(left, top))
	f.spent.Resize(fyne.NewSize(width*share, high))
	for len(f.ticks) < len(f.agenda) {
		f.ticks = append(f.ticks, canvas.NewRectangle(ground))
	}
	for i, tick := range f.ticks {
		tick.Hidden = i >= len(f.agenda) || f.clock.Length <= 0
		if !tick.Hidden {
			at := float32(f.agenda[i].Start.Seconds() / f.clock.Length.Seconds())
			tick.Move(fyne.NewPos(left+width*at-1, top))
			tick.Resize(fyne.NewSize(2, high))
			tick.Hidden = at <= 0 || at >= 1
		}
	}
}

func (r *faceRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 180) }

func (r *faceRenderer) Objects() []fyne.CanvasObject {
	f := r.f
	objects := []fyne.CanvasObject{f.back, f.rail, f.spent, f.line}
	for _, t := range f.ticks {
		objects = append(objects, t)
	}
	for _, p := range f.places {
		objects = append(objects, p)
	}
	return objects
}

func (r *faceRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}
