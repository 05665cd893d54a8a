package model

import (
	"fmt"
	"strings"
	"testing"
)

func TestCardHistory(t *testing.T) {
	b := newBench(t)
	b.add(Problem, "a")
	b.add(Problem, "b")
	b.desk = "desk-b"
	b.do(b.Write(Card{ID: "a", Title: "A", Text: "why", Tags: []string{"x"}}))
	b.do(b.Vote("b", 1))
	b.desk = "desk-a"
	b.do(b.Move("a", ""))
	made := b.do(b.Promote("a", ""))
	project := made.Changes[0].After.Ref().ID
	undone := b.do(b.Merge("a", "b"))
	b.do(b.Revert(undone))
	round := b.begin("Round", 1)
	b.do(b.Dot(round, "u", "a", 1))
	b.do(b.Remove("a"))
	pushed := Card{ID: "b", Stage: Problem, Title: "b", Votes: 1}
	lower := pushed
	lower.Rank++
	b.do(Edit{Label: LabelAdd, Changes: []Change{{Before: b.Get(pushed.Ref()), After: lower}}}, nil)
	for id, want := range map[ID]string{
		"a": `1 desk-a add made
3 desk-b write tags text title
5 desk-a move rank
6 desk-a promote onward
7 desk-a merge twins
8 desk-a merge undoes 7 twins
11 desk-a remove onward gone
`,
		"b": `2 desk-a add made
4 desk-b vote votes
7 desk-a merge into
8 desk-a merge undoes 7 into
`,
		project: `6 desk-a promote sources made
11 desk-a remove sources
`,
		"none": "",
	} {
		b.equal("history of "+string(id), b.story(id), want)
	}
}

// story words the history of a card.
func (b *bench) story(id ID) string {
	b.Helper()
	var out strings.Builder
	for _, e := range CardHistory(b.since(NewBoard(0, nil)), id) {
		fmt.Fprintf(&out, "%d %s %s", e.Edit.Seq, e.Edit.Desk, e.Edit.Label)
		if e.Edit.Undoes != 0 {
			fmt.Fprintf(&out, " undoes %d", e.Edit.Undoes)
		}
		for _, f := range e.Fields {
			out.WriteString(" " + f)
		}
		switch {
		case e.Card.Before == nil && e.Card.After != nil:
			out.WriteString(" made")
		case e.Card.Before != nil && e.Card.After == nil:
			out.WriteString(" gone")
		}
		out.WriteString("\n")
	}
	return out.String()
}
