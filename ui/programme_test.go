package ui_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/kit"
)

func TestProgrammePanel(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		s := sit(t, lang, home, &fakeShelf{})
		s.says("Race at home")
		s.press(s.words.T("programme.button"))
		s.says(s.words.T("programme.empty"))
		s.looks("programme-" + lang)
		s.flips(s.words.T("timers"))
		s.says(s.words.T("timers.add"))
		s.looks("timers-" + lang)
		s.flips(s.words.T("pitch"))
		s.press(s.words.T("pitch.begin"))
		s.says(s.words.T("pitch.place", 1, 1))
		s.looks("pitch-" + lang)
		s.press(s.words.T("sheet.done"))
	}
}

// The keys of a presenter go on to the next while the room looks at the pitch, or the
// panel shows it; otherwise they mean what they always mean.
func TestAPresentersKeys(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.there(func(b *model.Board) (model.Edit, error) {
		return b.BeginPitch(model.Project, time.Minute, false, false)
	})
	s.there(func(b *model.Board) (model.Edit, error) { return b.TurnPitch(time.Now()) })
	s.until("the pitch is seen above the board", func() bool { return s.runs("Village till") })
	left := regexp.MustCompile(`^Village till  [01]:\d\d$`)
	if !slices.ContainsFunc(all[*kit.Chip](s), func(c *kit.Chip) bool { return left.MatchString(c.Text()) }) {
		t.Error("its time is not told as 1:00")
	}
	place := func(want int) {
		t.Helper()
		s.until("the pitch goes on", func() bool { p, _ := s.stored().Pitch(); return p.Place == want && s.quiet() })
	}
	typed := func(key fyne.KeyName) { s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key}) }
	typed(fyne.KeyPageDown) // the room looks at the clock
	place(0)
	typed(fyne.KeyF12)
	s.until("the room sees the pitch", func() bool { return s.screen().Face == model.FacePitch && s.quiet() })
	typed(fyne.KeyPageDown)
	place(1)
	s.until("nobody's time runs", func() bool { return !s.runs("Village till") })
	typed(fyne.KeyPageUp)
	place(0)
	typed(fyne.KeyF10)
	s.until("the room sees nothing", func() bool { return s.screen().Face == model.FaceBlack && s.quiet() })
	typed(fyne.KeyPageDown)
	place(0)
	s.press(s.words.T("programme.button")) // which opens at the pitch
	typed(fyne.KeyPageDown)
	place(1)
}

// What is steered is no matter of undo; what is planned is.
func TestASegmentIsAddedAndTakenBack(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.press(s.words.T("programme.button"))
	s.press(s.words.T("programme.sample"))
	count := func(want int) {
		t.Helper()
		s.until("so many segments", func() bool { return len(s.stored().Agenda()) == want && s.quiet() })
	}
	count(32)
	s.press(s.words.T("undo.what", s.words.T("edit."+model.LabelAgenda)))
	count(0)
	test.Tap(all[*kit.Round](s)[len(all[*kit.Round](s))-1])
	s.until("a new segment is open", func() bool { return s.entryThere(s.words.T("programme.new")) })
	s.entry(s.words.T("programme.new")).SetText("Dance")
	s.rest()
	s.until("it is stored when the hand rests", func() bool {
		a := s.stored().Agenda()
		return len(a) == 1 && a[0].Title == "Dance" && a[0].Phase == model.Phases[2]
	})
	s.entry("Dance").SetText("  ")
	s.press(s.words.T("segment.back"))
	s.until("what was refused comes back", func() bool { return s.entryThere("  ") })
}

// runs says whether a timer or a pitch is seen above the board.
func (s *seat) runs(name string) bool {
	return slices.ContainsFunc(all[*kit.Chip](s), func(c *kit.Chip) bool { return strings.HasPrefix(c.Text(), name) })
}

func (s *seat) entryThere(text string) bool {
	return slices.ContainsFunc(all[*kit.Entry](s), func(e *kit.Entry) bool { return e.Text == text })
}
