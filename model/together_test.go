package model

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// wide has six problems, three projects and a product of the first project.
func wide(t *testing.T) *bench {
	b := newBench(t)
	b.do(b.Describe(Race{}, Report{}, []Group{{ID: "g", Name: "g"}, {ID: "h", Name: "h"}}))
	for _, id := range []ID{"a", "b", "c", "d", "e", "f"} {
		b.add(Problem, id)
	}
	for _, id := range []ID{"p", "q", "r"} {
		b.add(Project, id)
	}
	b.do(b.Join("a", "p"))
	b.add(Product, "x")
	b.do(Edit{Changes: []Change{{After: NewLink("p", "x")}}}, nil)
	return b
}

func TestMoveAll(t *testing.T) {
	for _, c := range []struct {
		name, before, want string
		ids                []ID
	}{
		{"to the end", "", "a c e f b d ", []ID{"d", "b"}},
		{"to the top", "a", "d f a b c e ", []ID{"f", "d", "d"}},
		{"between", "c", "b a e c d f ", []ID{"a", "e"}},
		{"before one of them", "c", "a b c e d f ", []ID{"c", "e"}},
		{"before the last of them", "f", "a b d c e f ", []ID{"c", "e", "f"}},
		{"all", "c", "a b c d e f ", []ID{"a", "b", "c", "d", "e", "f"}},
		{"one", "a", "f a b c d e ", []ID{"f"}},
		{"one that is gone", "a", "b a c d e f ", []ID{"b", "gone"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := wide(t)
			e := b.do(b.MoveAll(c.ids, ID(c.before)))
			b.equal("column", b.ids(Problem), c.want)
			b.strict()
			if !e.Empty() {
				b.equal("label", e.Label, LabelMoves)
				b.do(b.Revert(e))
			}
			b.equal("column undone", b.ids(Problem), "a b c d e f ")
		})
	}
	b := wide(t)
	_, err := b.MoveAll([]ID{"a", "p"}, "")
	b.fails("of two stages", err, ErrNoMeaning)
	_, err = b.MoveAll([]ID{"gone"}, "")
	b.fails("of none", err, ErrGone)
}

func TestManyAtOnceIsOneUndo(t *testing.T) {
	for name, c := range map[string]struct {
		propose func(b *bench) (Edit, error)
		after   func(b *bench) string
		want    string
	}{
		"promote": {func(b *bench) (Edit, error) { return b.PromoteAll([]ID{"b", "c", "p", "x"}, "p") },
			func(b *bench) string { return titles(b.Column(Project)) }, "b c p q r "},
		"gather": {func(b *bench) (Edit, error) { return b.Gather([]ID{"c", "b", "a"}, "q") },
			func(b *bench) string {
				made := b.all(Project)[1]
				return titles(b.all(Project)) + "from " + join(b.Sources(made.ID))
			}, "p a q r from a b c "},
		"join": {func(b *bench) (Edit, error) { return b.JoinAll([]ID{"b", "a", "c"}, "p") },
			func(b *bench) string { return join(b.Sources("p")) }, "a b c "},
		"park": {func(b *bench) (Edit, error) { return b.ParkAll([]ID{"b", "p"}, true) },
			func(b *bench) string { return join(b.Parked()) }, "b p "},
		"tag": {func(b *bench) (Edit, error) { return b.TagAll([]ID{"b", "p"}, " Väg ", true) },
			func(b *bench) string { x, _ := b.Card("p"); return strings.Join(x.Tags, ",") }, "Väg"},
		"group": {func(b *bench) (Edit, error) { return b.GroupAll([]ID{"b", "p"}, "h", true) },
			func(b *bench) string { x, _ := b.Card("b"); return string(x.Groups[0]) }, "h"},
		"add": {func(b *bench) (Edit, error) { return b.AddAll(Problem, []string{"1", " ", "2\n", "3"}, "b") },
			func(b *bench) string { return titles(b.all(Problem)) }, "a 1 2 3 b c d e f "},
		"add at the end": {func(b *bench) (Edit, error) { return b.AddAll(Problem, []string{"1", "2"}, "") },
			func(b *bench) string { return titles(b.all(Problem)) }, "a b c d e f 1 2 "},
		"take apart": {func(b *bench) (Edit, error) {
			b.do(b.JoinAll([]ID{"b", "c"}, "q"))
			return b.TakeApart("q")
		}, func(b *bench) string { return b.ids(Project) + join(b.Onward("b")) }, "p r "},
		"remove": {func(b *bench) (Edit, error) {
			b.do(b.Merge("a", "f"))
			return b.Remove("a", "q", "gone")
		}, func(b *bench) string { return b.ids(Problem) + b.ids(Project) + join(b.Problems("x")) }, "b c d e p r "},
	} {
		t.Run(name, func(t *testing.T) {
			b := wide(t)
			proposed, err := c.propose(b)
			before := content(b.Board)
			e := b.do(proposed, err)
			b.equal("after", c.after(b), c.want)
			b.strict()
			b.sound()
			after := content(b.Board)
			undo := b.do(b.Revert(e))
			if !reflect.DeepEqual(content(b.Board), before) {
				t.Error("one undo does not take it back")
			}
			b.do(b.Revert(undo))
			if !reflect.DeepEqual(content(b.Board), after) {
				t.Error("one redo does not bring it back")
			}
		})
	}
}

