package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/kit"
)

// tap taps the chip that says this, once it is there.
func (s *seat) tap(label string) {
	s.Helper()
	var chip *kit.Chip
	s.until("a chip "+label, func() bool {
		i := slices.IndexFunc(all[*kit.Chip](s), func(c *kit.Chip) bool { return c.Text() == label })
		if i >= 0 {
			chip = all[*kit.Chip](s)[i]
		}
		return chip != nil
	})
	test.Tap(chip)
}

// shows says which cards of the small race are to be seen.
func (s *seat) shows(what string, titles ...string) {
	s.Helper()
	s.crank.turn()
	for _, title := range []string{"No bank in the village", "Nets cost a year's fish", "Village till", "Loan by boat"} {
		if want := slices.Contains(titles, title); want != (s.text(title) != nil) {
			s.Errorf("%s: %q is seen: %v", what, title, !want)
		}
	}
}

// What of the board is shown stands above it, and ends with a tap each or all at once.
func TestFiltersCombineAndEnd(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.tap("Sailors")
	s.shows("one group", "Nets cost a year's fish")
	s.tap("Farmers")
	s.shows("two groups", "No bank in the village", "Nets cost a year's fish", "Village till", "Loan by boat")
	search := s.entry(s.words.T("search"))
	search.SetText("a.b")
	s.shows("and a search", "Village till")
	s.tap("Person: A.B.")
	s.shows("and a person instead", "Village till")
	if search.Text != "" {
		t.Errorf("the search still says %q", search.Text)
	}
	s.tap("Person: A.B.  ×")
	s.shows("without the person", "No bank in the village", "Nets cost a year's fish", "Village till", "Loan by boat")
	s.tap("Lacks something")
	s.shows("what lacks something", "Village till", "Loan by boat")
	search.SetText("boat")
	s.shows("and is about a boat", "Loan by boat")
	s.tap("Search: boat  ×")
	s.shows("without the search", "Village till", "Loan by boat")
	s.tap(s.words.T("filter.all"))
	s.shows("all", "Nets cost a year's fish", "Village till", "Loan by boat")
}

// A card that is written while a group is shown is of that group, and so is seen.
func TestANewCardIsOfTheGroupThatIsShown(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.tap("Sailors")
	s.entry(s.words.T("search")).SetText("nets")
	line := s.entry(s.words.T("column.add.problem"))
	line.SetText("Fog at the pier")
	line.OnSubmitted(line.Text)
	s.says("Fog at the pier")
	s.shows("the group is still chosen", "Nets cost a year's fish")
	b, err := s.shelf.races[home].Load(t.Context())
	if err != nil || !b.Column(model.Problem)[0].In("h") {
		t.Errorf("the new card is of %v (%v)", b.Column(model.Problem)[0].Groups, err)
	}
}

// Many long names make the window no wider: what has no room is behind a chip.
func TestAStripThatIsTooShort(t *testing.T) {
	s := sit(t, "sv", home, &fakeShelf{})
	s.says("Race at home")
	least := s.window.Content().MinSize()
	b, err := s.shelf.races[home].Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	groups := b.Groups()
	for _, id := range []model.ID{"i", "j", "k", "l", "m"} {
		groups = append(groups, model.Group{ID: id, Name: "Småföretagare på landsbygden " + string(id), Order: len(groups)})
	}
	e, err := b.Describe(b.Race(), b.Report(), groups)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.shelf.races[home].Memory.Commit(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	s.flips("+")
	last := "Småföretagare på landsbygden m"
	s.tap(last)
	if got := s.window.Content().MinSize(); got.Width != least.Width || got.Height <= least.Height {
		t.Errorf("the window needs %v, was %v", got, least)
	}
	s.tap(s.words.T("filter.fewer"))
	for _, chip := range all[*kit.Chip](s) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(chip)
		if chip.Text() == last && at.X+chip.Size().Width > s.window.Canvas().Size().Width {
			t.Errorf("the chosen group is at %v", at)
		}
	}
	s.tap(last) // it is in sight, as what is chosen always is
	s.flips("+")
}

// A card that is carried into another lane is moved and regrouped by one edit, which
// one undo takes back.
func TestLanesRegroup(t *testing.T) {
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Race at home")
	s.tap("1 that went on")
	s.tap("Lanes")
	s.drag("No bank in the village", "Nets cost a year's fish")
	s.says(s.words.T("done." + model.LabelMove))
	card := func() model.Card {
		b, err := s.shelf.races[home].Load(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		c, _ := b.Card("a")
		return c
	}
	if c := card(); !slices.Equal(c.Groups, []model.ID{"h"}) {
		t.Errorf("the card is of %v", c.Groups)
	}
	s.press(s.words.T("undo.what", s.words.T("edit."+model.LabelMove)))
	s.until("the card is of its group again", func() bool { return slices.Equal(card().Groups, []model.ID{"g"}) })
	s.tap("Farmers") // one lane
	s.tap("Farmers")
	s.drag("Nets cost a year's fish", "Village till")
	s.says(s.words.T("done."+model.LabelJoin, "Village till"))
}

// drag carries a card sideways and then onto another one.
func (s *seat) drag(title, onto string) {
	s.Helper()
	place := func(title string) fyne.Position {
		s.until("a card "+title, func() bool { return s.text(title) != nil })
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(s.text(title)).AddXY(20, 2)
	}
	from, to := place(title), place(onto)
	for _, o := range test.LaidOutObjects(s.window.Content()) {
		held, ok := o.(interface {
			desktop.Mouseable
			fyne.Draggable
		})
		if at := from.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o)); ok && o.Visible() &&
			at.X >= 0 && at.Y >= 0 && at.X < o.Size().Width && at.Y < o.Size().Height {
			event := func(at fyne.Position) fyne.PointEvent { return fyne.PointEvent{AbsolutePosition: at} }
			held.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: fyne.PointEvent{AbsolutePosition: from, Position: at}})
			for _, at := range []fyne.Position{from.AddXY(20, 0), from.AddXY(60, 0), to, to} {
				held.Dragged(&fyne.DragEvent{PointEvent: event(at)})
			}
			held.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, PointEvent: event(to)})
			held.DragEnd()
			return
		}
	}
	s.Fatalf("nothing to hold %s by", title)
}

// A tag on a card's sheet narrows the board to its cards, and widens it again.
func TestATagOfASheetNarrowsTheBoard(t *testing.T) {
	s, _ := sheet(t, nets)
	s.field(s.words.T("sheet.tags")).SetText("boats")
	s.rest()
	s.done("write")
	tag := func() *kit.Chip {
		for _, chip := range all[*kit.Chip](s) {
			if chip.Text() == "boats" {
				return chip
			}
		}
		return nil
	}
	s.until("a chip", func() bool { return tag() != nil })
	test.Tap(tag())
	s.until("other cards are away", func() bool { return s.text("Village till") == nil })
	if !tag().On() {
		t.Error("the tag does not say that it is looked for")
	}
	test.Tap(tag())
	s.says("Village till")
}
