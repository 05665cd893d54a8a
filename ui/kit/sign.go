package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Accessible = (*Sign)(nil)

// Sign is a quiet button with a sign only, as large as a finger needs, that says
// aloud what it does.
type Sign struct {
	Button
	said string
}

// NewSign returns a button with a sign that calls tap.
func NewSign(icon fyne.Resource, said string, tap func()) *Sign {
	s := &Sign{said: said}
	s.Icon, s.Importance, s.OnTapped = icon, widget.LowImportance, tap
	s.extend(s)
	return s
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Sign) AccessibilityLabel() string { return s.said }

// MinSize implements fyne.CanvasObject.
func (s *Sign) MinSize() fyne.Size { return s.Button.MinSize().Max(fyne.NewSquareSize(Touch)) }
