package model

import (
	"strconv"
	"testing"
)

func TestFilter(t *testing.T) {
	b := newBench(t)
	b.do(b.Describe(Race{}, Report{}, []Group{{ID: "g", Name: "Äldre"}, {ID: "h", Name: "Unga"}}))
	c := Card{Stage: Project, Title: "Buss till Örebro", Leader: "É K", Designers: []string{"B Ö"}, Groups: []ID{"g"},
		Tags: []string{"Café", "väg"}, Offer: "Turlista", Terms: "20 kr", ForWhom: "pendlare", Links: []string{"example.org/karta"}}
	for name, f := range map[string]struct {
		Filter
		want bool
	}{
		"none":               {Filter{}, true},
		"blank":              {Filter{Query: " \t"}, true},
		"stage":              {Filter{Stages: []Stage{Problem, Project}}, true},
		"other stage":        {Filter{Stages: []Stage{Product}}, false},
		"one of two groups":  {Filter{Groups: []ID{"h", "g"}}, true},
		"other group":        {Filter{Groups: []ID{"h"}}, false},
		"tag, other letters": {Filter{Tags: []string{"CAFE"}}, true},
		"tag, other ä":       {Filter{Tags: []string{"vag"}}, false},
		"leader":             {Filter{People: []string{"e k"}}, true},
		"designer":           {Filter{People: []string{"B Ö"}}, true},
		"part of a name":     {Filter{People: []string{"B"}}, false},
		"all at once":        {Filter{"örebro turlista 20", []Stage{Project}, []ID{"g"}, []string{"väg"}, []string{"B Ö"}, true}, true},
		"all but one":        {Filter{"örebro", []Stage{Project}, []ID{"h"}, []string{"väg"}, []string{"B Ö"}, false}, false},
		"what lacks a text":  {Filter{Lacking: true}, true},
		"words in tags":      {Filter{Query: "väg café pendlare karta äldre"}, true},
		"ö is not o":         {Filter{Query: "orebro"}, false},
	} {
		b.equal(name, f.Matches(b.Board, c), f.want)
		b.equal(name+" is empty", f.Empty(), name == "none" || name == "blank")
	}
}

func BenchmarkFilter(b *testing.B) {
	board := NewBoard(0, nil)
	e := Edit{Seq: 1}
	for i := range 10_000 {
		e.Changes = append(e.Changes, Change{After: Card{ID: ID(strconv.Itoa(i)), Stage: Problem, Rank: Rank(i), Title: "Lån till den som odlar på ön",
			Text: "Det fanns inget papper och inget vittne. Efteråt vågade ingen börja om.", Tags: []string{"väg"}}})
	}
	board.Apply(e)
	f := Filter{Query: "saknas på ön"}
	column := board.Column(Problem)
	for b.Loop() {
		for _, c := range column {
			f.Matches(board, c)
		}
	}
}
