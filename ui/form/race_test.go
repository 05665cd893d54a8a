package form_test

import (
	"reflect"
	"testing"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// A desk that stores the race's sheet.
type writer struct {
	was, is []model.Description
	called  []string
	closed  int
}

func (d *writer) sheet(t *testing.T, was, is model.Description) (*form.Race, paper) {
	t.Helper()
	s := form.NewRace(was, is, w, form.RaceActs{
		Write: func(was, is model.Description) { d.was, d.is = append(d.was, was), append(d.is, is) },
		Desk:  "Wall", Call: func(name string) { d.called = append(d.called, name) }, Close: func() { d.closed++ }})
	return s, lay(t, s.Object)
}

func TestRaceSheetLeftAsItWasWritesNothing(t *testing.T) {
	for name, b := range map[string]*model.Board{"race": race(t), "empty": model.NewBoard(0, nil)} {
		d := &writer{}
		s, p := d.sheet(t, b.Description(), b.Description())
		s.Save()
		p.press(w.T("sheet.done"))
		if len(d.is) != 0 || d.closed != 1 {
			t.Errorf("%s: written %v, closed %d times; want nothing, once", name, d.is, d.closed)
		}
	}
}

func TestRaceSheetWritesWhatWasWrittenOnce(t *testing.T) {
	d, was := &writer{}, race(t).Description()
	s, p := d.sheet(t, was, was)
	want := race(t).Description()
	for key, text := range map[string]*string{
		"race.title": &want.Race.Title, "race.reference": &want.Race.Reference, "race.coordinator": &want.Race.Coordinator,
		"race.funder": &want.Race.Funder, "race.grant": &want.Race.Grant, "race.period": &want.Race.Period,
		"race.status": &want.Race.Status, "race.place": &want.Race.Place,
	} {
		*text = "new " + key
		p.write(w.T(key), *text)
	}
	s.Save()
	p.press(w.T("sheet.done"))
	if len(d.is) != 1 || d.closed != 1 {
		t.Fatalf("written %d times, closed %d times; want once", len(d.is), d.closed)
	}
	if !reflect.DeepEqual(d.is[0].Race, want.Race) || !reflect.DeepEqual(d.is[0].Report, want.Report) {
		t.Errorf("written %+v, want %+v", d.is[0], want)
	}
	if !reflect.DeepEqual(d.was[0], was) || !reflect.DeepEqual(d.is[0].Groups, was.Groups) {
		t.Errorf("groups %v, seen %v", d.is[0].Groups, d.was[0])
	}
}

// groups returns the entries of the target groups: those there are in their
// order, then one for each style that is free.
func groups(p paper) []*kit.Entry {
	under, found := false, []*kit.Entry(nil)
	for _, o := range p.objects {
		switch o := o.(type) {
		case *kit.Text:
			under = o.Content() == w.T("sheet.groups")
		case *kit.Entry:
			if under {
				found = append(found, o)
			}
		}
	}
	return found
}

func TestTargetGroupsOnTheRaceSheet(t *testing.T) {
	d, was := &writer{}, race(t).Description()
	s, p := d.sheet(t, was, was)
	entries := groups(p)
	if len(entries) != kit.Styles || entries[0].Text != "Elders" || entries[1].Text != "Youth" {
		t.Fatalf("%d entries for groups", len(entries))
	}
	entries[1].SetText("") // goes
	entries[0].SetText("Old people")
	entries[3].SetText("Farmers") // free are 0, 2, 4, …
	s.Save()
	if len(d.is) != 1 {
		t.Fatalf("written %d times", len(d.is))
	}
	want := []model.Group{{ID: "old", Name: "Old people", Style: 3}, {Name: "Farmers", Style: 2}}
	if got := d.is[0].Groups; !reflect.DeepEqual(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
}

// Groups that share a style, as an outline may have them, are all kept.
func TestGroupsOfOneStyleAreKept(t *testing.T) {
	d, was := &writer{}, race(t).Description()
	was.Groups = append(was.Groups, model.Group{ID: "more", Name: "More", Style: 1, Order: 2})
	s, p := d.sheet(t, was, was)
	s.Save()
	if len(d.is) != 0 {
		t.Errorf("a sheet left as it was writes %v", d.is)
	}
	p.write(w.T("race.place"), "There")
	s.Save()
	if len(d.is) != 1 || len(d.is[0].Groups) != 3 {
		t.Errorf("written %v, want all three groups", d.is)
	}
}

func TestTheRaceSheetNamesTheDesk(t *testing.T) {
	d, was := &writer{}, race(t).Description()
	s, p := d.sheet(t, was, was)
	s.Save()
	p.write(w.T("race.desk"), "Window")
	s.Save()
	s.Save()
	if len(d.called) != 1 || d.called[0] != "Window" || len(d.is) != 0 {
		t.Errorf("called %q, written %v", d.called, d.is)
	}
}
