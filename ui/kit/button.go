package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Focusable = (*Button)(nil)

// Button is the toolkit's button that Return presses too, that leaves to the window the
// keys that it has no use for, and around which there is a ring while it has them.
type Button struct {
	widget.Button
	self   pressable
	ringed bool
}

// NewButton returns a button that calls tap.
func NewButton(label string, tap func()) *Button { return NewButtonWithIcon(label, nil, tap) }

// NewButtonWithIcon returns a button with a sign before its words, if it has any.
func NewButtonWithIcon(label string, icon fyne.Resource, tap func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = label, icon, tap
	b.extend(b)
	return b
}

// extend says which widget this is.
func (b *Button) extend(self pressable) {
	b.self = self
	b.ExtendBaseWidget(self)
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return &ringRenderer{b.Button.CreateRenderer(), newHalo(), &b.ringed, theme.SizeNameButtonRadius, 0}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.ringed = true
	b.Button.FocusGained()
	arrived(b.self)
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() {
	b.ringed = false
	b.Button.FocusLost()
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(k *fyne.KeyEvent) { keyed(b.self, k) }

func (b *Button) pressed() {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}
