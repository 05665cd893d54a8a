package form

import (
	"reflect"
	"slices"

	"racedesk/model"
	"racedesk/ui/kit"
)

// allBlanks are the blanks of the sheet, from the top.
func (s *Card) allBlanks() []blank {
	blanks := []blank{
		{field: "title", in: paper{s.title}, text: func(c *model.Card) *string { return &c.Title }, line: true},
		{field: "text", in: s.text, text: func(c *model.Card) *string { return &c.Text }},
		{field: "forWhom", in: paper{s.forWhom}, text: func(c *model.Card) *string { return &c.ForWhom }},
		{field: "offer", in: paper{s.offer}, text: func(c *model.Card) *string { return &c.Offer }},
		{field: "terms", in: paper{s.terms}, text: func(c *model.Card) *string { return &c.Terms }},
		{field: "tags", in: paper{s.tags}, list: func(c *model.Card) *[]string { return &c.Tags }, cut: listed},
		{field: "leader", in: paper{s.leader}, text: func(c *model.Card) *string { return &c.Leader }, line: true},
		{field: "designers", in: paper{s.designers}, list: func(c *model.Card) *[]string { return &c.Designers }, cut: listed},
		{field: "nextStep", in: paper{s.next}, text: func(c *model.Card) *string { return &c.NextStep }},
		{field: "links", in: paper{s.links}, list: func(c *model.Card) *[]string { return &c.Links }, cut: lined},
	}
	for i := range blanks {
		blanks[i].under = newSection()
	}
	return blanks
}

// listen hears when something is written, and when a field is left.
func (s *Card) listen() {
	for _, e := range []*kit.Entry{s.title, s.text.entry, s.next, s.forWhom, s.offer, s.terms, s.leader, s.designers, s.tags, s.links} {
		e.OnChanged = func(string) { s.touch() }
		e.Left = s.Rest
	}
}

// touch notes that a hand wrote something.
func (s *Card) touch() {
	if s.filling {
		return
	}
	s.held, s.why, s.asked = false, "", false
	s.tellUnsettled()
	if s.acts.Touched != nil {
		s.acts.Touched()
	}
}

// written is the card as the sheet says it should be, but for what waits.
func (s *Card) written() model.Card {
	c, faults := s.card, s.faults()
	for _, x := range s.blanks {
		if !x.says(c) && !s.waits(x, faults) {
			x.put(&c, x.in.written())
		}
	}
	if !slices.Equal(c.Groups, s.groups) {
		c.Groups = s.groups
	}
	c.Votes = s.count
	return c
}

// Save asks for what was written since the last Save to be stored, if anything
// was. Where the card is gone, it asks for a new one.
func (s *Card) Save() {
	was, is := s.card, s.written()
	switch {
	case reflect.DeepEqual(is, was):
	case s.gone:
		s.acts.Again(is, s.origins)
	default:
		for _, x := range s.blanks {
			if x.of(was) != x.of(is) {
				x.copy(&s.now, is)
			}
		}
		s.card = is
		s.busy++
		s.acts.Write(was, is)
	}
}

// Rest is Save for when a hand rests, which does not ask again for what was refused as
// it stands.
func (s *Card) Rest() {
	if !s.held && !s.gone {
		s.Save()
	}
}

// Show shows the card as it stands on the board: each field that is not written on.
// While a Write is on its way the board does not have it yet.
func (s *Card) Show(b *model.Board) {
	if s.busy > 0 {
		return
	}
	now, there := b.Card(s.card.ID)
	if s.gone = !there; there {
		s.follow(now)
	}
	s.around(b)
}

// follow takes the card as it stands for each field that is not written on. The
// others are still told apart from what they were when the writing began: who
// changes what somebody else changed meanwhile shall hear of it.
func (s *Card) follow(now model.Card) {
	next := now
	for _, x := range s.blanks {
		switch {
		case x.says(s.card):
			s.fill(x, now)
		case !x.says(now):
			x.copy(&next, s.card)
		}
	}
	if slices.Equal(s.groups, s.card.Groups) {
		s.groups = now.Groups
	} else {
		next.Groups = s.card.Groups
	}
	s.count = max(0, now.Votes+s.count-s.card.Votes)
	s.card, s.now = next, now
}

// fill shows a card's text in a blank, unless it says the same already: then it
// stays as it was typed.
func (s *Card) fill(x blank, c model.Card) {
	if !x.says(c) {
		s.filling = true
		x.in.fill(x.of(c))
		s.filling = false
	}
}

// Stored tells that a Write is on the board.
func (s *Card) Stored(b *model.Board) {
	s.busy--
	s.why = ""
	s.Show(b)
}

// Refused tells that a Write was not stored, and why, in words. What was typed stays.
// Where somebody else wrote on the same field, both texts are shown, and what is
// written elsewhere on the sheet is stored without it; it returns true then. Else
// nothing is asked to be stored again before a hand writes or is done.
func (s *Card) Refused(b *model.Board, was, is model.Card, why string) (clash bool) {
	s.busy--
	typed := slices.ContainsFunc(s.blanks, func(x blank) bool { return !x.says(is) })
	s.card = was
	s.Show(b)
	if clash = slices.ContainsFunc(s.blanks, s.clashes); clash {
		s.Save()
		return true
	}
	s.held, s.why = !typed, why
	s.tellNotice(b)
	return false
}

// From takes over from an earlier sheet of the same card where that came from.
func (s *Card) From(earlier *Card) { s.origins = earlier.origins }