func titles(cards []Card) (s string) {
	for _, c := range cards {
		s += c.Title + " "
	}
	return s
}

func TestManyAtOnceRefused(t *testing.T) {
	b := wide(t)
	for name, propose := range map[string]func() (Edit, error){
		ErrGone.Error() + ": promote":                 func() (Edit, error) { return b.PromoteAll(nil, "") },
		ErrGone.Error() + ": gather":                  func() (Edit, error) { return b.Gather([]ID{"gone"}, "") },
		ErrGone.Error() + ": join":                    func() (Edit, error) { return b.JoinAll([]ID{"a"}, "gone") },
		ErrGone.Error() + ": group":                   func() (Edit, error) { return b.GroupAll([]ID{"a"}, "gone", true) },
		ErrGone.Error() + ": remove":                  func() (Edit, error) { return b.Remove("gone") },
		ErrGone.Error() + ": apart":                   func() (Edit, error) { return b.TakeApart("gone") },
		ErrNoMeaning.Error() + ": gather of projects": func() (Edit, error) { return b.Gather([]ID{"a", "q"}, "") },
		ErrNoMeaning.Error() + ": join of projects":   func() (Edit, error) { return b.JoinAll([]ID{"a", "q"}, "r") },
		ErrNoMeaning.Error() + ": a problem apart":    func() (Edit, error) { return b.TakeApart("a") },
		ErrNoMeaning.Error() + ": with a product":     func() (Edit, error) { return b.TakeApart("p") },
		ErrTooLong.Error() + ": tag": func() (Edit, error) {
			return b.TagAll([]ID{"a", "b"}, strings.Repeat("x", MaxTag+1), true)
		},
		ErrTooLong.Error() + ": titles": func() (Edit, error) {
			return b.AddAll(Problem, []string{"a", strings.Repeat("x", MaxTitle+1)}, "")
		},
	} {
		e, err := propose()
		want, _, _ := strings.Cut(name, ":")
		if err == nil || !strings.HasSuffix(err.Error(), want) || !e.Empty() {
			t.Errorf("%s: got %v, %v", name, e, err)
		}
	}
	for name, propose := range map[string]func() (Edit, error){
		"join of what is joined": func() (Edit, error) { return b.JoinAll([]ID{"a"}, "p") },
		"no tag":                 func() (Edit, error) { return b.TagAll([]ID{"a"}, " ", true) },
		"a tag it has not":       func() (Edit, error) { return b.TagAll([]ID{"a"}, "x", false) },
		"no group":               func() (Edit, error) { return b.GroupAll([]ID{"a"}, "g", false) },
		"no line":                func() (Edit, error) { return b.AddAll(Problem, []string{" "}, "") },
	} {
		if e, err := propose(); err != nil || !e.Empty() {
			t.Errorf("%s: got %v, %v", name, e, err)
		}
	}
}

func TestTogetherLeavesOutWhatCancelsOut(t *testing.T) {
	b := wide(t)
	e, err := b.Together("x",
		func(b *Board) (Edit, error) { return b.Vote("a", 1) },
		func(b *Board) (Edit, error) { return b.Add(Card{ID: "n", Stage: Problem, Title: "n"}, "a") },
		func(b *Board) (Edit, error) { return b.Vote("a", -1) },
		func(b *Board) (Edit, error) { return b.Remove("n") })
	if err != nil || !e.Empty() {
		t.Errorf("got %+v, %v", e, err)
	}
}

func TestFamily(t *testing.T) {
	b := wide(t)
	b.do(b.JoinAll([]ID{"a", "b"}, "q"))
	b.do(b.Join("c", "p"))
	b.do(b.Merge("a", "f"))
	for id, want := range map[ID]string{"a": "a p q x ", "f": "a p q x ", "b": "b q ", "p": "a c p x ", "x": "a c p x ",
		"d": "d ", "gone": ""} {
		b.equal("family of "+string(id), join(b.Family(id)), want)
	}
}

// A list that somebody pastes does not make a large board wait.
func TestAThousandLines(t *testing.T) {
	b := newBench(t)
	lines := several(1000)
	b.do(b.AddAll(Problem, lines, ""))
	begun := time.Now()
	b.do(b.AddAll(Problem, lines, b.all(Problem)[0].ID))
	b.do(b.AddAll(Problem, lines, b.all(Problem)[500].ID))
	b.strict()
	b.equal("cards", len(b.all(Problem)), 3000)
	b.Logf("took %v", time.Since(begun))
}
