package form_test

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// race is a board with two target groups, a problem, its project and a product.
func race(t *testing.T) *model.Board {
	t.Helper()
	entities := []model.Entity{
		model.Race{Title: "The race", Place: "Here"}, model.Report{Purpose: "Why"},
		model.Group{ID: "old", Name: "Elders", Style: 3, Order: 0}, model.Group{ID: "young", Name: "Youth", Style: 1, Order: 1},
		model.Card{ID: "p", Rev: 7, Stage: model.Problem, Title: "No bus", Text: "Why?", Groups: []model.ID{"young"}, Votes: 3},
		model.Card{ID: "q", Stage: model.Problem, Title: "No shop", Rank: 1, Parked: true},
		model.Card{ID: "r", Stage: model.Project, Title: "Ride", Leader: "Ann", Designers: []string{"Bo", "Cy"}, NextStep: "Ask"},
		model.Card{ID: "s", Stage: model.Product, Title: "App", Parked: true},
		model.NewLink("p", "r"), model.NewLink("r", "s"),
	}
	return model.NewBoard(9, entities)
}

// Acts are what a sheet asked for.
type acts struct {
	was, is []model.Card
	log     []string
}

func (a *acts) card() form.CardActs {
	note := func(what string) { a.log = append(a.log, what) }
	return form.CardActs{
		Write: func(was, is model.Card) { a.was, a.is = append(a.was, was), append(a.is, is); note("write") },
		Park: func(id model.ID, parked bool) {
			note(map[bool]string{true: "park ", false: "unpark "}[parked] + string(id))
		},
		Split: func(from, to model.ID) { note("split " + string(from) + " from " + string(to)) },
		Open:  func(id model.ID) { note("open " + string(id)) },
		Close: func() { note("close") },
	}
}

// sheet opens the sheet of a card.
func (a *acts) sheet(t *testing.T, id model.ID) (*form.Card, paper) {
	t.Helper()
	b := race(t)
	c, ok := b.Card(id)
	if !ok {
		t.Fatalf("no card %s", id)
	}
	s := form.NewCard(b, c, c, w, a.card())
	return s, lay(t, s.Object)
}

func (a *acts) want(t *testing.T, what string, log ...string) {
	t.Helper()
	if !slices.Equal(a.log, log) {
		t.Errorf("%s: asked for %q, want %q", what, a.log, log)
	}
}

func TestSheetLeftAsItWasWritesNothing(t *testing.T) {
	for _, id := range []model.ID{"p", "q", "r", "s"} {
		a := &acts{}
		s, _ := a.sheet(t, id)
		s.Save()
		a.want(t, string(id))
		if s.ID() != id {
			t.Errorf("the sheet of %s names %s", id, s.ID())
		}
	}
}

func TestSheetWritesWhatWasWrittenOnce(t *testing.T) {
	a := &acts{}
	s, p := a.sheet(t, "r")
	p.write(w.T("sheet.title"), "Ride share")
	p.write(w.T("sheet.text"), "Cars\nand vans")
	p.write(w.T("sheet.leader"), "Dee")
	p.write(w.T("sheet.designers"), " Bo ,, Eva Lind,")
	p.write(w.T("sheet.next"), "Phone")
	s.Save()
	s.Save() // the desk saves once more when it puts the sheet away
	a.want(t, "saved twice", "write")
	c, _ := race(t).Card("r")
	if !reflect.DeepEqual(a.was[0], c) {
		t.Errorf("seen %v, want %v", a.was[0], c)
	}
	c.Title, c.Text, c.Leader, c.Designers, c.NextStep = "Ride share", "Cars\nand vans", "Dee", []string{"Bo", "Eva Lind"}, "Phone"
	if !reflect.DeepEqual(a.is[0], c) {
		t.Errorf("written %v, want %v", a.is[0], c)
	}
	p.write(w.T("sheet.title"), "Ride")
	s.Save()
	if len(a.was) != 2 || a.was[1].Title != "Ride share" || a.is[1].Title != "Ride" {
		t.Errorf("written later: %v after %v", a.is, a.was)
	}
}

func TestVotesOnASheetNeverFallBelowNone(t *testing.T) {
	a := &acts{}
	s, p := a.sheet(t, "p")
	rounds := all[*kit.Round](p)
	less, more := rounds[0], rounds[1]
	test.Tap(more)
	s.Save()
	s.Save()
	for range 9 {
		test.Tap(less)
	}
	test.Tap(more)
	s.Save()
	a.want(t, "votes", "write", "write")
	if a.is[0].Votes != 4 || a.is[1].Votes != 1 {
		t.Errorf("%d, then %d votes; want 4, 1", a.is[0].Votes, a.is[1].Votes)
	}
}

