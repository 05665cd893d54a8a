package model

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func missing(b *bench, id ID) string {
	c, _ := b.Card(id)
	var out []string
	for _, check := range b.Missing(c) {
		out = append(out, string(check.ID)+check.Name)
	}
	return strings.Join(out, " ")
}

func TestMissing(t *testing.T) {
	b := wide(t)
	b.equal("bare problem", missing(b, "b"), "group")
	b.equal("bare project", missing(b, "q"), "problem group leader text")
	b.equal("bare product", missing(b, "x"), "forWhom offer terms nextStep novelty feasibility")
	b.do(b.Write(Card{ID: "q", Title: "q", Leader: "A K", Text: "why", Groups: []ID{"g"}}))
	b.do(b.Join("a", "q"))
	b.equal("ready project", missing(b, "q"), "")
	b.do(b.Write(Card{ID: "x", Title: "x", ForWhom: "all", Offer: "a loan", NextStep: "call"}))
	b.do(b.Tick("x", "novelty", true))
	b.do(b.Tick("x", "novelty", true))
	b.equal("product", missing(b, "x"), "terms feasibility")
	b.do(b.Tick("x", "novelty", false))
	b.equal("product, unticked", missing(b, "x"), "terms novelty feasibility")
	for name, x := range map[string]struct {
		card, check ID
		want        error
	}{
		"no card": {"gone", "novelty", ErrGone}, "what the board sees": {"x", "terms", ErrNoMeaning}, "no check": {"x", "", ErrNoMeaning},
	} {
		_, err := b.Tick(x.card, x.check, true)
		b.fails(name, err, x.want)
	}
	for _, check := range DefaultRules().Checks {
		b.equal(string(check.ID)+" is ticked", check.Ticked(), check.ID == "novelty" || check.ID == "feasibility")
	}
}

func TestSetChecks(t *testing.T) {
	b := wide(t)
	e, err := b.SetChecks(DefaultRules().Checks)
	b.equal("the default", e.Empty() && err == nil, true)
	set := b.do(b.SetChecks([]Check{{Project, "leader", ""}, {Project, "", " Asked\na user "}, {Project, "leader", "again"},
		{Project, "", " "}, {Project, "unknown", ""}}))
	b.equal("project", missing(b, "q"), "leader "+string(b.Rules().Checks[1].ID)+"Asked a user")
	b.equal("product", missing(b, "x"), "")
	own := b.Rules().Checks[1]
	b.do(b.Tick("q", own.ID, true))
	own.Name = "Asked two users"
	b.do(b.SetChecks([]Check{own}))
	b.equal("renamed", missing(b, "q"), "")
	b.do(b.SetChecks(nil))
	b.equal("none", len(b.Rules().Checks), 0)
	_, err = b.Revert(set)
	b.fails("undo of rules changed since", err, ErrConflict)
	_, err = b.SetChecks([]Check{{"idea", "leader", ""}})
	b.fails("no stage", err, ErrNoMeaning)
	_, err = b.SetChecks([]Check{{Project, "", strings.Repeat("x", MaxTitle+1)}})
	b.fails("long", err, ErrTooLong)
	var checks []Check
	for _, name := range several(MaxList + 1) {
		checks = append(checks, Check{Project, "", name})
	}
	_, err = b.SetChecks(checks)
	b.fails("many", err, ErrTooMany)
}

