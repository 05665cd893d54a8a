package form_test

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// A desk that stores rules.
type ruler struct{ was, is []model.Rules }

func (d *ruler) sheet(t *testing.T, was, is model.Rules) (*form.Rules, paper) {
	t.Helper()
	groups := []model.Group{{ID: "old", Name: "Elders", Style: 3}, {ID: "new", Name: "Youth", Style: 1, Order: 1}}
	s := form.NewRules(was, is, groups, w, func(was, is model.Rules) { d.was, d.is = append(d.was, was), append(d.is, is) }, func() {})
	return s, lay(t, s.Object)
}

// again looks at the paper after something came or went.
func (p *paper) again(s *form.Rules) { p.objects = test.LaidOutObjects(s.Object) }

// icons are the buttons without a word: up, down and away of each line first.
func (p paper) icons() (found []*kit.Button) {
	for _, b := range all[*kit.Button](p) {
		if b.Text == "" {
			found = append(found, b)
		}
	}
	return found
}

func TestRulesLeftAsTheyWere(t *testing.T) {
	mixed := model.Rules{Rev: 7, Checks: []model.Check{{Stage: model.Product, ID: "offer"}, {Stage: model.Problem, ID: "group"}},
		Limits: []model.Limit{{Stage: model.Project, Group: "gone", Most: 3}, {Stage: model.Problem, Group: "new", Most: 4}, {Stage: model.Problem, Most: 2}}}
	for _, rules := range []model.Rules{model.DefaultRules(), {}, mixed} {
		d := &ruler{}
		s, p := d.sheet(t, rules, rules)
		s.Save()
		p.press(w.T("sheet.done"))
		if len(d.is) != 0 {
			t.Errorf("rules that nobody changed were written as %v", d.is)
		}
	}
}

func TestChecklist(t *testing.T) {
	rules := model.Rules{Checks: []model.Check{{Stage: model.Problem, ID: "group"}, {Stage: model.Problem, ID: "x", Name: "Ask twice"}}}
	d := &ruler{}
	s, p := d.sheet(t, rules, rules)
	test.Tap(p.icons()[1]) // the first one down
	p.again(s)
	own := all[*kit.Entry](p)
	own[0].SetText("Ask three times")
	own[1].SetText("A witness")
	own[1].OnSubmitted(own[1].Text)
	p.again(s)
	test.Tap(p.chip("+ " + w.T("check.text")))
	p.again(s)
	test.Tap(p.icons()[5]) // the second one, of groups, away
	s.Save()
	want := []model.Check{{Stage: model.Problem, ID: "x", Name: "Ask three times"},
		{Stage: model.Problem, Name: "A witness"}, {Stage: model.Problem, ID: "text"}}
	if len(d.is) != 1 || !reflect.DeepEqual(d.is[0].Checks, want) {
		t.Fatalf("written %+v, want %+v", d.is, want)
	}
	p.press(w.T("rules.usual"))
	s.Save()
	if got := d.is[len(d.is)-1].Checks; !reflect.DeepEqual(got, model.DefaultRules().Checks) {
		t.Errorf("the usual ones are %v", got)
	}
}

// A line that says nothing is none, and what goes beyond digits is no number.
func TestLimits(t *testing.T) {
	d := &ruler{}
	was := model.Rules{Limits: []model.Limit{{Stage: model.Problem, Most: 20}}}
	s, p := d.sheet(t, was, was)
	entries := all[*kit.Entry](p)[1:] // after the line for one's own advice
	if entries[0].Text != "20" || entries[1].Text != "" {
		t.Fatalf("it says %q and %q", entries[0].Text, entries[1].Text)
	}
	entries[0].SetText("")
	entries[1].SetText("-1x2 345")
	rounds := all[*kit.Round](p)
	test.Tap(rounds[4]) // the second group down from nothing
	test.Tap(rounds[5])
	test.Tap(rounds[5])
	s.Save()
	want := []model.Limit{{Stage: model.Problem, Group: "old", Most: 123}, {Stage: model.Problem, Group: "new", Most: 2}}
	if len(d.is) != 1 || !reflect.DeepEqual(d.is[0].Limits, want) {
		t.Errorf("written %+v, want limits %v", d.is, want)
	}
}

// What could not be stored is on the sheet again.
func TestRulesComeBack(t *testing.T) {
	d := &ruler{}
	typed := model.Rules{Checks: []model.Check{{Stage: model.Product, Name: "Mine"}}}
	s, p := d.sheet(t, model.DefaultRules(), typed)
	found := false
	for _, e := range all[*kit.Entry](p) {
		found = found || e.Text == "Mine"
	}
	if s.Save(); !found || len(d.is) != 1 || len(d.is[0].Checks) != 1 {
		t.Errorf("written %v", d.is)
	}
}
