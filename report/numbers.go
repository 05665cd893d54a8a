package report

import (
	"slices"

	"racedesk/model"
)

// Numbered lists all problems in the order of their numbers, counted from 1: by the
// products that they became, then by projects that became none, then the others.
func Numbered(b *model.Board) []model.Card {
	var out []model.Card
	seen := map[model.ID]bool{}
	add := func(c model.Card) {
		if c.Stage == model.Problem && !seen[c.ID] {
			seen[c.ID] = true
			out = append(out, c)
		}
	}
	project := func(c model.Card) {
		if c.Stage == model.Project {
			for _, from := range b.Sources(c.ID) {
				add(from)
			}
		}
	}
	for _, c := range Cards(b, model.Product) {
		for _, from := range b.Sources(c.ID) {
			project(from)
		}
	}
	for _, c := range Cards(b, model.Project) {
		project(c)
	}
	for _, c := range Cards(b, model.Problem) {
		add(c)
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
