package model

import (
	"math"
	"reflect"
	"strings"
	"testing"
)

// begin begins a round and returns its ID.
func (b *bench) begin(name string, dots int) ID {
	b.Helper()
	b.do(b.BeginRound(name, Problem, dots))
	r, _ := b.Voting()
	return r.ID
}

func TestRounds(t *testing.T) {
	b := wide(t)
	b.do(b.Vote("a", 4))
	card := func(id ID) Card { c, _ := b.Card(id); return c }
	first := b.begin(" First\n", 3)
	_, err := b.BeginRound("Second", Problem, 3)
	b.fails("two at once", err, ErrExists)
	b.do(b.Dot(first, "u", "a", 2))
	b.do(b.Dot(first, "u", "b", 1))
	_, err = b.Dot(first, "u", "c", 1)
	b.fails("a fourth dot", err, ErrSpent)
	b.do(b.Dot(first, "u", "a", -1))
	b.do(b.Dot(first, "u", "c", 1))
	b.do(b.Dot(first, "v", "a", 3))
	b.equal("of the voter", b.Ballot(first, "u").Dots["a"], 1)
	b.equal("before it is shown", b.VotesIn(card("a"), first), 0)
	b.equal("all before it is shown", b.Votes(card("a")), 4)
	voters, dots := b.Turnout(first)
	b.equal("turnout", [2]int{voters, dots}, [2]int{2, 6})

	shown := b.do(b.ShowRound(first))
	b.equal("in the round", b.VotesIn(card("a"), first), 4)
	b.equal("all", b.Votes(card("a")), 8)
	_, err = b.Dot(first, "w", "a", 1)
	b.fails("after it was shown", err, ErrShown)
	second := b.begin("Second", 0)
	b.do(b.Dot(second, "u", "a", 100))
	b.do(b.ShowRound(second))
	b.equal("in the second", b.VotesIn(card("a"), second), 100)
	b.equal("in both", b.Votes(card("a")), 108)
	b.do(b.ChangeRound(first, "One", 5))
	names := ""
	for _, r := range b.Rounds() {
		names += r.Name + " "
	}
	b.equal("kept", names, "One Second ")
	b.do(b.Revert(shown))
	b.equal("hidden again", b.Votes(card("a")), 104)
	open, _ := b.Voting()
	b.equal("voting goes on", open.Name, "One")
}

// A round is about one stage, and no card of another gets dots in it. One of an
// earlier release is about all.
func TestARoundIsAboutOneStage(t *testing.T) {
	b := wide(t)
	project := Card{ID: "project", Stage: Project, Title: "Project"}
	old := Round{ID: "old", Name: "Old", Dots: 3}
	b.do(Edit{Changes: []Change{{After: project}, {After: old}}}, nil)
	b.do(b.Dot("old", "u", "project", 1))
	b.do(b.ShowRound("old"))
	_, err := b.BeginRound("Of none", "", 3)
	b.fails("without a stage", err, ErrNoMeaning)
	r := b.begin("Problems", 3)
	b.do(b.Dot(r, "u", "a", 1))
	_, err = b.Dot(r, "u", "project", 1)
	b.fails("on a project", err, ErrNoMeaning)
}

func TestVotesOfMergedAndGoneCards(t *testing.T) {
	b := wide(t)
	r := b.begin("Round", 3)
	b.do(b.Dot(r, "u", "a", 1))
	b.do(b.Dot(r, "u", "b", 2))
	b.do(b.Vote("b", 5))
	b.do(b.ShowRound(r))
	merged := b.do(b.Merge("a", "b"))
	a, _ := b.Card("a")
	b.equal("of both", b.Votes(a), 8)
	b.equal("of both in the round", b.VotesIn(a, r), 3)
	first := b.ByVotes(Problem, r)[0]
	if first.Card.ID != "a" || first.Votes != 3 || first.Place != 1 || first.Tied {
		t.Errorf("first is %+v", first)
	}
	b.do(b.Revert(merged))
	b.equal("of a alone", b.Votes(a), 1)

	next := b.begin("Next", 2)
	b.do(b.Dot(next, "u", "b", 2))
	left, limited := b.Left(next, "u")
	b.equal("left", left == 0 && limited, true)
	gone := b.do(b.Remove("b"))
	left, _ = b.Left(next, "u")
	b.equal("left after its card went", left, 2)
	b.do(b.Revert(gone))
	left, _ = b.Left(next, "u")
	b.equal("left after its card is back", left, 0)
}

