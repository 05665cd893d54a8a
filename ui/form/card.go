package form

import (
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// CardActs are what people ask of a card's sheet.
type CardActs struct {
	Write func(was, is model.Card)
	Park  func(id model.ID, parked bool)
	Split func(from, to model.ID)
	Apart func(model.ID) // takes a project apart
	Gone  func(model.ID) // removes the card for good
	Moves func(model.ID) // shows where the card can go
	Open  func(model.ID)
	Close func()
}

// Card is the sheet of one card.
type Card struct {
	Object fyne.CanvasObject
	card   model.Card
	acts   CardActs
	groups []model.ID

	title, leader, designers, tags, next *kit.Entry
	forWhom, offer, terms                *kit.Entry // of a product
	text                                 *prose
	votes                                *widget.Label
	count, given                         int // votes, and those beyond them that rounds gave
}

// NewCard returns the sheet of a card as it stands on the board, filled in with
// what is written of it: the same, or what could not be stored.
func NewCard(b *model.Board, card, c model.Card, w *words.Words, acts CardActs) *Card {
	s := &Card{card: card, acts: acts, groups: slices.Clone(c.Groups), count: c.Votes,
		given: b.Votes(card) - card.Votes}
	s.title, s.next = area(c.Title, 2), area(c.NextStep, 2)
	s.text = newProse(c.Text, w)
	s.leader, s.designers = line(c.Leader), line(strings.Join(c.Designers, listed))
	s.tags = line(strings.Join(c.Tags, listed))
	s.forWhom, s.offer, s.terms = area(c.ForWhom, 2), area(c.Offer, 2), area(c.Terms, 2)
	s.votes = widget.NewLabel(w.Number(s.count + s.given))
	done := widget.NewButton(w.T("sheet.done"), func() { s.Save(); acts.Close() })
	done.Importance = widget.HighImportance
	s.Object = page{w.T("sheet." + string(c.Stage)), s.fields(b, w), []fyne.CanvasObject{s.moving(w), s.parking(w), done}, done.OnTapped}.object()
	return s
}

// listed stands between the names of a list, as people write it.
const listed = ", "

// fields are the rows of the sheet.
func (s *Card) fields(b *model.Board, w *words.Words) []fyne.CanvasObject {
	var fields []fyne.CanvasObject
	if lacks := s.lacks(b, w); lacks != "" {
		fields = append(fields, kit.NewText(lacks, kit.SizeNote, kit.ColorQuiet, 3))
	}
	fields = append(fields, field(w.T("sheet.title"), s.title), field(w.T("sheet.text"), s.text.object))
	if s.card.Stage == model.Product {
		fields = append(fields, field(w.T("check.forWhom"), s.forWhom), field(w.T("check.offer"), s.offer), field(w.T("check.terms"), s.terms))
	}
	groups := s.chips(b)
	if len(b.Groups()) == 0 {
		groups = kit.NewText(w.T("sheet.nogroups"), kit.SizeText, kit.ColorQuiet, 2)
	}
	fields = append(fields, field(w.T("sheet.groups"), groups), field(w.T("sheet.votes"), s.ballot(w)),
		field(w.T("sheet.leader"), s.leader), field(w.T("sheet.designers"), s.designers),
		field(w.T("sheet.next"), s.next), field(w.T("sheet.tags"), s.tags))
	fields = append(fields, s.lineage(b, w)...)
	return append(fields, s.endings(b, w))
}

// lacks says what the race's checklist would have of the card; it only advises.
func (s *Card) lacks(b *model.Board, w *words.Words) string {
	var names []string
	for _, c := range b.Missing(s.card) {
		name := c.Name
		if name == "" {
			name = w.T(c.Key())
		}
		first, n := utf8.DecodeRuneInString(name)
		names = append(names, string(unicode.ToLower(first))+name[n:])
	}
	if len(names) == 0 {
		return ""
	}
	return w.T("sheet.lacks", strings.Join(names, listed))
}

// moving is the button that shows where the card can go, without dragging.
func (s *Card) moving(w *words.Words) fyne.CanvasObject {
	b := widget.NewButton(w.T("sheet.move"), func() { s.Save(); s.acts.Moves(s.card.ID) })
	if s.card.Parked {
		b.Disable()
	}
	return b
}

// parking is the button that puts the card aside, or brings it back.
func (s *Card) parking(w *words.Words) fyne.CanvasObject {
	label := w.T("sheet.park")
	if s.card.Parked {
		label = w.T("sheet.unpark")
	}
	return widget.NewButton(label, func() { s.Save(); s.acts.Park(s.card.ID, !s.card.Parked) })
}

// endings are the buttons at the very end, each to be pressed twice: to take a
// project apart, and to remove the card for good.
func (s *Card) endings(b *model.Board, w *words.Words) fyne.CanvasObject {
	box := container.New(layout.NewRowWrapLayoutWithCustomPadding(kit.Unit, kit.Unit))
	if s.card.Stage == model.Project && len(b.Sources(s.card.ID)) > 0 {
		box.Add(twice(w.T("sheet.apart"), w.T("sheet.apart.sure"), func() { s.Save(); s.acts.Apart(s.card.ID) }))
	}
	box.Add(twice(w.T("sheet.remove"), w.T("sheet.remove.sure"), func() { s.acts.Gone(s.card.ID) }))
	return box
}

// ID names the card that the sheet is of.
func (s *Card) ID() model.ID { return s.card.ID }

// Save asks for what was written since the last Save to be stored, if anything
// was.
func (s *Card) Save() {
	was, is := s.card, s.written()
	if !reflect.DeepEqual(is, was) {
		s.card = is
		s.acts.Write(was, is)
	}
}

// written is the card as the sheet says it should be.
func (s *Card) written() model.Card {
	c := s.card
	c.Title, c.Text, c.NextStep = s.title.Text, s.text.text(), s.next.Text
	c.ForWhom, c.Offer, c.Terms = s.forWhom.Text, s.offer.Text, s.terms.Text
	c.Leader, c.Groups, c.Votes = s.leader.Text, s.groups, s.count
	c.Designers, c.Tags = names(s.designers.Text), names(s.tags.Text)
	if len(c.Groups) == 0 {
		c.Groups = nil
	}
	return c
}

// names reads a list that people wrote with commas between.
func names(text string) (list []string) {
	for _, name := range strings.Split(text, ",") {
		if name = model.CleanLine(name); name != "" {
			list = append(list, name)
		}
	}
	return list
}

// chips are the target groups, each dark where it is chosen.
func (s *Card) chips(b *model.Board) fyne.CanvasObject {
	box := container.New(layout.NewRowWrapLayoutWithCustomPadding(kit.Unit, 0))
	for _, g := range b.Groups() {
		var chip *kit.Chip
		chip = kit.NewChip(g.Name, func(on bool) {
			s.choose(b, g.ID, on)
			chip.Set(g.Name, on)
		}).Mark(g.Style)
		chip.Set(g.Name, slices.Contains(s.groups, g.ID))
		box.Add(chip)
	}
	return box
}

// choose adds a target group or takes it away; the race's order stays.
func (s *Card) choose(b *model.Board, id model.ID, on bool) {
	var chosen []model.ID
	for _, g := range b.Groups() {
		if g.ID == id && on || g.ID != id && slices.Contains(s.groups, g.ID) {
			chosen = append(chosen, g.ID)
		}
	}
	s.groups = chosen
}

// ballot counts the votes up and down.
func (s *Card) ballot(w *words.Words) fyne.CanvasObject {
	add := func(n int) func() {
		return func() {
			s.count = max(0, s.count+n)
			s.votes.SetText(w.Number(s.given + s.count))
		}
	}
	return container.NewHBox(kit.NewRound("−", add(-1)), container.NewCenter(s.votes), kit.NewRound("+", add(1)))
}

// lineage lists where the card came from and where it went; a tap follows.
func (s *Card) lineage(b *model.Board, w *words.Words) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if sources := b.Sources(s.card.ID); len(sources) > 0 {
		list := rows(0)
		for _, from := range sources {
			out := widget.NewButtonWithIcon("", theme.CancelIcon(), func() { s.Save(); s.acts.Split(from.ID, s.card.ID) })
			out.Importance = widget.LowImportance
			list.Add(container.NewBorder(nil, nil, nil, out, s.way(from)))
		}
		parts = append(parts, field(w.T("sheet.from", len(sources)), list))
	}
	if onward := b.Onward(s.card.ID); len(onward) > 0 {
		list := rows(0)
		for _, to := range onward {
			list.Add(s.way(to))
		}
		parts = append(parts, field(w.T("sheet.to"), list))
	}
	return parts
}

func (s *Card) way(c model.Card) fyne.CanvasObject {
	title := kit.Fit(c.Title, 300, kit.Size(kit.SizeText), fyne.TextStyle{})
	b := widget.NewButton(title, func() { s.Save(); s.acts.Open(c.ID) })
	b.Alignment, b.Importance = widget.ButtonAlignLeading, widget.LowImportance
	return b
}
