package report

import (
	"slices"

	"racedesk/model"
)

// A Way is a project with the problems that it came from; of problems that went into no
// project, without one.
type Way struct {
	Project  model.Card
	Problems []model.Card
}

// Ways are those to one product, or to none.
type Ways struct {
	Product model.Card
	Ways    []Way
}

// AllWays gathers the ways of all problems: by the products that they became, then by
// projects that became none, then the others. A problem of several projects is on the way
// of each.
func AllWays(b *model.Board) []Ways {
	var out []Ways
	told, placed := map[model.ID]bool{}, map[model.ID]bool{}
	gather := func(product model.Card, from []model.Card) {
		to := Ways{Product: product}
		for _, c := range from {
			if c.Stage == model.Project {
				way := Way{c, model.OfStage(b.Sources(c.ID), model.Problem)}
				for _, p := range way.Problems {
					placed[p.ID] = true
				}
				to.Ways, told[c.ID] = append(to.Ways, way), true
			}
		}
		if to.Ways != nil {
			out = append(out, to)
		}
	}
	for _, c := range Cards(b, model.Product) {
		gather(c, b.Sources(c.ID))
	}
	for _, c := range Cards(b, model.Project) {
		if !told[c.ID] {
			gather(model.Card{}, []model.Card{c})
		}
	}
	loose := slices.DeleteFunc(Cards(b, model.Problem), func(c model.Card) bool { return placed[c.ID] })
	if len(loose) > 0 {
		out = append(out, Ways{Ways: []Way{{Problems: loose}}})
	}
	return out
}

// Numbered lists all problems in the order of their numbers, counted from 1: as they come
// first among all ways.
func Numbered(b *model.Board) []model.Card {
	var out []model.Card
	seen := map[model.ID]bool{}
	for _, to := range AllWays(b) {
		for _, way := range to.Ways {
			for _, c := range way.Problems {
				if !seen[c.ID] {
					seen[c.ID] = true
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// Became lists the products that cards became, each once.
func Became(b *model.Board, cards []model.Card) []model.Card {
	var out []model.Card
	for _, c := range cards {
		for _, to := range b.Onward(c.ID) {
			if to.Stage == model.Product && !slices.ContainsFunc(out, func(c model.Card) bool { return c.ID == to.ID }) {
				out = append(out, to)
			}
		}
	}
	return out
}
