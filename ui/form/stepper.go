package form

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/ui/kit"
)

// stepper is a whole number to be written, or counted up and down by finger. Where
// the least is 0, that is an empty field: none.
type stepper struct {
	object      fyne.CanvasObject
	entry       *kit.Entry
	least, most int
	by          int // each press
}

// stepperWide is how wide the number may be.
const stepperWide = 72

func newStepper(n, least, most int) *stepper {
	s := &stepper{entry: kit.NewEntry(), least: least, most: most, by: 1}
	s.entry.SetPlaceHolder("–")
	s.entry.OnChanged = func(text string) {
		if digits := digits(text, len(strconv.Itoa(most))); digits != text {
			s.entry.SetText(digits)
		}
	}
	s.set(n)
	s.object = container.NewHBox(kit.NewRound(kit.Minus, func() { s.set(s.value() - s.by) }),
		container.NewGridWrap(fyne.NewSize(stepperWide, kit.Touch), s.entry), kit.NewRound("+", func() { s.set(s.value() + s.by) }))
	return s
}

// digits are those of a text, at most so many: what else was typed does not stay.
func digits(text string, most int) string {
	only := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
	return only[:min(len(only), most)]
}

// set shows a number, kept within its bounds.
func (s *stepper) set(n int) {
	text := ""
	if n = min(max(s.least, n), s.most); n > 0 {
		text = strconv.Itoa(n)
	}
	s.entry.SetText(text)
}

// value is the number that is shown, kept within its bounds.
func (s *stepper) value() int {
	n, err := strconv.Atoi(s.entry.Text)
	if err != nil {
		return s.least
	}
	return min(max(s.least, n), s.most)
}

// read returns the number as it was typed, and whether it is one within the bounds.
func (s *stepper) read() (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(s.entry.Text))
	return n, err == nil && n >= s.least && n <= s.most
}
