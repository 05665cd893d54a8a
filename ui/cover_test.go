package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"racedesk/ui/kit"
)

func TestTheCoverIsGivenAColourAndALogo(t *testing.T) {
	album(t)
	s := sit(t, "sv", home, &fakeShelf{})
	s.openReport()
	s.tap("Grön")
	s.tap("Blå")
	s.press(s.words.T("logo.choose"))
	s.picksOne()
	s.until("the colour is stored", func() bool { return s.stored().Report().Accent == 6 })
	logo := func() bool { _, has := s.stored().Logo(); return has }
	s.until("the logo is stored", logo)
	s.until("and seen", func() bool { s.crank.turn(); return s.filled() == 1 })
	s.tap(s.words.T("cover.plain"))
	s.press(s.words.T("logo.remove"))
	s.until("it is gone", func() bool { return !logo() })
	s.press(s.words.T("undo"))
	s.until("it is back", logo)
	s.press(s.words.T("report.back"))
	s.until("without a colour", func() bool { return s.stored().Report().Accent == 0 })
}

func TestAFalseLogoIsToldBesideTheCover(t *testing.T) {
	album(t)
	s := sit(t, "sv", home, &fakeShelf{})
	s.openReport()
	s.press(s.words.T("logo.choose"))
	s.says(s.words.T("choose.picture"))
	s.until("what can be read is seen", func() bool { return s.filled() == 2 && len(all[*kit.Photo](s)) == 3 })
	for _, f := range all[*kit.Photo](s) {
		if !f.Filled() {
			test.Tap(f)
		}
	}
	s.until("it is said in the foot and at the cover", func() bool {
		n := 0
		for _, text := range all[*kit.Text](s) {
			if strings.HasSuffix(text.Content(), s.words.T("error.nopicture")) {
				n++
			}
		}
		return n == 2
	})
}
