package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Twice is a button for what is not done lightly: it asks once more. Where it stood
// stands the way back then, so that neither a passing hand nor a finger that taps
// twice does it.
type Twice struct {
	Object *fyne.Container
	First  *Button // asks
	Asked  func()  // hears that it was pressed once, if set

	first      fyne.CanvasObject // that First is drawn by
	room       *canvas.Rectangle
	place      *fyne.Container // of the way back: as wide as First
	back, last *Button
}

// NewTwice returns a button of this label; no takes the first press back, and sure
// calls act.
func NewTwice(no, label, sure string, act func()) *Twice {
	t := &Twice{}
	t.First = NewButton(label, t.ask)
	return t.lay(t.First, no, sure, act)
}

// NewTwiceSign returns one that is a sign only at first, and says aloud what it does. Its
// right edge stays where it is. What is sure is done once, also by a finger that taps twice.
func NewTwiceSign(icon fyne.Resource, said, no, sure string, act func()) *Twice {
	t := &Twice{}
	sign := NewSign(icon, said, t.ask)
	t.First = &sign.Button
	return t.lay(sign, no, sure, func() {
		t.last.Disable()
		act()
	}).Leftward()
}

// ask asks once more.
func (t *Twice) ask() {
	if t.turn(true); t.Asked != nil {
		t.Asked()
	}
}

func (t *Twice) lay(first fyne.CanvasObject, no, sure string, act func()) *Twice {
	t.first, t.room = first, canvas.NewRectangle(nil)
	t.back, t.last = NewButton(no, t.Disarm), NewButton(sure, act)
	t.last.Importance = widget.DangerImportance
	t.place = container.NewStack(t.room, t.back)
	t.Object = container.NewHBox(t.first, t.place, t.last)
	t.turn(false)
	return t
}

// Leftward puts what is sure before the way back: for a button whose right edge stays
// where it is.
func (t *Twice) Leftward() *Twice {
	slices.Reverse(t.Object.Objects)
	return t
}

// Sure changes what is pressed the second time.
func (t *Twice) Sure(label string) {
	if t.last.Text != label {
		t.last.SetText(label)
	}
}

// Armed says whether one more press would do it.
func (t *Twice) Armed() bool { return t.First.Hidden }

// Disarm makes it need two presses again.
func (t *Twice) Disarm() {
	if t.Armed() {
		t.turn(false)
	}
}

func (t *Twice) turn(sure bool) {
	t.room.SetMinSize(t.first.MinSize())
	t.last.Enable()
	t.First.Hidden, t.place.Hidden, t.back.Hidden, t.last.Hidden = sure, !sure, !sure, !sure
	t.Object.Refresh()
}
