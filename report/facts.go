package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// Particulars are the grant's, as the funder's own page lists them, and the day that the
// report is of; what nobody wrote is empty.
func Particulars(b *model.Board, w *words.Words, at time.Time) []Fact {
	race := b.Race()
	grant := w.T("report.grant")
	if race.Funder != "" {
		grant = w.T("report.grantFrom", race.Funder)
	}
	return []Fact{{w.T("report.projectTitle"), Name(race, w)}, {w.T("report.reference"), race.Reference},
		{w.T("report.coordinator"), race.Coordinator}, {grant, race.Grant}, {w.T("report.period"), race.Period},
		{w.T("report.status"), race.Status}, {w.T("report.date"), w.Date(b.Clock().Wall(at))}}
}

// Name is what a race is called in its report, also one without a title.
func Name(race model.Race, w *words.Words) string { return cmp.Or(race.Title, w.T("report.untitled")) }

// Cards lists all cards of a stage, parked and merged ones last. Two projects or
// products that became one are one.
func Cards(b *model.Board, s model.Stage) []model.Card {
	cards := b.Column(s)
	for _, c := range slices.Concat(b.Parked(), b.Merged()) {
		if c.Stage == s && (s == model.Problem || b.Home(c.ID) == c.ID) {
			cards = append(cards, c)
		}
	}
	return cards
}

// Went returns the cards that a card went on to or, of one that went nowhere, what
// keeps it. Of one that was merged it names the one that stands for it.
func Went(b *model.Board, w *words.Words, c model.Card) (onward []model.Card, stays string) {
	home, _ := b.Card(b.Home(c.ID))
	onward = b.Onward(c.ID)
	switch {
	case home.ID != c.ID:
		return nil, w.T("report.merged", home.Title)
	case len(onward) > 0:
		return onward, ""
	case c.Parked:
		return nil, w.T("report.parked")
	}
	return nil, w.T("report.open")
}

// Titles writes the titles of cards one after the other.
func Titles(cards []model.Card, between string) string {
	out := make([]string, len(cards))
	for i, c := range cards {
		out[i] = c.Title
	}
	return strings.Join(out, between)
}

// Between writes from when to when, each from the start of the race.
func Between(from, to time.Duration) string { return HourMinute(from) + "–" + HourMinute(to) }

// HourMinute writes a length of time as hours and minutes: 04:30.
func HourMinute(d time.Duration) string {
	m := int(d.Round(time.Minute) / time.Minute)
	return fmt.Sprintf("%02d:%02d", m/60, m%60)
}

// Rest says how many of the cards of a stage are open, parked or duplicates; nothing
// where there are none.
func Rest(f model.Figures, s model.Stage, w *words.Words) string {
	var rest []string
	if f.Open > 0 && s != model.Product { // a product is at its goal
		rest = append(rest, w.T("report.count.open", f.Open))
	}
	if f.Parked > 0 {
		rest = append(rest, w.T("report.count.parked", f.Parked))
	}
	if f.Merged > 0 {
		rest = append(rest, w.T("report.count.merged", f.Merged))
	}
	return strings.Join(rest, ", ")
}
