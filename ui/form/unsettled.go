package form

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// What is written on a field waits, and is not asked to be stored, while it cannot be,
// or while somebody else wrote on the same field and nobody chose. It stands in the way
// of nothing else.

// typed is the card as the sheet says it should be, with what waits.
func (s *Card) typed() model.Card {
	c := s.card
	for _, x := range s.blanks {
		if !x.says(c) {
			x.put(&c, x.in.written())
		}
	}
	return c
}

// faults are what keeps fields from being stored as they are written.
func (s *Card) faults() map[string]model.Fault {
	faults := map[string]model.Fault{}
	for _, f := range s.typed().Faults() {
		faults[f.Field] = f
	}
	return faults
}

// clashes says whether somebody else wrote on a field since the writing on it began,
// and otherwise. Lists are put together from both.
func (s *Card) clashes(x blank) bool {
	return x.list == nil && !s.gone && !x.says(s.card) && !x.says(s.now) && x.of(s.now) != x.of(s.card)
}

// waits says whether what is written on a field is not asked to be stored.
func (s *Card) waits(x blank, faults map[string]model.Fault) bool {
	_, fault := faults[x.field]
	return fault && !x.says(s.card) || s.clashes(x)
}

// Unsettled returns the card as it was when the writing began, and with what is written
// on it that is not stored, if anything is. The title that a card had goes before none.
func (s *Card) Unsettled() (was, is model.Card, any bool) {
	was, is = s.card, s.card
	faults := s.faults()
	for _, x := range s.blanks {
		empty := errors.Is(faults[x.field].Err, model.ErrNoTitle)
		if !empty && (s.waits(x, faults) || s.held && !x.says(s.card)) {
			x.put(&is, x.in.written())
			any = true
		}
	}
	return was, is, any && !s.gone
}

// first is the first field that is unsettled, from the top.
func (s *Card) first() (blank, bool) {
	was, is, _ := s.Unsettled()
	i := slices.IndexFunc(s.blanks, func(x blank) bool { return x.of(was) != x.of(is) })
	if i < 0 {
		return blank{}, false
	}
	return s.blanks[i], true
}

// Done stores what is written and puts the sheet away. Where something is unsettled it
// is shown once before.
func (s *Card) Done() {
	s.Save()
	if x, unsettled := s.first(); unsettled && !s.asked && !s.held && !s.gone {
		s.asked = true
		s.tellUnsettled()
		s.roll.Bring(x.under.box)
		return
	}
	s.acts.Close()
}

// tellUnsettled says under each field what is to be settled there.
func (s *Card) tellUnsettled() {
	faults := s.faults()
	for _, x := range s.blanks {
		fault, clash := faults[x.field], s.clashes(x)
		theirs := ""
		if clash {
			theirs = x.of(s.now)
		}
		asked := s.asked && s.waits(x, faults) && !errors.Is(fault.Err, model.ErrNoTitle)
		x.under.tell([]any{fault, clash, theirs, asked}, func() []fyne.CanvasObject {
			var parts []fyne.CanvasObject
			if fault.Err != nil {
				parts = append(parts, said(s.faulty(fault)))
			}
			if clash {
				parts = append(parts, s.choice(x))
			}
			if asked {
				parts = append(parts, said(s.words.T("unsettled.again")))
			}
			return parts
		})
	}
}

// said is a sentence under a field.
func said(text string) *kit.Text { return kit.NewText(text, kit.SizeNote, kit.ColorAlarm, 4).Bold() }

// faulty says what keeps a field from being stored.
func (s *Card) faulty(f model.Fault) string {
	if errors.Is(f.Err, model.ErrNoTitle) {
		return s.words.T("fault.title", kit.Fit(s.card.Title, faultWidth, kit.Size(kit.SizeNote), fyne.TextStyle{}))
	}
	return Fault(f, s.words)
}

// faultWidth is how wide the title is that stays.
const faultWidth = 200

// Fault says of what there is too much, how much there may be, and how much to take
// away.
func Fault(f model.Fault, w *words.Words) string {
	each := "fault.each." + f.Field
	switch {
	case errors.Is(f.Err, model.ErrTooMany) && f.Field != "":
		return w.T("fault.many."+f.Field, f.Most, f.Over)
	case errors.Is(f.Err, model.ErrTooMany):
		return w.T("fault.many", f.Most, f.Over)
	case w.Has(each):
		return w.T(each, f.Most, f.Over)
	}
	return w.T("fault.long", f.Most, f.Over)
}

// choice shows what somebody else wrote on a field, and what to do with both.
func (s *Card) choice(x blank) fyne.CanvasObject {
	const lines = 8
	w, theirs := s.words, x.of(s.now)
	who := w.T("clash.elsewhere")
	if s.acts.Who != nil {
		who = s.acts.Who(s.card.ID)
	}
	keep := func(label, text string, fill bool) *kit.Button {
		return kit.NewButton(w.T(label), func() { s.settle(x, text, fill) })
	}
	buttons := container.New(layout.NewRowWrapLayoutWithCustomPadding(kit.Unit, kit.Unit),
		keep("clash.mine", "", false), keep("clash.theirs", theirs, true))
	if !x.line && theirs != "" && strings.TrimSpace(x.in.written()) != "" {
		buttons.Add(keep("clash.both", theirs+"\n"+x.in.written(), true))
	}
	shown := kit.NewText(strings.ToValidUTF8(theirs[:min(len(theirs), kit.Readable)], ""), kit.SizeText, kit.ColorInk, lines)
	if theirs == "" {
		shown = kit.NewText(w.T("clash.empty"), kit.SizeText, kit.ColorQuiet, 1)
	}
	return framed(rows(kit.Unit, said(w.T("clash.told", who)), shown, buttons))
}

// settle ends a clash: from now on the field is told apart from what somebody else
// wrote. It has another text where fill says so.
func (s *Card) settle(x blank, text string, fill bool) {
	x.copy(&s.card, s.now)
	if fill {
		s.filling = true
		x.in.fill(text)
		s.filling = false
	}
	s.asked = false
	s.Save()
	s.tellUnsettled()
}
