package ui

import "fyne.io/fyne/v2"

// Wants is the scale that a new desk finds right for a window.
func Wants(window, least fyne.Size, grow float32) float32 {
	s := newScale()
	return s.want(window, least, grow)
}

// Tones are the names of those that there are, in their order.
func Tones() (names []string) {
	for _, t := range tones {
		names = append(names, t.name)
	}
	return names
}

// Look is the theme of a tone.
func Look(name string) fyne.Theme {
	for _, t := range tones {
		if t.name == name {
			return &look{t}
		}
	}
	return nil
}

// Idle says whether every edit asked for has come back.
func (s *Session) Idle() bool { return len(s.waits) == 0 && !s.busy && s.Board.Seq >= s.until }

// Beat and Second are the tick of everything that shows the time.
var (
	Beat   = beat
	Second = second
)
