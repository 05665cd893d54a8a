package model

import (
	"reflect"
	"testing"
	"time"
)

const outline = `{
	"race": {"title": "Sample", "hours": 48, "illustration": true},
	"report": {"purpose": "why"},
	"groups": [{"key": "g", "name": "Youth", "style": 3}],
	"people": [{"name": "A K", "role": "leader"}, {"name": "B L", "role": "designer"}],
	"agenda": [{"phase": "one", "title": "Talk", "start": 90, "minutes": 30}],
	"problems": [
		{"key": "a", "title": " A ", "groups": ["g"], "votes": 2},
		{"key": "b", "title": "B", "openAt30": true}
	],
	"projects": [{"key": "p", "title": "P", "from": ["a", "b"]}],
	"products": [{"key": "r", "title": "R", "from": ["p"], "by30": true}, {"key": "s", "title": "S", "from": ["p"]}]
}`

func TestOutline(t *testing.T) {
	o, err := ParseOutline([]byte(outline))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		state                    SampleState
		used                     time.Duration
		sources, onward, product string
	}{
		{SampleRunning, 30 * time.Hour, "a ", "r ", "r "},
		{SampleFinished, 48 * time.Hour, "a b ", "r s ", "r s "},
	} {
		t.Run(string(c.state), func(t *testing.T) {
			b := newBench(t)
			edits := o.Edits(c.state)
			for _, e := range edits {
				b.equal("desk", e.Desk, DeskID(LabelSample))
				b.equal("label", e.Label, LabelSample)
				b.do(e, nil)
			}
			b.equal("edits", len(edits), 5)
			b.sound()
			b.equal("used", b.Clock(), Clock{Rev: 1, Length: 48 * time.Hour, Used: c.used})
			b.equal("race", b.Race(), Race{Rev: 1, Title: "Sample", Illustration: true})
			b.equal("report", b.Report(), Report{Rev: 1, Purpose: "why"})
			b.equal("group", b.Groups()[0], Group{ID: "g", Rev: 1, Name: "Youth", Style: 3})
			b.equal("leader", b.People(ProcessLeader)[0].Name, "A K")
			b.equal("designer", b.People(Designer)[0].Order, 1)
			b.equal("segment", b.Agenda()[0], Segment{ID: "segment1", Rev: 1, Phase: "one", Title: "Talk",
				Start: 90 * time.Minute, Length: 30 * time.Minute})
			b.equal("problems", b.ids(Problem), "a b ")
			b.equal("sources", join(b.Sources("p")), c.sources)
			b.equal("onward", join(b.Onward("p")), c.onward)
			b.equal("products", b.ids(Product), c.product)
			a, _ := b.Card("a")
			want := Card{ID: "a", Rev: 2, Stage: Problem, Title: "A", Groups: []ID{"g"}, Votes: 2}
			if !reflect.DeepEqual(a, want) {
				t.Errorf("got %+v, want %+v", a, want)
			}
		})
	}
	for _, bad := range []string{"", "[]", `{"groups": 1}`} {
		if _, err := ParseOutline([]byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// The votes of an outline's round are the votes that its cards had.
func TestOutlineOfARound(t *testing.T) {
	o, err := ParseOutline([]byte(`{"rounds": [{"name": "First", "dots": 3, "stage": "problem"}],
		"problems": [{"key": "a", "title": "A", "votes": 5}, {"key": "b", "title": "B"}, {"key": "c", "title": "C", "votes": 2}],
		"projects": [{"key": "p", "title": "P", "votes": 4}]}`))
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	for _, e := range o.Edits(SampleFinished) {
		b.do(e, nil)
	}
	round := b.Rounds()[0]
	for id, want := range map[ID][3]int{"a": {5, 5, 0}, "b": {0, 0, 0}, "c": {2, 2, 0}, "p": {4, 0, 4}} {
		c, _ := b.Card(id)
		b.equal(string(id), [3]int{b.Votes(c), b.VotesIn(c, round.ID), c.Votes}, want)
	}
	voters, dots := b.Turnout(round.ID)
	b.equal("turnout", [2]int{voters, dots}, [2]int{3, 7})
	for voter := range 3 {
		left, _ := b.Left(round.ID, ID("voter"+string(rune('1'+voter))))
		b.equal("left", left, max(0, voter*3+3-7))
	}
}
