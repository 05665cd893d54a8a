package ui_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/gong"
)

// heard are the sounds of a desk.
type heard struct {
	mu     sync.Mutex
	sounds []gong.Sound
	broken error
}

func (h *heard) ring(s gong.Sound, failed func(error)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.sounds = append(h.sounds, s)
	if h.broken != nil && failed != nil {
		failed(h.broken)
	}
}

// strokes are how many there were of each sound.
func (h *heard) strokes() (n []int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, s := range h.sounds {
		n = append(n, s.Strokes)
	}
	return n
}

// Nothing is heard until somebody wants that; then the end of the race is, once.
func TestTheGongSoundsWhereItIsWanted(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	ends := func(after time.Duration) {
		s.there(func(b *model.Board) (model.Edit, error) {
			return b.SetClock(model.Clock{Length: time.Minute, Warn: 50 * time.Second, Danger: 40 * time.Second, // both long past
				Used: time.Minute - after, Since: time.Now()})
		})
	}
	ends(time.Second)
	s.until("the end passed at the desk", func() bool {
		return slices.ContainsFunc(all[*canvas.Text](s), func(t *canvas.Text) bool { return strings.HasPrefix(t.Text, "+0") })
	})
	if n := s.heard.strokes(); n != nil {
		t.Errorf("heard %v", n)
	}
	s.clockRemote()
	s.turns(s.words.T("clock.gong"))
	s.press(s.words.T("clock.gong.try"))
	s.until("it is tried", func() bool { return len(s.heard.strokes()) == 1 })
	ends(4 * time.Second) // what is nearer than some seconds again is not told again
	s.until("the end is heard", func() bool { return len(s.heard.strokes()) > 1 })
	if n := s.heard.strokes(); len(n) != 2 || n[0] != 1 || n[1] != 3 {
		t.Errorf("heard %v strokes, want 1 and 3", n)
	}
}

// A gong that is tried and cannot be heard says so in its place.
func TestAGongThatCannotBeHeardSaysSo(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.heard.broken = errors.New("no such device")
	s.clockRemote()
	if s.text(s.words.T("clock.gong.mute")) != nil {
		t.Error("it is said before it was tried")
	}
	s.press(s.words.T("clock.gong.try"))
	s.says(s.words.T("clock.gong.mute"))
}
