package form

import (
	"fyne.io/fyne/v2"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// A grant is what the race is called and what its funder calls for: the same fields on
// the race's sheet and on the report's, whose cover shows them.
type grant struct {
	fields  []fyne.CanvasObject
	race    *model.Race // is written on
	entries []*kit.Entry
	filling bool
}

// newGrant returns the fields; wrote hears that a hand wrote.
func newGrant(race *model.Race, w *words.Words, wrote func()) *grant {
	g := &grant{race: race}
	keys := []string{"race.title", "race.reference", "race.coordinator", "race.funder", "race.grant", "race.period", "race.status"}
	for i, text := range g.texts() {
		e := line(*text)
		e.OnChanged = func(written string) {
			if !g.filling {
				*g.texts()[i] = written
				wrote()
			}
		}
		g.entries, g.fields = append(g.entries, e), append(g.fields, field(w.T(keys[i]), e))
	}
	return g
}

// texts are where the fields are kept.
func (g *grant) texts() []*string {
	r := g.race
	return []*string{&r.Title, &r.Reference, &r.Coordinator, &r.Funder, &r.Grant, &r.Period, &r.Status}
}

// show fills in what the race says, unless it is written so already.
func (g *grant) show() {
	g.filling = true
	defer func() { g.filling = false }()
	for i, text := range g.texts() {
		if model.CleanLine(g.entries[i].Text) != *text {
			g.entries[i].SetText(*text)
		}
	}
}

// lead goes to the first field that is empty.
func (g *grant) lead(roll *kit.Roll) {
	for i, text := range g.texts() {
		if *text == "" {
			roll.Lead(g.entries[i])
			return
		}
	}
}
