package ui

import "fyne.io/fyne/v2"

// Wants is the scale that a new desk finds right for a window.
func Wants(window, least fyne.Size, grow float32) float32 {
	s := newScale()
	return s.want(window, least, grow)
}
