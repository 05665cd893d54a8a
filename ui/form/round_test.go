package form_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// A desk that is asked about rounds.
type caller struct{ asked []string }

func (d *caller) ask(format string, args ...any) {
	d.asked = append(d.asked, fmt.Sprintf(format, args...))
}

func (d *caller) rounds(t *testing.T, b *model.Board) (*form.Rounds, paper) {
	t.Helper()
	s := form.NewRounds(b, w, form.RoundActs{
		Begin:  func(name string, stage model.Stage, dots int) { d.ask("begin %s of %s %d", name, stage, dots) },
		Change: func(r model.Round, name string, dots int) { d.ask("change %s to %s %d", r.ID, name, dots) },
		Result: func(id model.ID) { d.ask("result %s", id) },
		Close:  func() { d.ask("close") },
	})
	return s, lay(t, s.Object)
}

func (d *caller) wants(t *testing.T, asked ...string) {
	t.Helper()
	if !slices.Equal(d.asked, asked) {
		t.Errorf("asked for %q, want %q", d.asked, asked)
	}
	d.asked = nil
}

// voted is a race where cards a, b and c got dots in a round, and d got none.
func voted(more ...model.Entity) *model.Board {
	for i, id := range []model.ID{"a", "b", "c", "d"} {
		more = append(more, model.Card{ID: id, Stage: model.Problem, Title: "Card " + string(id), Rank: model.Rank(i)})
	}
	return model.NewBoard(1, append(more, model.Round{ID: "one", Name: "One", Dots: 5, Shown: true},
		model.Ballot{ID: "one/u", Round: "one", Voter: "u", Dots: map[model.ID]int{"a": 2, "b": 4, "c": 2}}))
}

func TestARoundBegins(t *testing.T) {
	d := &caller{}
	s, p := d.rounds(t, voted())
	p.press(w.T("rounds.begin"))
	d.wants(t, "begin "+w.T("rounds.usual", 2)+" of problem 5") // most cards are open there
	test.Tap(p.chip(w.T("rounds.first")))
	test.Tap(p.chip(w.T("column.project")))
	for range 7 {
		test.Tap(all[*kit.Round](p)[0]) // never below one
	}
	p.press(w.T("rounds.begin"))
	d.wants(t, "begin "+w.T("rounds.first")+" of project 1")
	s.Fill("", 3)
	p.press(w.T("rounds.begin"))
	d.wants(t, "begin "+w.T("rounds.usual", 2)+" of project 3")
	if !p.says("One") || !p.says(w.T("vote.voters", 1)+" · "+w.T("vote.dots", 8)) {
		t.Error("the round before is not told of")
	}
	s.Save() // does not begin anything
	d.wants(t)
}

func TestARoundThatGoesOn(t *testing.T) {
	d, b := &caller{}, voted(model.Round{ID: "two", Name: "Two", Dots: 4, Order: 1})
	s, p := d.rounds(t, b)
	s.Save()
	d.wants(t)
	p.entry(w.T("rounds.name")).SetText("Second")
	s.Show(b) // an edit of another desk does not disturb who writes
	s.Save()
	d.wants(t, "change two to Second 4")
	e, err := b.ShowRound("two")
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(e.Stamped(2, time.Unix(1e9, 0)))
	s.Show(b)
	p = lay(t, s.Object)
	p.press(w.T("rounds.begin"))
	d.wants(t, "begin "+w.T("rounds.usual", 3)+" of problem 5")
}

func TestResult(t *testing.T) {
	d, b := &caller{}, voted()
	round := b.Rounds()[0]
	s := form.NewResult(b, round, w, form.ResultActs{
		Open:  func(id model.ID) { d.ask("open %s", id) },
		Order: func(stage model.Stage) { d.ask("order %s", stage) },
		Back:  func() { d.ask("back") },
		Close: func() { d.ask("close") },
	})
	p := lay(t, s.Object)
	var lines []string
	for _, o := range p.objects {
		switch o := o.(type) {
		case *kit.Text:
			lines = append(lines, o.Content())
		case *canvas.Text:
			if o.TextStyle.Bold && len(o.Text) == 1 {
				lines = append(lines, o.Text)
			}
		}
	}
	got := lines[slices.Index(lines, "Card b")-1:]
	tied := w.T("place.shared", w.Ordinal(2))
	want := []string{w.T("place", 1), "Card b", "4", tied, "Card a", "2", tied, "Card c", "2", w.T("result.rest", 1)}
	if !slices.Equal(got[:min(len(got), len(want))], want) || p.says("Card d") {
		t.Errorf("it says %q, want %q", got, want)
	}
	p.press(w.T("result.order"))
	test.Tap(p.chip(w.T("column.product")))
	p = lay(t, s.Object)
	if !p.says(w.T("result.none")) {
		t.Error("a stage without dots does not say so")
	}
	if p.offers(w.T("result.order")) {
		t.Error("a column without dots can be put in their order")
	}
	p.press(w.T("result.back"))
	p.press(w.T("sheet.done"))
	d.wants(t, "order problem", "back", "close")
}
