package model

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// seen is a board as another desk saw it a while ago.
func (b *bench) seen() *Board {
	b.Helper()
	old, err := b.store.Load(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	return old
}

// since lists what was committed after a board.
func (b *bench) since(old *Board) []Edit {
	b.Helper()
	edits, err := b.store.Edits(context.Background(), old.Seq)
	if err != nil {
		b.Fatal(err)
	}
	return edits
}

func TestRebaseKeepsWhatBothDid(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a", func(c *Card) { c.Votes = 1 })
	b.add(Problem, "b")
	old := b.seen()
	b.do(b.Vote("a", 1))
	b.do(b.Write(Card{ID: "a", Title: "theirs", Votes: 2}))

	vote, err := old.Vote("a", 1)
	if err != nil {
		t.Fatal(err)
	}
	b.do(vote.Rebase(b.since(old)))
	move, err := old.Move("a", "")
	if err != nil {
		t.Fatal(err)
	}
	b.do(move.Rebase(b.since(old)))
	a, _ := b.Card("a")
	b.equal("title", a.Title, "theirs")
	b.equal("votes", a.Votes, 3)
	b.equal("order", b.ids(Problem), "b a ")
}

func TestRebaseOfTheSameField(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	b.add(Problem, "b")
	b.add(Project, "p")
	old := b.seen()
	b.do(b.Move("a", ""))
	b.do(b.Join("b", "p"))
	add := b.do(b.Add(Card{ID: "n", Stage: Project, Title: "N"}, ""))
	b.do(b.Revert(add))
	news := b.since(old)
	for what, propose := range map[string]func() (Edit, error){
		"move moved":  func() (Edit, error) { return old.Move("a", "") },
		"join joined": func() (Edit, error) { return old.Join("b", "p") },
		"write gone": func() (Edit, error) {
			return Edit{Changes: []Change{{Before: Card{ID: "n", Title: "N"}, After: Card{ID: "n", Title: "M"}}}}, nil
		},
	} {
		e, err := propose()
		if err != nil {
			t.Fatal(err)
		}
		_, err = e.Rebase(news)
		b.fails(what, err, ErrConflict)
		var clash *Clash
		if !errors.As(err, &clash) || clash.By != b.desk || !strings.HasSuffix(err.Error(), b.desk.Name()) {
			t.Errorf("%s: %v does not say which desk was first", what, err)
		}
	}
	other, err := old.Vote("p", 1)
	if err != nil {
		t.Fatal(err)
	}
	b.do(other.Rebase(news))
}

func TestListsOfTwoDesksAreJoined(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a", func(c *Card) { c.Tags = []string{"one", "two", "three"} })
	old := b.seen()
	seen, _ := b.Card("a")
	theirs := seen
	theirs.Tags = []string{"one", "three", "theirs"}
	b.do(b.Write(theirs))
	mine := seen
	mine.Tags = []string{"two", "three", "mine"}
	e, err := old.Write(mine)
	if err != nil {
		t.Fatal(err)
	}
	done := b.do(e.Rebase(b.since(old)))
	tags := func() string { c, _ := b.Card("a"); return strings.Join(c.Tags, " ") }
	b.equal("of both", tags(), "three theirs mine")
	later, _ := b.Card("a")
	later.Tags = append([]string{"later"}, later.Tags...)
	b.do(b.Write(later))
	b.do(b.Revert(done))
	b.equal("mine undone", tags(), "later three theirs one")
	later, _ = b.Card("a")
	later.Tags = []string{"theirs"}
	gone := b.do(b.Write(later))
	b.do(b.Revert(gone))
	b.equal("in the same order", tags(), "later three theirs one")
}

// What one desk did to many cards holds beside what another did to one of them.
func TestManyAtOnceRebased(t *testing.T) {
	b := wide(t)
	old := b.seen()
	b.do(b.Write(Card{ID: "b", Title: "theirs", Tags: []string{"theirs"}}))
	b.do(b.Vote("f", 3))
	b.do(b.GroupAll([]ID{"a", "b"}, "g", true))
	for name, propose := range map[string]func() (Edit, error){
		"tag":   func() (Edit, error) { return old.TagAll([]ID{"a", "b", "c"}, "mine", true) },
		"merge": func() (Edit, error) { return old.Merge("a", "f") },
		"join":  func() (Edit, error) { return old.JoinAll([]ID{"b", "c"}, "q") },
		"park":  func() (Edit, error) { return old.ParkAll([]ID{"b", "q"}, true) },
	} {
		e, err := propose()
		if err != nil {
			t.Fatal(err)
		}
		e, err = e.Rebase(b.since(old))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		b.do(e, nil)
	}
	c, _ := b.Card("b")
	b.equal("title", c.Title, "theirs")
	b.equal("tags", strings.Join(c.Tags, " "), "theirs mine")
	b.equal("parked and for g", c.Parked && c.In("g"), true)
	a, _ := b.Card("a")
	b.equal("votes of both", b.Votes(a), 3)
	b.equal("sources", join(b.Sources("q")), "b c ")
}
