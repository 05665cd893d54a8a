package form

import (
	"reflect"
	"slices"

	"racedesk/model"
	"racedesk/ui/kit"
)

// allBlanks are the blanks of the sheet, in no order that matters.
func (s *Card) allBlanks() []blank {
	return []blank{
		{in: paper{s.title}, text: func(c *model.Card) *string { return &c.Title }, line: true},
		{in: s.text, text: func(c *model.Card) *string { return &c.Text }},
		{in: paper{s.next}, text: func(c *model.Card) *string { return &c.NextStep }},
		{in: paper{s.forWhom}, text: func(c *model.Card) *string { return &c.ForWhom }},
		{in: paper{s.offer}, text: func(c *model.Card) *string { return &c.Offer }},
		{in: paper{s.terms}, text: func(c *model.Card) *string { return &c.Terms }},
		{in: paper{s.leader}, text: func(c *model.Card) *string { return &c.Leader }, line: true},
		{in: paper{s.designers}, list: func(c *model.Card) *[]string { return &c.Designers }, cut: listed},
		{in: paper{s.links}, list: func(c *model.Card) *[]string { return &c.Links }, cut: lined},
		{in: paper{s.tags}, list: func(c *model.Card) *[]string { return &c.Tags }, cut: listed},
	}
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
	s.held, s.why = false, ""
	if s.acts.Touched != nil {
		s.acts.Touched()
	}
}

// written is the card as the sheet says it should be.
func (s *Card) written() model.Card {
	c := s.card
	for _, x := range s.blanks {
		if !x.says(c) {
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
		s.acts.Again(is)
	default:
		s.card = is
		s.busy++
		s.acts.Write(was, is)
	}
}

// Rest is Save for when a hand rests, which asks for nothing that is not finished: a
// card without a title, or what was refused as it stands.
func (s *Card) Rest() {
	if !s.held && !s.gone && s.written().Title != "" {
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
		if x.says(s.card) {
			s.fill(x, now)
		} else {
			x.copy(&next, s.card)
		}
	}
	if slices.Equal(s.groups, s.card.Groups) {
		s.groups = now.Groups
	} else {
		next.Groups = s.card.Groups
	}
	s.count = max(0, now.Votes+s.count-s.card.Votes)
	s.card = next
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

// Refused tells that a Write was not stored, and why, in words. What was typed stays,
// on the card as it stands now, and is not asked to be stored again before a hand
// writes or is done.
func (s *Card) Refused(b *model.Board, was, is model.Card, why string) {
	s.busy--
	s.why = why
	s.held = !slices.ContainsFunc(s.blanks, func(x blank) bool { return !x.says(is) }) // nothing was typed since
	now, there := b.Card(was.ID)
	if s.gone = !there; there {
		for _, x := range s.blanks {
			if x.of(was) == x.of(is) && x.says(is) {
				s.fill(x, now)
			}
		}
		if slices.Equal(was.Groups, is.Groups) && slices.Equal(s.groups, is.Groups) {
			s.groups = now.Groups
		}
		s.count = max(0, now.Votes+s.count-was.Votes)
		s.card = now
	} else {
		s.card = was
	}
	s.around(b)
}

// Hold says why what is written was refused before the sheet was opened: it is not
// asked to be stored again before a hand writes or is done.
func (s *Card) Hold(b *model.Board, why string) {
	s.held, s.why = true, why
	s.tellNotice(b)
}
