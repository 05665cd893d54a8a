package board_test

import (
	"testing"

	"racedesk/model"
)

// By votes, the column begins with those that have the most; those that are tied
// have the same place, and nothing is moved by hand.
func TestByVotes(t *testing.T) {
	b := newTable(t)
	for id, n := range map[model.ID]int{"c": 5, "d": 2, "b": 2, "s": 7} {
		b.commits(b.board.Vote(id, n))
	}
	b.view.ByVotes(true)
	if got := b.shown(); got != "cbdasrxy" {
		t.Errorf("by votes the board shows %q", got)
	}
	for _, at := range b.sees("c and s", "no. 1", 2) {
		if x := at.X - b.card("c").pos.X; at.Y < b.card("s").pos.Y && x > 60 {
			t.Errorf("the place stands at %v, near the grip", x)
		}
	}
	b.sees("b and d", "joint 2nd", 2)
	b.sees("a, without votes", "no. 4", 0)
	b.sees("the products", "joint no. 1", 0)
	b.commits(b.board.Vote("a", 9))
	if got := b.in(model.Problem); got != "acbd" {
		t.Errorf("after nine votes the problems are %q", got)
	}
	b.carry("b", b.card("a").middle())
	b.sees("carried within the column", "Sorted by votes", 1)
	b.release()
	b.wants("dropped there", "say Sorted by votes")
	b.drag("b", b.card("r").middle())
	b.wants("dropped on a project", "join b to r")
	b.view.Waiting(false, "b")
	b.drag("b", b.column(model.Project).pos.AddXY(60, 20))
	b.wants("a new project", `promote b before ""`)
	b.view.Waiting(false, "b")
	b.view.ByVotes(false)
	if got := b.in(model.Problem); got != "abcd" {
		t.Errorf("by hand the problems are %q", got)
	}
	b.sees("no places", "joint no. 2", 0)
}

func TestKeysMoveNothingThatIsSortedByVotes(t *testing.T) {
	b := newTable(t)
	b.view.ByVotes(true)
	b.view.Key("Down")
	b.view.Shift("Down")
	b.view.Shift("Right")
	b.wants("Ctrl and an arrow", "say Sorted by votes", "say Sorted by votes")
}

// Where a drop would do nothing, the column says why, and stays as it is.
func TestWhyADropDoesNothing(t *testing.T) {
	b := newTable(t)
	b.view.ShowGone(true)
	for _, c := range []struct {
		id   string
		to   model.Stage
		what string
	}{
		{"a", model.Product, "A problem becomes a project first"},
		{"r", model.Problem, "Cards don't go back here"},
		{"x", model.Project, "Cards don't go back here"},
		{"s", model.Product, "Has a product: drop on another"},
	} {
		b.carry(c.id, b.column(c.to).middle())
		b.sees(c.id, c.what, 1)
		b.release()
		b.wants("dropped", "say "+c.what)
		b.sees(c.id+" is down", c.what, 0)
	}
	b.carry("e", b.card("r").middle())
	b.sees("e is in r", "Belongs there already", 1)
	b.release()
	b.wants("dropped", "say Belongs there already")
}

// What is found where the face does not show it says where, and the heads count what
// is shown.
func TestSearchSaysWhereItFound(t *testing.T) {
	b := newTable(t)
	c, _ := b.board.Card("b")
	c.Text, c.Tags, c.Leader = "Nobody gives small loans to women who begin at sixty, they say, and so on", []string{"Credit"}, "Q.Z."
	b.commits(b.board.Write(c))
	for query, want := range map[string]string{"LOANS": "in the text: …loans to women who begin at sixty, they say, …",
		"credit": "tag: Credit", "q.z": "person: Q.Z.", "card loans": "in the text: …loans to women who begin at sixty, they say, …"} {
		b.view.Filter(model.Filter{Query: query})
		b.sees(query, want, 1)
	}
	b.view.Filter(model.Filter{Query: "card loans"})
	if got := b.view.Hits(); got != "Card|loans" {
		t.Errorf("lit are %q", got)
	}
	b.sees("the figure of the problems", "1", 1)
	b.sees("of how many", "of 5, 1 parked", 1)
	b.sees("of the projects", "0", 2) // and of the products
	b.view.Filter(model.Filter{Query: "card b"})
	b.sees("what the title says", "Q.Z.", 1)
}

// What was searched for is lit to the letter, and only where that is new.
func TestSearchLightsItsWords(t *testing.T) {
	b := newTable(t)
	c, _ := b.board.Card("b")
	c.Title, c.Leader = "No café in Räls, nor a CAFE elsewhere", "E.C."
	b.commits(b.board.Write(c))
	for query, want := range map[string]string{"cafe räls": "café|CAFE|Räls", "rals": "", "e.c": "E.C", "af": "af|AF", "": ""} {
		b.view.Filter(model.Filter{Query: query})
		if got := b.view.Hits(); got != want {
			t.Errorf("%q lights %q, want %q", query, got, want)
		}
	}
	b.view.Filter(model.Filter{Query: "card"})
	before := b.view.Drawn()
	b.view.Filter(model.Filter{Query: "card "})
	if drawn := b.view.Drawn() - before; drawn != 0 {
		t.Errorf("a space more draws %d cards", drawn)
	}
}
