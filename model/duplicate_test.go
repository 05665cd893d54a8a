package model

import (
	"reflect"
	"strconv"
	"testing"
)

// mergeBench has problems a (g, 2 votes, in p), b (h, 3 votes, in p and q), c, and
// the projects p and q.
func mergeBench(t *testing.T) *bench {
	b := newBench(t)
	b.do(b.Describe(Race{}, Report{}, []Group{{ID: "g", Name: "g"}, {ID: "h", Name: "h"}}))
	b.add(Problem, "a", func(c *Card) { c.Groups, c.Votes = []ID{"g"}, 2 })
	b.add(Problem, "b", func(c *Card) { c.Groups, c.Votes, c.Text = []ID{"h"}, 3, "no bus" })
	b.add(Problem, "c")
	b.add(Project, "p")
	b.add(Project, "q")
	b.do(b.Join("a", "p"))
	b.do(b.Join("b", "p"))
	b.do(b.Join("b", "q"))
	return b
}

func TestMerge(t *testing.T) {
	b := mergeBench(t)
	before := content(b.Board)
	merged := b.do(b.Merge("a", "b", "b", "a"))
	b.equal("changes", len(merged.Changes), 2)
	a, _ := b.Card("a")
	if !reflect.DeepEqual(a.Groups, []ID{"g", "h"}) {
		t.Errorf("groups %v", a.Groups)
	}
	for what, x := range map[string][2]string{
		"column":             {join(b.Column(Problem)), "a c "},
		"onward":             {join(b.Onward("a")), "p q "},
		"onward of the twin": {join(b.Onward("b")), "p q "},
		"sources of p":       {join(b.Sources("p")), "a "},
		"problems of q":      {join(b.Problems("q")), "a "},
		"duplicates":         {join(b.Duplicates("a")), "b "},
		"merged":             {join(b.Merged()), "b "},
		"home":               {string(b.Home("b") + b.Home("a") + b.Home("x")), "aax"},
	} {
		b.equal(what, x[0], x[1])
	}
	b.equal("found", b.Figures(Problem, ""), Figures{Total: 3, Open: 1, Merged: 1})
	b.equal("found for h", b.Figures(Problem, "h"), Figures{Total: 2, Merged: 1})
	b.equal("found by the twin's words", b.Matches(a, "bus no"), true)

	_, err := b.Join("a", "q")
	b.fails("join where the twin is", err, ErrExists)
	b.do(b.Revert(b.do(b.Split("a", "p"))))
	b.do(b.Split("a", "p"))
	b.equal("sources after the split", join(b.Sources("p")), "")
	b.do(b.Revert(merged))
	b.equal("onward of b", join(b.Onward("b")), "q ")
	b.do(b.Join("b", "p"))
	b.do(b.Join("a", "p"))
	if !reflect.DeepEqual(content(b.Board), before) {
		t.Error("undo does not bring all back")
	}
}

// Projects that are about the same become one, with the problems, the product and the
// votes of both, and are two again when that is taken back. So do products.
func TestMergeOfProjects(t *testing.T) {
	b := mergeBench(t)
	b.do(b.Vote("p", 2))
	b.do(b.Vote("q", 3))
	product := b.do(b.Promote("q", "")).Changes[0].After.(Card).ID
	before := content(b.Board)
	merged := b.do(b.Merge("p", "q"))
	p, _ := b.Card("p")
	b.equal("votes", b.Votes(p), 5)
	for what, x := range map[string][2]string{
		"column":           {join(b.Column(Project)), "p "},
		"sources":          {join(b.Sources("p")), "a b "},
		"of the twin":      {join(b.Sources("q")), "a b "},
		"onward":           {join(b.Onward("p")), string(product) + " "},
		"of the product":   {join(b.Sources(product)), "p "},
		"problems in it":   {join(b.Problems(product)), "a b "},
		"onward of b":      {join(b.Onward("b")), "p "},
		"projects likened": {join(b.Alike("p")), ""},
	} {
		b.equal(what, x[0], x[1])
	}
	b.equal("projects", b.Figures(Project, ""), Figures{Total: 1})
	_, err := b.Join("a", "q")
	b.fails("join to the twin", err, ErrExists)
	b.do(b.Revert(b.do(b.Split("b", "p"))))
	b.do(b.Revert(merged))
	b.equal("sources of q", join(b.Sources("q")), "b ")
	if !reflect.DeepEqual(content(b.Board), before) {
		t.Error("undo does not bring all back")
	}
	b.add(Product, "x")
	b.do(b.Merge("x", product))
	b.equal("products", join(b.Column(Product)), "x ")
	b.equal("sources of x", join(b.Sources("x")), "q ")
}

