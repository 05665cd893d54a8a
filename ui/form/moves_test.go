package form_test

import (
	"fmt"
	"slices"
	"testing"

	"racedesk/model"
	"racedesk/ui/form"
)

func TestEveryPlaceACardCanGoTo(t *testing.T) {
	b := race(t)
	var asked []string
	moves := func(id model.ID) paper {
		c, _ := b.Card(id)
		return lay(t, form.NewMoves(b, c, w, form.MoveActs{
			Move:    func(id, before model.ID) { asked = append(asked, fmt.Sprintf("move %s before %q", id, before)) },
			Promote: func(id model.ID) { asked = append(asked, "promote "+string(id)) },
			Join:    func(problem, project model.ID) { asked = append(asked, fmt.Sprintf("join %s to %s", problem, project)) },
		}))
	}
	p := moves("p")
	p.press(w.T("moves.new.project"))
	first := b.Column(model.Problem)
	if len(first) > 1 {
		p.press(w.T("moves.last"))
	}
	for _, project := range b.Column(model.Project) {
		if b.Get(model.NewLink("p", project.ID).Ref()) == nil {
			p.press(project.Title)
			if want := fmt.Sprintf("join p to %s", project.ID); !slices.Contains(asked, want) {
				t.Errorf("asked for %q, not %q", asked, want)
			}
		}
	}
	if !slices.Contains(asked, "promote p") {
		t.Errorf("asked for %q", asked)
	}
	if r := moves("r"); slices.ContainsFunc(b.Onward("r"), func(model.Card) bool { return true }) && r.says(w.T("moves.new.product")) {
		t.Error("a project that is a product offers to become another")
	}
}

// A project goes into a product that is there as well as to a new one; one that has a
// product into another, instead.
func TestAProjectCanGoIntoAProduct(t *testing.T) {
	b := model.NewBoard(1, []model.Entity{
		model.Card{ID: "r", Stage: model.Project, Title: "Without"}, model.Card{ID: "s", Stage: model.Project, Title: "With", Rank: 1},
		model.Card{ID: "x", Stage: model.Product, Title: "Its product"}, model.Card{ID: "y", Stage: model.Product, Title: "Another", Rank: 1},
		model.NewLink("s", "x")})
	asked := ""
	for id, offers := range map[model.ID]map[string]bool{
		"r": {"Its product": true, "Another": true, w.T("moves.new.product"): true, w.T("moves.tap.product"): true, w.T("moves.tap.other", "Its product"): false},
		"s": {"Its product": false, "Another": true, w.T("moves.new.product"): false, w.T("moves.tap.product"): false, w.T("moves.tap.other", "Its product"): true},
	} {
		c, _ := b.Card(id)
		p := lay(t, form.NewMoves(b, c, w, form.MoveActs{Join: func(id, into model.ID) { asked = fmt.Sprintf("join %s to %s", id, into) }}))
		for what, is := range offers {
			if has := p.offers(what) || p.says(what); has != is {
				t.Errorf("%s offers %q: %v", id, what, has)
			}
		}
		p.press("Another")
		if want := fmt.Sprintf("join %s to y", id); asked != want {
			t.Errorf("asked to %q, not %q", asked, want)
		}
	}
}
