package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What is not done lightly is not done by a finger that taps twice in one place: the
// way back lies there then. It is not far, either.
func TestADoubleTapRemovesNothing(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.window.Resize(fyne.NewSize(1440, 2400)) // all of the sheet is in sight
	s.open("Village till")
	remove := s.words.T("sheet.remove")
	for _, at := range []float32{0.1, 0.5, 0.9} {
		s.says(remove)
		b := s.button(remove)
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(b.Size().Width*at, b.Size().Height/2)
		test.TapCanvas(s.window.Canvas(), pos)
		s.says(s.words.T("sheet.remove.sure"))
		test.TapCanvas(s.window.Canvas(), pos)
		s.until("all is as before", func() bool { return s.button(s.words.T("sheet.remove.sure")) == nil })
	}
	if _, there := s.stored().Card("p"); !there {
		t.Fatal("the card is gone")
	}
	s.press(remove)
	s.press(s.words.T("sheet.remove.sure"))
	s.until("the card is gone", func() bool { _, there := s.stored().Card("p"); return !there })
}

// Nor does it show what people voted for: the way back stands where the button stood,
// with all that is beside it in its place.
func TestADoubleTapShowsNoResult(t *testing.T) {
	for _, wide := range []float32{1280, 1920} {
		s := sit(t, "sv", home, &fakeShelf{})
		s.window.Resize(fyne.NewSize(wide, 860))
		s.begins()
		show := s.words.T("vote.show")
		for _, at := range []float32{0.1, 0.5, 0.9} {
			s.says(show)
			b := s.button(show)
			pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(b.Size().Width*at, b.Size().Height/2)
			test.TapCanvas(s.window.Canvas(), pos)
			s.says(s.words.T("vote.show.sure"))
			test.TapCanvas(s.window.Canvas(), pos)
			s.until("all is as before", func() bool { return s.button(s.words.T("vote.show.sure")) == nil })
		}
		if _, on := s.stored().Voting(); !on {
			t.Fatalf("the result is shown in a window %v wide", wide)
		}
	}
}
