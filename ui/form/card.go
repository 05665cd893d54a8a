package form

import (
	"reflect"
	"slices"
	"strings"

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
	Open  func(model.ID)
	Close func()
}

// Card is the sheet of one card.
type Card struct {
	Object fyne.CanvasObject
	card   model.Card
	acts   CardActs
	groups []model.ID

	title, text, leader, designers, next *widget.Entry
	votes                                *widget.Label
	count, given                         int // votes, and those beyond them that rounds gave
}

// NewCard returns the sheet of a card as it stands on the board, filled in with
// what is written of it: the same, or what could not be stored.
func NewCard(b *model.Board, card, c model.Card, w *words.Words, acts CardActs) *Card {
	s := &Card{card: card, acts: acts, groups: slices.Clone(c.Groups), count: c.Votes, given: b.Votes(card) - card.Votes}
	s.title, s.text, s.next = area(c.Title, 2), area(c.Text, 5), area(c.NextStep, 2)
	s.leader, s.designers = line(c.Leader), line(strings.Join(c.Designers, ", "))
	s.votes = widget.NewLabel(w.Number(s.given + s.count))
	fields := []fyne.CanvasObject{
		field(w.T("sheet.title"), s.title), field(w.T("sheet.text"), s.text),
		field(w.T("sheet.groups"), s.chips(b)), field(w.T("sheet.votes"), s.ballot(w)),
		field(w.T("sheet.leader"), s.leader), field(w.T("sheet.designers"), s.designers),
		field(w.T("sheet.next"), s.next),
	}
	fields = append(fields, s.lineage(b, w)...)
	park := widget.NewButton(w.T("sheet.park"), func() { s.Save(); acts.Park(c.ID, true) })
	if card.Parked {
		park.SetText(w.T("sheet.unpark"))
		park.OnTapped = func() { s.Save(); acts.Park(c.ID, false) }
	}
	done := widget.NewButton(w.T("sheet.done"), func() { s.Save(); acts.Close() })
	done.Importance = widget.HighImportance
	s.Object = page{w.T("sheet." + string(c.Stage)), fields, []fyne.CanvasObject{park, done}, done.OnTapped}.object()
	return s
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
	c.Title, c.Text, c.NextStep = s.title.Text, s.text.Text, s.next.Text
	c.Leader, c.Groups, c.Votes = s.leader.Text, s.groups, s.count
	c.Designers = nil
	for _, d := range strings.Split(s.designers.Text, ",") {
		if d = model.CleanLine(d); d != "" {
			c.Designers = append(c.Designers, d)
		}
	}
	if len(c.Groups) == 0 {
		c.Groups = nil
	}
	return c
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