// Groups stand in the order of the race, whichever is tapped first.
func TestGroupsAreChosenInTheOrderOfTheRace(t *testing.T) {
	a := &acts{}
	s, p := a.sheet(t, "p")
	chips := all[*kit.Chip](p)
	if len(chips) != 2 {
		t.Fatalf("%d chips, want 2", len(chips))
	}
	test.Tap(chips[0])
	s.Save()
	test.Tap(chips[0])
	test.Tap(chips[1])
	s.Save()
	a.want(t, "groups", "write", "write")
	if got := a.is[0].Groups; !slices.Equal(got, []model.ID{"old", "young"}) {
		t.Errorf("chosen %v, want old before young", got)
	}
	if got := a.is[1].Groups; got != nil {
		t.Errorf("chosen %v, want none", got)
	}
	test.Tap(chips[1])
	test.Tap(chips[1])
	s.Save()
	a.want(t, "chosen and taken back", "write", "write")
}

// What a sheet asks for comes after what was written on it.
func TestButtonsOfASheetSaveFirst(t *testing.T) {
	for label, want := range map[string]string{
		w.T("sheet.done"): "close", w.T("sheet.park"): "park r", "No bus": "open p", "App": "open s",
	} {
		a := &acts{}
		_, p := a.sheet(t, "r")
		p.write(w.T("sheet.title"), "Other")
		p.press(label)
		a.want(t, label, "write", want)
	}
	a := &acts{}
	_, p := a.sheet(t, "s")
	p.press(w.T("sheet.unpark"))
	a.want(t, "unpark", "unpark s")
}

func TestSheetTakesACardFromItsSource(t *testing.T) {
	a := &acts{}
	s, p := a.sheet(t, "r")
	signs := all[*kit.Sign](p)
	if len(signs) != 1 || signs[0].AccessibilityLabel() != w.T("sheet.split", "No bus") {
		t.Fatalf("%d crosses, want one that says what it does", len(signs))
	}
	if size := signs[0].Size(); size.Width < kit.Touch || size.Height < kit.Touch {
		t.Errorf("the cross is %v large, too small for a finger", size)
	}
	test.Tap(signs[0])
	a.want(t, "asks first")
	p.objects = test.LaidOutObjects(s.Object)
	p.press(w.T("sheet.split.sure"))
	a.want(t, "cross", "split p from r")
}

// A sheet that comes back holds what was typed, against the card as it stands.
func TestSheetThatComesBack(t *testing.T) {
	b := race(t)
	now, _ := b.Card("p")
	typed := now
	typed.Title, typed.Groups, typed.Votes = "Typed", nil, 5
	a := &acts{}
	s := form.NewCard(b, now, typed, w, a.card())
	p := lay(t, s.Object)
	if got := p.entry(w.T("sheet.title")).Text; got != "Typed" {
		t.Errorf("the title says %q", got)
	}
	s.Save()
	a.want(t, "come back", "write")
	if !reflect.DeepEqual(a.was[0], now) || !reflect.DeepEqual(a.is[0], typed) {
		t.Errorf("written %v after %v", a.is[0], a.was[0])
	}
}

func TestParkedCardsCanBeBroughtBack(t *testing.T) {
	var back []model.ID
	closed := 0
	p := lay(t, form.NewParked(race(t), w, func(model.ID) {}, func(id model.ID) { back = append(back, id) }, func() { closed++ }))
	if !p.says("No shop") || !p.says("App") || p.says("Ride") || p.says(w.T("parked.empty")) {
		t.Error("the drawer shows other cards than the parked ones")
	}
	for _, b := range all[*kit.Button](p) {
		if b.Text == w.T("sheet.unpark") {
			test.Tap(b)
		}
	}
	p.press(w.T("sheet.done"))
	if !slices.Equal(back, []model.ID{"q", "s"}) || closed != 1 {
		t.Errorf("brought back %v, closed %d times; want q, s, once", back, closed)
	}
	if p := lay(t, form.NewParked(model.NewBoard(0, nil), w, nil, nil, nil)); !p.says(w.T("parked.empty")) {
		t.Error("an empty drawer says nothing")
	}
}
