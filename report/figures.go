package report

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// A Figure is a number that fills itself in where a text names it.
type Figure string

// The figures, each with the names that texts call it by.
var figures = map[Figure][]string{
	"problems": {"problems", "problem"},
	"projects": {"projects", "projekt", "project"},
	"products": {"products", "produkter", "produkt", "product"},
	"hours":    {"hours", "timmar", "hour", "timme"},
}

// Figures lists the figures in the order in which they are offered.
var Figures = []Figure{"problems", "projects", "products", "hours"}

// Name is how texts in a language call the figure, in its braces.
func (f Figure) Name(w *words.Words) string { return "{" + w.T("figure."+string(f)) + "}" }

var named = regexp.MustCompile(`\{[\p{L}]+\}`)

// Fill writes the race's figures into a text, and names those that it asks for and
// that there are not; they stay as they are.
func Fill(text string, b *model.Board, w *words.Words, at time.Time) (filled string, unknown []string) {
	filled = named.ReplaceAllStringFunc(text, func(name string) string {
		for f, names := range figures {
			if slices.Contains(names, model.Fold(name[1:len(name)-1])) {
				return w.Number(f.of(b, at))
			}
		}
		if !slices.Contains(unknown, name) {
			unknown = append(unknown, name)
		}
		return name
	})
	return filled, unknown
}

// of reads a figure from the board.
func (f Figure) of(b *model.Board, at time.Time) int {
	switch f {
	case "problems":
		return b.Figures(model.Problem, "").Total
	case "projects":
		return b.Figures(model.Project, "").Total
	case "products":
		return b.Figures(model.Product, "").Total
	}
	return Hours(b.Clock(), at)
}

// Hours is how long the race took so far, and at most its time limit.
func Hours(c model.Clock, at time.Time) int {
	spent := min(c.Elapsed(at), c.Length)
	if spent < time.Hour {
		spent = c.Length
	}
	return int(math.Round(spent.Hours()))
}

// told is a text as the report shows it: with the race's figures, and a dash for one
// that there is not.
func told(text string, b *model.Board, w *words.Words, at time.Time) string {
	filled, unknown := Fill(text, b, w, at)
	for _, name := range unknown {
		filled = strings.ReplaceAll(filled, name, orDash(""))
	}
	return strings.TrimSpace(filled)
}
