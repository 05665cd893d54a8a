package board_test

import (
	"testing"

	"racedesk/model"
)

// A card says what its stage's checklist would still have, and nothing once it
// went on. The one check of problems is said by their line of groups.
func TestReadiness(t *testing.T) {
	b := newTable(t, model.Group{ID: "g", Name: "Farmers"})
	b.sees("project r lacks a group, a leader and a text", "3 left", 1)
	b.sees("of six of a product nothing is met", "6 left", 2)
	b.sees("none has a group, and problems say no more", "No target group", 8)
	r, _ := b.board.Card("r")
	r.Groups, r.Leader = []model.ID{"g"}, "A.B."
	b.commits(b.board.Write(r))
	b.sees("one left", "1 left", 1)
	b.commits(b.board.Promote("r", ""))
	b.sees("r went on", "1 left", 0)
	b.commits(b.board.SetChecks([]model.Check{{Stage: model.Problem, Name: "Looked at"}, {Stage: model.Problem, ID: "group"}}))
	b.sees("problems have two checks, the others none", "2 left", 4)
	b.commits(b.board.GroupAll([]model.ID{"a"}, "g", true))
	b.sees("a has a group", "1 left", 1)
}

// A limit is told in the head, with what is beyond it; nothing is stopped.
func TestLimitsInTheHeads(t *testing.T) {
	b := newTable(t)
	b.commits(b.board.SetLimit(model.Problem, "", 4))
	b.sees("as many as are enough", "4/4 open, 1 parked", 1)
	if over := b.view.Over(); over != "" {
		t.Errorf("over the limit are %q", over)
	}
	b.commits(b.board.Add(model.Card{Stage: model.Problem, Title: "One more"}, ""))
	b.sees("one more", "5/4 open, 1 parked", 1)
	if over := b.view.Over(); over != "problem" {
		t.Errorf("over the limit are %q", over)
	}
	b.commits(b.board.SetLimit(model.Problem, "", 0))
	b.sees("no limit", "5 open, 1 parked", 1)
}

// A duplicate that was merged did not go on.
func TestDuplicatesDidNotGoOn(t *testing.T) {
	b := newTable(t)
	b.sees("e went on", "1 that went on", 1)
	b.commits(b.board.Merge("a", "b"))
	b.sees("three are open", "3 open, 1 parked, 1 the same as another", 1)
	b.sees("e alone went on", "1 that went on", 1)
}