func TestDotsAtTheEdge(t *testing.T) {
	b := wide(t)
	r := b.begin("Round", 0)
	start := content(b.Board)
	if e, err := b.Dot(r, "u", "a", -1); err != nil || !e.Empty() {
		t.Errorf("a dot that was never there: %v, %v", e, err)
	}
	placed := b.do(b.Dot(r, "u", "a", math.MaxInt))
	b.do(b.Dot(r, "u", "a", math.MaxInt))
	b.equal("most", b.Ballot(r, "u").Dots["a"], maxDots)
	b.do(b.Dot(r, "u", "a", math.MinInt))
	if !reflect.DeepEqual(content(b.Board), start) {
		t.Error("a ballot without dots stays")
	}
	_, err := b.Revert(placed)
	b.fails("undo of dots that are gone", err, ErrConflict)
	for name, x := range map[string]struct {
		propose func() (Edit, error)
		want    error
	}{
		"no round":     {func() (Edit, error) { return b.Dot("x", "u", "a", 1) }, ErrGone},
		"no card":      {func() (Edit, error) { return b.Dot(r, "u", "gone", 1) }, ErrGone},
		"show none":    {func() (Edit, error) { return b.ShowRound("x") }, ErrGone},
		"change none":  {func() (Edit, error) { return b.ChangeRound("x", "a", 1) }, ErrGone},
		"no name":      {func() (Edit, error) { return b.ChangeRound(r, " ", 1) }, ErrNoTitle},
		"a long name":  {func() (Edit, error) { return b.ChangeRound(r, strings.Repeat("x", MaxTitle+1), 1) }, ErrTooLong},
		"less than no": {func() (Edit, error) { return b.ChangeRound(r, "Round", -7) }, nil},
	} {
		_, err := x.propose()
		b.fails(name, err, x.want)
	}
}

func TestUndoKeepsARoundWithVotes(t *testing.T) {
	b := wide(t)
	began := b.do(b.BeginRound("Round", Problem, 1))
	r, _ := b.Voting()
	dot := b.do(b.Dot(r.ID, "u", "a", 1))
	_, err := b.Revert(began)
	b.fails("undo of a round with votes", err, ErrConflict)
	undone := b.do(b.Revert(dot))
	b.do(b.Revert(began))
	_, err = b.Revert(undone)
	b.fails("redo of a dot without a round", err, ErrConflict)
}

// Ordered by votes, those that are tied stay as they stood, also where two desks had
// given both the same rank.
func TestOrderByVotes(t *testing.T) {
	b := wide(t)
	twin, _ := b.Card("c")
	same, _ := b.Card("b")
	was := twin
	twin.Rank = same.Rank
	b.do(Edit{Changes: []Change{{Before: was, After: twin}}}, nil)
	r := b.begin("Round", 9)
	b.do(b.Dot(r, "u", "e", 3))
	b.do(b.Dot(r, "u", "c", 2))
	b.do(b.Dot(r, "u", "b", 1))
	b.do(b.Dot(r, "u", "f", 1))
	b.do(b.ShowRound(r))
	shown := content(b.Board)
	ordered := b.do(b.OrderByVotes(Problem, r))
	got := ""
	for _, c := range b.Column(Problem) {
		got += string(c.ID) + " "
	}
	b.equal("ordered", got, "e c b f a d ")
	if again, err := b.OrderByVotes(Problem, ""); err != nil || !again.Empty() {
		t.Errorf("ordered again it changes %v, %v", again.Changes, err)
	}
	b.do(b.Revert(ordered))
	if !reflect.DeepEqual(content(b.Board), shown) {
		t.Error("taken back, the column stands otherwise than before")
	}
}

// Many voters at many desks are not in each other's way.
func TestBallotsDoNotMeet(t *testing.T) {
	b := wide(t)
	r := b.begin("Round", 1)
	old := b.seen()
	for _, voter := range []ID{"u", "v", "w"} {
		b.do(old.Dot(r, voter, "a", 1))
	}
	_, dots := b.Turnout(r)
	b.equal("dots", dots, 3)
}