// A project goes into a product that is there, and leaves the one that it was in: it and
// those that it stands for.
func TestAProjectJoinsAProduct(t *testing.T) {
	b := mergeBench(t)
	b.add(Product, "x")
	b.add(Product, "y")
	joined := b.do(b.Join("p", "x"))
	b.do(b.Join("q", "x"))
	b.equal("sources", join(b.Sources("x")), "p q ")
	b.equal("problems", join(b.Problems("x")), "a b ")
	_, err := b.Join("p", "x")
	b.fails("where it is", err, ErrExists)
	_, err = b.Promote("p", "")
	b.fails("another one of its own", err, ErrNoMeaning)
	for name, x := range map[string][2]ID{"a problem to a product": {"a", "x"}, "a product to a product": {"x", "y"}, "back": {"x", "p"}} {
		_, err := b.Join(x[0], x[1])
		b.fails(name, err, ErrNoMeaning)
	}
	other := b.do(b.Join("p", "y"))
	b.equal("left", join(b.Sources("x")), "q ")
	b.equal("joined", join(b.Onward("p")), "y ")
	b.do(b.Revert(other))
	b.equal("where it was", join(b.Onward("p")), "x ")
	b.do(b.Revert(joined))
	b.do(b.JoinAll([]ID{"p", "q"}, "y"))
	b.equal("both", join(b.Sources("y")), "p q ")
	b.equal("of the other product", join(b.Sources("x")), "")
	b.do(b.Merge("p", "q"))
	b.do(b.Join("p", "x"))
	b.equal("with whom it stands for", join(b.Sources("x"))+join(b.Sources("y")), "p ")
}

func TestMergeOfMerged(t *testing.T) {
	b := mergeBench(t)
	b.do(b.Merge("a", "b"))
	b.do(b.Merge("c", "a"))
	b.equal("home of b", b.Home("b"), ID("c"))
	b.equal("duplicates", join(b.Duplicates("c")), "a b ")
	b.equal("onward", join(b.Onward("c")), "p q ")
	e, err := b.Merge("a", "c", "b")
	b.equal("the same the other way", e.Empty() && err == nil, true)
	b.do(b.Park("b", true))
	b.equal("parked", join(b.Parked()), "")
	b.do(b.Unmerge("b"))
	b.equal("parked on its own", join(b.Parked()), "b ")
	e, err = b.Unmerge("c")
	b.equal("unmerge of what is not merged", e.Empty() && err == nil, true)
	for name, x := range map[string]struct {
		into, other ID
		want        error
	}{
		"project and problem": {"p", "c", ErrNoMeaning}, "problem and project": {"c", "p", ErrNoMeaning},
		"into none": {"x", "c", ErrGone}, "of none": {"c", "x", ErrGone},
	} {
		_, err := b.Merge(x.into, x.other)
		b.fails(name, err, x.want)
	}
	_, err = b.Unmerge("x")
	b.fails("unmerge of none", err, ErrGone)
}

// Two desks that merge the same cards in the same moment lose none of them.
func TestMergeIntoEachOther(t *testing.T) {
	for n := range 4 {
		b := newBench(t)
		var ids []ID
		for i := range n + 1 {
			ids = append(ids, ID("c"+strconv.Itoa(i)))
			b.add(Problem, ids[i])
		}
		b.add(Problem, "way in")
		old := b.Clone()
		for i, id := range ids {
			c, _ := old.Card(id)
			after := c
			after.Into = ids[(i+1)%len(ids)]
			b.do(Edit{Changes: []Change{{Before: c, After: after}}}, nil)
		}
		b.do(b.Merge(ids[n], "way in"))
		b.equal("column", join(b.Column(Problem)), "c0 ")
		b.equal("merged", len(b.Merged()), n+1)
	}
}

func TestUndoKeepsWhatStandsForOthers(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	made := b.do(b.Add(Card{ID: "n", Stage: Problem, Title: "n"}, ""))
	merged := b.do(b.Merge("n", "a"))
	_, err := b.Revert(made)
	b.fails("undo of a card that stands for another", err, ErrConflict)
	b.do(b.Revert(merged))
	b.do(b.Revert(made))
	b.equal("column", join(b.Column(Problem)), "a ")
}
