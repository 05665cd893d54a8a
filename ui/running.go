package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// running are the side timers and the pitch that run, small above the board; a tap
// opens where they are steered.
type running struct {
	box   *fyne.Container
	shown []string // the names, and how long what is beside them is
}

// runningWide is how wide the name of a timer may be.
const runningWide = 96

func newRunning() *running {
	r := &running{box: container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit))}
	r.box.Hide() // takes no room while nothing runs
	return r
}

// tick shows what is left of each. Digits are all as wide, so that the line is laid
// out anew only where a timer comes, goes or needs another digit.
func (r *running) tick(d *Desk) {
	b, now := d.session.Board, d.session.Now()
	var texts, shown []string
	var pages []form.Leaf
	add := func(name, left string, page form.Leaf) {
		name = kit.Fit(name, runningWide, kit.Size(kit.SizeText), fyne.TextStyle{})
		texts, pages = append(texts, name+"  "+left), append(pages, page)
		shown = append(shown, name+"  "+left[:len(left)-len("00")])
	}
	for _, t := range b.Timers() {
		if t.Run.Running() {
			add(t.Name, words.Minutes(t.Left(now)), form.TimersLeaf)
		}
	}
	if p, on := b.Pitch(); on && p.Run.Running() {
		add(r.title(b, p), words.Minutes(p.Left(now)), form.PitchLeaf)
	}
	if slices.Equal(shown, r.shown) {
		for i, text := range texts {
			r.box.Objects[i].(*kit.Chip).Set(text, true)
		}
		return
	}
	r.shown, r.box.Objects, r.box.Hidden = shown, nil, shown == nil
	for i, text := range texts {
		chip := kit.NewChip("", func(bool) { d.guarded(func() { d.openLeaf(pages[i]) }) })
		chip.Set(text, true)
		r.box.Add(chip)
	}
	d.strip.object.Refresh()
}

// title is that of the card whose turn it is.
func (r *running) title(b *model.Board, p model.Pitch) string {
	c, _ := b.Card(p.Now())
	return c.Title
}
