package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Tappable     = (*Slot)(nil)
	_ fyne.Focusable    = (*Slot)(nil)
	_ fyne.Shortcutable = (*Slot)(nil)
	_ fyne.Accessible   = (*Slot)(nil)
	_ fyne.CanvasObject = (*Slot)(nil)
)

// A Line is what a slot says: when, what, and a note beneath it.
type Line struct {
	Time, Title, Note string
	Now               bool // is under way
	Past              bool // can wait
	Alarm             bool // the note is not as it should be
}

// Slot is a line of a timetable that a tap opens. Its height is always the same, so
// that hundreds of them cost little.
type Slot struct {
	stop
	line   Line
	shift  func(by int) // by keys: up where it is below zero
	raised bool

	ground, bar       *canvas.Rectangle
	time, title, note *canvas.Text
	fitted            float32 // the width that the texts were cut for
}

// NewSlot returns an empty slot that calls tap when it is tapped, and shift when keys
// move it.
func NewSlot(tap func(), shift func(by int)) *Slot {
	s := &Slot{shift: shift, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
		time: canvas.NewText("", nil), title: canvas.NewText("", nil), note: canvas.NewText("", nil)}
	s.extend(s, tap)
	s.dress()
	return s
}

// Raise makes the slot look held and returns it.
func (s *Slot) Raise() *Slot {
	s.raised = true
	return s
}

// Say changes what the slot says.
func (s *Slot) Say(line Line) {
	if s.line != line {
		s.line, s.fitted = line, 0
		s.Refresh()
	}
}

// Line returns what the slot says.
func (s *Slot) Line() Line { return s.line }

// AccessibilityLabel implements fyne.Accessible.
func (s *Slot) AccessibilityLabel() string {
	return s.line.Time + " " + s.line.Title + ", " + s.line.Note
}

// AccessibilityRole implements fyne.Accessible.
func (s *Slot) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer implements fyne.Widget.
func (s *Slot) CreateRenderer() fyne.WidgetRenderer { return &slotRenderer{s} }

// TypedShortcut implements fyne.Shortcutable: Ctrl and an arrow move the slot.
func (s *Slot) TypedShortcut(short fyne.Shortcut) {
	if c, ok := short.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault {
		switch c.KeyName {
		case fyne.KeyUp:
			s.shift(-1)
			return
		case fyne.KeyDown:
			s.shift(1)
			return
		}
	}
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(s).(fyne.Shortcutable); ok {
		window.TypedShortcut(short)
	}
}

// dress puts what the slot says into the primitives.
func (s *Slot) dress() {
	ink, note := ColorInk, ColorQuiet
	if s.line.Past {
		ink = ColorQuiet
	}
	if s.line.Alarm {
		note = ColorAlarm
	}
	s.time.Text, s.time.TextSize, s.time.Color = s.line.Time, Size(SizeText), Color(ink)
	s.title.TextSize, s.title.Color = Size(SizeText), Color(ink)
	s.note.TextSize, s.note.Color = Size(SizeNote), Color(note)
	s.time.TextStyle.Bold, s.title.TextStyle.Bold, s.note.TextStyle.Bold = s.line.Now, s.line.Now, s.line.Alarm
	s.ground.FillColor, s.ground.StrokeColor, s.ground.StrokeWidth, s.ground.CornerRadius = nil, nil, 0, Unit
	s.bar.FillColor, s.bar.CornerRadius = nil, slotBar/2
	if s.line.Now {
		s.ground.FillColor, s.bar.FillColor = Color(ColorGap), Color(ColorInk)
	}
	if s.raised {
		s.ground.FillColor = Color(ColorPaper)
	}
	if s.raised || s.ringed {
		s.ground.StrokeWidth, s.ground.StrokeColor = haloWidth, Color(ColorRing)
	}
}

const (
	slotBar  float32 = 4
	slotPad  float32 = 10
	slotTime float32 = 56
)

type slotRenderer struct{ s *Slot }

func (r *slotRenderer) Destroy() {}

func (r *slotRenderer) Layout(size fyne.Size) {
	s := r.s
	s.ground.Resize(size)
	s.bar.Resize(fyne.NewSize(slotBar, size.Height-Unit))
	s.bar.Move(fyne.NewPos(0, Unit/2))
	x, room := slotPad+slotTime, size.Width-2*slotPad-slotTime
	if s.fitted != size.Width {
		s.fitted = size.Width
		s.title.Text = Fit(s.line.Title, room, s.title.TextSize, s.title.TextStyle)
		s.note.Text = Fit(s.line.Note, room, s.note.TextSize, s.note.TextStyle)
	}
	first, second := LineHeight(SizeText), LineHeight(SizeNote)
	top := (size.Height - first - second) / 2
	s.time.Move(fyne.NewPos(slotPad, top))
	s.time.Resize(fyne.NewSize(slotTime, first))
	s.title.Move(fyne.NewPos(x, top))
	s.title.Resize(fyne.NewSize(room, first))
	s.note.Move(fyne.NewPos(x, top+first))
	s.note.Resize(fyne.NewSize(room, second))
}

func (r *slotRenderer) MinSize() fyne.Size { return fyne.NewSize(1, Touch+Unit) }

func (r *slotRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.ground, r.s.bar, r.s.time, r.s.title, r.s.note}
}

func (r *slotRenderer) Refresh() {
	r.s.dress()
	r.s.fitted = 0
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}
