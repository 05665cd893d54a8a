package model

import "testing"

func TestAmendKeepsWhatOthersWrote(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a", func(c *Card) { c.Votes = 3; c.Text = "old" })
	seen, _ := b.Card("a")
	b.do(b.Write(Card{ID: "a", Title: "theirs", Text: "old", Votes: 4}))

	mine := seen
	mine.Text, mine.Votes = " mine ", 5
	b.do(b.Amend(seen, mine))
	got, _ := b.Card("a")
	b.equal("title", got.Title, "theirs")
	b.equal("text", got.Text, "mine")
	b.equal("votes", got.Votes, 6)

	e, err := b.Amend(got, got)
	b.equal("nothing changed", e.Empty() && err == nil, true)
}

func TestAmendRefusesTheSameFieldTwice(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	seen, _ := b.Card("a")
	b.do(b.Write(Card{ID: "a", Title: "theirs"}))
	mine := seen
	mine.Title = "mine"
	_, err := b.Amend(seen, mine)
	b.fails("title of both", err, ErrConflict)
	now, _ := b.Card("a")
	b.do(b.Amend(now, Overlay(now, seen, mine)))
	now, _ = b.Card("a")
	b.equal("title, looked at once more", now.Title, "mine")
	mine.Title = ""
	_, err = b.Amend(now, mine)
	b.fails("no title", err, ErrNoTitle)
	_, err = b.Amend(Card{ID: "x"}, Card{ID: "x", Title: "x"})
	b.fails("no card", err, ErrGone)
}

func TestAmendRace(t *testing.T) {
	b := newBench(t)
	b.do(b.Describe(Race{Title: "Race", Place: "here"}, Report{}, []Group{{ID: "g", Name: "Youth"}, {ID: "h", Name: "Elders"}}))
	seen := b.Description()
	b.do(b.Describe(Race{Title: "Theirs", Place: "here"}, Report{Purpose: "why"},
		[]Group{{ID: "g", Name: "Youth"}, {ID: "h", Name: "Elders"}, {ID: "i", Name: "Women"}}))

	mine := Description{Race: seen.Race, Report: seen.Report, Groups: []Group{{ID: "h", Name: "Old people", Style: 3}, {Name: "Farmers"}}}
	mine.Race.Place = "there"
	b.do(b.AmendRace(seen, mine))
	b.equal("title", b.Race().Title, "Theirs")
	b.equal("place", b.Race().Place, "there")
	b.equal("purpose", b.Report().Purpose, "why")
	names := ""
	for _, g := range b.Groups() {
		names += g.Name + " "
	}
	b.equal("groups", names, "Old people Farmers Women ")

	mine.Race.Title = "Mine"
	_, err := b.AmendRace(seen, mine)
	b.fails("title of both", err, ErrConflict)
	again := b.Description().Overlay(seen, mine)
	b.equal("purpose, looked at once more", again.Report.Purpose, "why")
	b.equal("title, looked at once more", again.Race.Title, "Mine")
	gone := seen
	gone.Groups = []Group{{ID: "g", Name: "Young people"}}
	_, err = b.AmendRace(seen, gone)
	b.fails("a group that is gone", err, ErrConflict)
}
