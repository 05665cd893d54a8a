package keyboard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// drawn makes a sign of outlines in a square of 24 by 24.
func drawn(name, outlines string) fyne.Resource {
	return fyne.NewStaticResource(name+".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><path fill="#000000" d="`+outlines+`"/></svg>`))
}

// The signs are drawn: a font may not have them.
const (
	arrowUp = "M12 3L21 12H16V19H8V12H3ZM12 5.8L7.8 10H10V17H14V10H16.2Z"
	fullUp  = "M12 3L21 12H16V18H8V12H3Z"
	keys    = "M2 5H22V18H2ZM4 7V16H20V7ZM6 9H8V11H6ZM11 9H13V11H11ZM16 9H18V11H16ZM8 13H16V14.5H8Z"
)

var (
	signShift = drawn("shift", arrowUp)
	signOnce  = drawn("shift-once", fullUp)
	signCaps  = drawn("shift-caps", fullUp+"M8 20H16V22H8Z")
	signBack  = drawn("backspace", "M8 5H22V19H8L2 12ZM8.9 7L4.6 12L8.9 17H20V7Z"+
		"M12.4 9.2L14.3 11.1L16.2 9.2L17.1 10.1L15.2 12L17.1 13.9L16.2 14.8L14.3 12.9L12.4 14.8L11.5 13.9L13.4 12L11.5 10.1Z")
	signEnter = drawn("enter", "M18.5 6H20.5V15H7.5L10.6 18.1L9.2 19.5L3.7 14L9.2 8.5L10.6 9.9L7.5 13H18.5Z")
	signLeft  = drawn("left", "M14.6 5L16 6.4L10.4 12L16 17.6L14.6 19L7.6 12Z")
	signRight = drawn("right", "M9.4 5L8 6.4L13.6 12L8 17.6L9.4 19L16.4 12Z")
	signHide  = drawn("keyboard-hide", "M2 2H22V14H2ZM4 4V12H20V4ZM6 6H8V8H6ZM11 6H13V8H11ZM16 6H18V8H16ZM8 9.5H16V10.8H8ZM7 17H17L12 22Z")
	signBoard = drawn("keyboard", keys)
)

// Icon is the sign of a keyboard, for the button that calls it up.
func Icon() fyne.Resource { return theme.NewThemedResource(signBoard) }
