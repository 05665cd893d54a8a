package ui_test

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"racedesk/ui"
)

func TestScaleFollowsScreenAndChoice(t *testing.T) {
	least := fyne.NewSize(1200, 550)
	full, wide := fyne.NewSize(1920, 1080), fyne.NewSize(3840, 2160)
	for name, c := range map[string]struct {
		asked  string
		window fyne.Size
		grow   float32
		want   float32
	}{
		"usual":                        {"", full, 1, 1},
		"large":                        {"", full, 1.3, 1.3},
		"wall":                         {"", full, 1.6, 1.6},
		"no larger than fits":          {"", fyne.NewSize(1440, 860), 1.6, 1.2},
		"a window too small as it is":  {"", fyne.NewSize(900, 500), 1.6, 1},
		"on a wall":                    {"", wide, 1, 2},
		"on a wall, large":             {"", wide, 1.3, 2.6},
		"on a wall, from the far end":  {"", wide, 1.6, 3.2},
		"as asked":                     {"1.25", wide, 1, 1.25},
		"as asked, large":              {"1.25", wide, 1.3, 1.6},
		"as asked, more than fits":     {"2", full, 1, 2},
		"as asked, and no larger":      {"2", full, 1.6, 2},
		"asked for nothing that means": {"large", full, 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("FYNE_SCALE", c.asked)
			if got := ui.Wants(c.window, least, c.grow); got-c.want > 0.001 || c.want-got > 0.001 {
				t.Errorf("the scale is %v, want %v", got, c.want)
			}
		})
	}
}

// A size that the window has no room for is passed over, and that is said.
func TestTheControlTellsTheSizeThatIsSeen(t *testing.T) {
	t.Setenv("FYNE_SCALE", "")
	s := sit(t, "sv", home, &fakeShelf{})
	s.window.Resize(fyne.NewSize(1300, 720))
	s.press(s.words.T("size.normal"))
	s.press(s.words.T("size.large"))
	s.says(s.words.T("size.most"))
	s.says(s.words.T("size.normal"))
}

// The names of what can be taken back give way where they do not fit, and the window
// does not grow with them.
func TestTheFootFitsTheWindow(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.says("Race at home")
	short, long := s.words.T("undo"), s.words.T("undo.what", s.words.T("edit.park"))
	for _, c := range []struct {
		wide       float32
		card, want string
	}{{1200, "Nets cost a year's fish", short}, {1900, "Village till", long}, {960, "Loan by boat", short}} {
		s.window.Resize(fyne.NewSize(c.wide, 700))
		s.open(c.card)
		s.press(s.words.T("sheet.park"))
		s.says(s.words.T("done.park"))
		s.until(c.want, func() bool { return s.button(c.want) != nil })
		if least := s.window.Content().MinSize().Width; least > c.wide {
			t.Errorf("the window of %v wants to be %v wide", c.wide, least)
		}
	}
}

// The ways back and forth stay where they are, whatever they would take back: a second
// tap shall not meet the other one.
func TestTheWaysBackStayInPlace(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.says(s.words.T("undo"))
	places := func(undo, redo string) [2]fyne.Position {
		s.until(undo+", "+redo, func() bool { return s.button(undo) != nil && s.button(redo) != nil })
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		return [2]fyne.Position{at(s.button(undo)), at(s.button(redo))}
	}
	before := places(s.words.T("undo"), s.words.T("redo"))
	s.open("Village till")
	s.press(s.words.T("sheet.park"))
	park := s.words.T("edit.park")
	then := places(s.words.T("undo.what", park), s.words.T("redo"))
	s.press(s.words.T("undo.what", park))
	if after := places(s.words.T("undo"), s.words.T("redo.what", park)); before != then || then != after {
		t.Errorf("they were at %v, then at %v, then at %v", before, then, after)
	}
}

// So do those for what is seldom asked for, however long the sentence beside them is: it
// is said in smaller type then, and none of it is cut.
func TestAWordMovesNoButton(t *testing.T) {
	folder := album(t)
	for _, wide := range []float32{1440, 1920} {
		s := sit(t, "sv", home, &fakeShelf{})
		s.window.Resize(fyne.NewSize(wide, 860))
		s.open("Loan by boat")
		place := func() fyne.Position {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(s.button(s.words.T("backups")))
		}
		s.says(s.words.T("backups"))
		before := place()
		s.catch.drop(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(filepath.Join(folder, "broken.jpg"))})
		says := "broken.jpg: " + s.words.T("error.nopicture")
		s.until(says, func() bool { return s.times(says) == 2 })
		if s.button(s.words.T("backups")) == nil || place() != before {
			t.Errorf("on %v the buttons moved", wide)
		}
	}
}

// What the foot has no room for is behind one button.
func TestANarrowFootKeepsAllThereIs(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.says("Race at home")
	s.window.Resize(fyne.NewSize(1900, 700))
	s.says(s.words.T("backups"))
	if s.button(s.words.T("seldom")) != nil {
		t.Error("all has room, and still there is more")
	}
	s.window.Resize(fyne.NewSize(960, 700))
	s.press(s.words.T("seldom"))
	s.follow(s.words.T("keys"))
	s.says(s.words.T("keys.sheet"))
}

// Opening a card takes nobody's place, on whatever screen: the same cards lie side by
// side, only narrower.
func TestOpeningACardLeavesTheOthersInPlace(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	for _, title := range []string{"One", "Two", "Three", "Four"} {
		s.entry(s.words.T("column.add.problem")).SetText(title)
		s.entry(title).OnSubmitted(title)
		s.says(title)
	}
	for _, title := range []string{"Another project", "A third project"} {
		s.entry(s.words.T("column.add.project")).SetText(title)
		s.entry(title).OnSubmitted(title)
		s.says(title)
	}
	rows := func() (heights []float32) {
		for _, title := range []string{"One", "Two", "Three", "Four", "Nets cost a year's fish", "A third project"} {
			s.until(title, func() bool { return s.text(title) != nil })
			heights = append(heights, fyne.CurrentApp().Driver().AbsolutePositionForObject(s.text(title)).Y)
		}
		return heights
	}
	for _, wide := range []float32{960, 1150, 1200, 1280, 1366, 1440, 1600, 1700, 1780, 1920, 2560} {
		s.window.Resize(fyne.NewSize(wide, 1080))
		before := rows()
		s.open("Village till")
		s.says(s.words.T("sheet.project"))
		if after := rows(); !slices.Equal(before, after) {
			t.Errorf("on %v the cards lay at %v and lie at %v", wide, before, after)
		}
		s.press(s.words.T("sheet.done"))
		if after := rows(); !slices.Equal(before, after) {
			t.Errorf("on %v the cards lay at %v and lie at %v after that", wide, before, after)
		}
	}
}