func TestLimits(t *testing.T) {
	b := wide(t)
	b.do(b.GroupAll([]ID{"a", "b", "c"}, "g", true))
	b.do(b.SetLimit(Problem, "", 6))
	b.do(b.SetLimit(Problem, "g", 1))
	b.equal("column", b.Load(Problem, ""), Load{5, 6})
	b.equal("lane", b.Load(Problem, "g"), Load{2, 1})
	b.equal("over", [2]bool{b.Load(Problem, "").Over(), b.Load(Problem, "g").Over()}, [2]bool{false, true})
	b.equal("without limit", b.Load(Project, ""), Load{2, 0})
	b.equal("never over", Load{Count: 9}.Over(), false)
	b.do(b.Park("b", true))
	b.do(b.SetLimit(Problem, "g", 2))
	b.equal("parked do not count", b.Load(Problem, "g"), Load{1, 2})
	b.do(b.Describe(Race{}, Report{}, nil))
	b.do(b.SetLimit(Problem, "", -1))
	b.equal("no limits left", len(b.Rules().Limits), 0)
	b.equal("checks stay", len(b.Rules().Checks), len(DefaultRules().Checks))
	_, err := b.SetLimit("idea", "", 1)
	b.fails("no stage", err, ErrNoMeaning)
	_, err = b.SetLimit(Problem, "g", 1)
	b.fails("no group", err, ErrGone)
}

// Every kind of entity comes back from a store as it was, also where it is bare.
func TestEveryKindReadsBack(t *testing.T) {
	for _, e := range []Entity{
		Card{}, Link{}, Group{}, Person{}, Segment{}, Clock{}, Race{}, Report{},
		Rules{}, DefaultRules(), Rules{Limits: []Limit{{Problem, "g", 3}}},
		Round{}, Round{ID: "r", Name: "One", Dots: 3, Shown: true, Order: 1},
		Segment{ID: "s", Fixed: "09:30", Begun: true, Began: 3, Rank: -1}, Timer{}, Pitch{},
		Timer{ID: "t", Name: "x", Run: Run{Used: 1, Since: noon}, Large: true}, Pitch{Stage: Project, Cards: []ID{"p"}, Place: 1},
		Ballot{}, Ballot{ID: "r/u", Round: "r", Voter: "u", Dots: map[ID]int{"a": 2, "<b>": 1}},
	} {
		data, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeEntity(e.Ref().Kind, data, 7)
		if err != nil || !reflect.DeepEqual(got, e.At(7)) {
			t.Errorf("%s: %+v, %v", data, got, err)
		}
	}
}

func TestAmendRules(t *testing.T) {
	b := wide(t)
	was := b.Rules()
	if e, err := b.AmendRules(was, was); err != nil || !e.Empty() {
		t.Errorf("nothing changed, and the edit does %v, %v", e.Changes, err)
	}
	is := was
	is.Checks = append([]Check{{Problem, "", "Asked a user"}}, was.Checks[1:]...)
	is.Limits = []Limit{{Problem, "", 20}, {Project, "g", 3}}
	done := b.do(b.AmendRules(was, is))
	b.equal("changes", len(done.Changes), 1)
	b.equal("check", b.Rules().Checks[0].Name, "Asked a user")
	b.equal("limit", b.Load(Project, "g").Most, 3)

	seen := b.Rules()
	b.do(b.SetLimit(Product, "", 7)) // at another desk
	other := seen
	other.Checks = nil
	b.do(b.AmendRules(seen, other))
	b.equal("checks", len(b.Rules().Checks), 0)
	b.equal("what the other desk did", b.Load(Product, "").Most, 7)
	other.Limits = nil
	_, err := b.AmendRules(seen, other)
	b.fails("limits that both changed", err, ErrConflict)

	now := b.Rules()
	many, long := now, now
	many.Checks = nil
	for i := range MaxList + 1 {
		many.Checks = append(many.Checks, Check{Problem, "", strings.Repeat("x", i+1)})
	}
	long.Checks = []Check{{Problem, "", strings.Repeat("x", MaxTitle+1)}}
	_, err = b.AmendRules(now, many)
	b.fails("too many", err, ErrTooMany)
	_, err = b.AmendRules(now, long)
	b.fails("too long", err, ErrTooLong)
	b.do(b.Describe(Race{}, Report{}, []Group{{ID: "h", Name: "h"}})) // g goes, and its limit with it
	none := now
	none.Limits = nil
	b.do(b.AmendRules(now, none))
	b.equal("limits", len(b.Rules().Limits), 0)
}
