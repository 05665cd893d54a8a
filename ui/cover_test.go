package ui_test

import "testing"

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
