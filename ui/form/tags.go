package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// TagActs are what people ask of the panel that tags several cards.
type TagActs struct {
	Group func(group model.ID, on bool)
	Tag   func(tag string, on bool)
	Close func()
}

// Tags is the panel that says of several cards for whom they are and what they
// are about.
type Tags struct {
	Object fyne.CanvasObject
	words  *words.Words
	acts   TagActs
	body   *fyne.Container // of what changes with the cards
}

// NewTags returns the panel, with nothing on it before it is shown cards.
func NewTags(w *words.Words, acts TagActs) *Tags {
	t := &Tags{words: w, acts: acts, body: rows(2 * kit.Unit)}
	entry := kit.NewEntry()
	entry.SetPlaceHolder(w.T("tag.new"))
	entry.OnSubmitted = func(tag string) {
		if tag = model.CleanLine(tag); tag != "" {
			entry.SetText("")
			acts.Tag(tag, true)
		}
	}
	add := kit.NewButton(w.T("tag.add"), func() { entry.OnSubmitted(entry.Text) })
	done := kit.NewButton(w.T("sheet.done"), acts.Close)
	body := []fyne.CanvasObject{t.body, container.NewBorder(nil, nil, nil, add, entry)}
	t.Object = page{w.T("tag.sheet"), body, []fyne.CanvasObject{done}, acts.Close}.object()
	return t
}

// Show brings the panel up to date with the cards. A chip is dark where all of
// them have what it says; what is being written stays.
func (t *Tags) Show(cards []model.Card, groups []model.Group) {
	all := func(has func(model.Card) bool) bool {
		return !slices.ContainsFunc(cards, func(c model.Card) bool { return !has(c) })
	}
	whom, tags := wrapped(), wrapped()
	for _, g := range groups {
		chip := kit.NewChip(g.Name, func(on bool) { t.acts.Group(g.ID, on) }).Mark(g.Style)
		chip.Set(g.Name, all(func(c model.Card) bool { return c.In(g.ID) }))
		whom.Add(chip)
	}
	for _, tag := range tagsOf(cards) {
		chip := kit.NewChip(tag, func(on bool) { t.acts.Tag(tag, on) })
		chip.Set(tag, all(func(c model.Card) bool { return slices.ContainsFunc(c.Tags, same(tag)) }))
		tags.Add(chip)
	}
	t.body.Objects = []fyne.CanvasObject{titles(cards, t.words)}
	if len(groups) > 0 {
		t.body.Add(field(t.words.T("sheet.groups"), whom))
	}
	if len(tags.Objects) > 0 {
		t.body.Add(field(t.words.T("tag.tags"), tags))
	}
	t.body.Refresh()
}

// wrapped stands objects side by side, on as many lines as they need.
func wrapped() *fyne.Container {
	return container.New(layout.NewRowWrapLayoutWithCustomPadding(kit.Unit, 0))
}

// same says whether another tag is this one.
func same(tag string) func(string) bool {
	return func(other string) bool { return model.Fold(other) == model.Fold(tag) }
}

// tagsOf lists the tags that some of the cards carry, once each.
func tagsOf(cards []model.Card) (tags []string) {
	for _, c := range cards {
		for _, tag := range c.Tags {
			if !slices.ContainsFunc(tags, same(tag)) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}
