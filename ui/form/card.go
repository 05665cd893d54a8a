package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// CardActs are what people ask of a card's sheet.
type CardActs struct {
	PictureActs
	Write   func(was, is model.Card)
	Again   func(c model.Card, origins []model.ID) // puts what is written of a card that is gone on a new one
	Drop    func()                                 // puts the sheet away with all that is written on it
	Touched func()                                 // something was written, which is not asked to be stored yet
	Park    func(id model.ID, parked bool)
	Split   func(from, to model.ID)
	Apart   func(model.ID) // takes a project apart
	Gone    func(model.ID) // removes the card for good
	Moves   func(model.ID) // shows where the card can go
	Open    func(model.ID)
	Same    func(model.ID) // shows the cards that may say the same
	Unmerge func(model.ID)
	Tick    func(card, check model.ID, done bool)
	Browse  func(address string)
	Sought  func(tag string) bool // only cards with this tag are shown
	Seek    func(tag string)      // shows only cards with it, or no longer
	Who     func(model.ID) string // where the card was changed last, in words
	Past    func(model.ID)        // reads what happened to the card, for Card.Past
	Here    model.DeskID          // the desk that the sheet is at
	Name    func()                // leads to where it is given a name
	Close   func()
}

// Card is the sheet of one card. It follows the board: what is not being written
// on shows the card as it stands.
type Card struct {
	Object fyne.CanvasObject
	roll   *kit.Roll
	words  *words.Words
	acts   CardActs

	card    model.Card // as it stood when the writing began, for each field that is written on
	now     model.Card // as it stands
	origins []model.ID // the cards that it came from
	groups  []model.ID
	count   int      // of the card's own votes
	given   int      // votes beyond them
	busy    int      // Writes that have not come to their end
	gone    bool     // the card is no more
	home    model.ID // the card that stands for this one, if any
	held    bool     // what is written was refused, and waits for a hand
	why     string   // what is written was refused last
	asked   bool     // what is unsettled was shown to who wanted to be done
	listed  bool     // the checklist is, in full
	filling bool     // it is the sheet that writes

	title, leader, designers, tags, next, links *kit.Entry
	forWhom, offer, terms                       *kit.Entry // of a product
	text                                        *prose
	blanks                                      []blank

	votes                              *widget.Label
	chips                              []*kit.Chip // of the race's target groups, in their order
	pictures                           *pictures
	notice, ready, targets, dots, same *section
	tagged                             *section // the tags, each to look for on the board
	past                               *past
	kin, pages, endings, footer        *section
}

// NewCard returns the sheet of a card as it stands on the board, filled in with
// what is written of it: the same, or what could not be stored.
func NewCard(b *model.Board, card, c model.Card, w *words.Words, acts CardActs) *Card {
	part := newSection
	s := &Card{words: w, card: card, now: card, acts: acts, groups: slices.Clone(c.Groups), count: c.Votes,
		title: area("", 2), text: newProse("", w), forWhom: area("", 2), offer: area("", 2), terms: area("", 2),
		leader: line(""), designers: line(""), next: area("", 2), tags: line(""), links: area("", 2),
		notice: part(), ready: part(), tagged: part(), targets: part(), dots: part(), same: part(), kin: part(), pages: part(),
		past: &past{section: part()}, endings: part(), footer: part()}
	s.votes = widget.NewLabel("")
	s.blanks = s.allBlanks()
	for _, x := range s.blanks {
		x.in.fill(x.of(c))
	}
	s.listen()
	s.pictures = newPictures(b, card.ID, w, s.Save, acts.PictureActs)
	s.kin.box = rows(2 * kit.Unit)
	s.footer.box = container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit))
	s.Object, s.roll = page{w.T("sheet." + string(c.Stage)), s.fields(), []fyne.CanvasObject{s.footer.box}, s.Done}.rolled()
	s.around(b)
	return s
}

// fields are the rows of the sheet.
func (s *Card) fields() []fyne.CanvasObject {
	w := s.words
	under := map[string]*fyne.Container{}
	for _, x := range s.blanks {
		under[x.field] = x.under.box
	}
	blank := func(name, of string, in fyne.CanvasObject) fyne.CanvasObject {
		return field(w.T(name), rows(4, under[of], in)) // above: the field may be long
	}
	fields := []fyne.CanvasObject{s.notice.box, rows(kit.Unit, blank("sheet.title", "title", s.title), s.ready.box), blank("sheet.text", "text", s.text.object)}
	if s.card.Stage == model.Product {
		fields = append(fields, blank("check.forWhom", "forWhom", s.forWhom), blank("check.offer", "offer", s.offer), blank("check.terms", "terms", s.terms))
	}
	return append(fields, s.pictures.object, field(w.T("sheet.groups"), s.targets.box), rows(0, blank("sheet.tags", "tags", s.tags), s.tagged.box),
		field(w.T("sheet.votes"), s.dots.box), s.kin.box,
		blank("sheet.leader", "leader", s.leader), blank("sheet.designers", "designers", s.designers),
		blank("sheet.next", "nextStep", s.next), blank("sheet.links", "links", s.links),
		s.pages.box, s.past.box, s.endings.box)
}

// around brings up to date what the sheet shows of the board beside its fields.
func (s *Card) around(b *model.Board) {
	if !s.gone {
		s.origins = nil
		for _, c := range b.Sources(s.card.ID) {
			s.origins = append(s.origins, c.ID)
		}
	}
	s.home = ""
	if home := b.Home(s.card.ID); home != s.card.ID {
		s.home = home
	}
	s.given = b.Votes(s.card) - s.card.Votes
	s.tally()
	s.tellVotes(b)
	s.pictures.show(b, s.card.ID)
	s.tellSame()
	s.tellReady(b)
	s.tellTargets(b)
	s.tellTags()
	s.tellKin(b)
	s.past.secret = b.Secret(s.card)
	s.tellPast()
	s.tellEndings(b)
	s.tellPages()
	s.tellUnsettled()
	s.tellNotice(b)
	s.footer.tell([]bool{s.gone, s.home != "", s.card.Parked}, s.buttons)
}

// buttons are the foot of the sheet.
func (s *Card) buttons() []fyne.CanvasObject {
	w, parked := s.words, s.card.Parked
	if s.gone {
		again := kit.NewButton(w.T("gone.again"), func() { s.acts.Again(s.written(), s.origins) })
		again.Importance = widget.HighImportance
		return []fyne.CanvasObject{kit.NewButton(w.T("gone.drop"), s.acts.Drop), again}
	}
	move := kit.NewButton(w.T("sheet.move"), func() { s.Save(); s.acts.Moves(s.card.ID) })
	label := w.T("sheet.park")
	if parked {
		move.Disable()
		label = w.T("sheet.unpark")
	}
	park := kit.NewButton(label, func() { s.Save(); s.acts.Park(s.card.ID, !parked) })
	done := kit.NewButton(w.T("sheet.done"), s.Done)
	done.Importance = widget.HighImportance
	if s.home != "" {
		return []fyne.CanvasObject{done}
	}
	return []fyne.CanvasObject{move, park, done}
}

// tellEndings shows the buttons at the very end, each to be pressed twice: to take a
// project apart, and to remove the card for good.
func (s *Card) tellEndings(b *model.Board) {
	id, w := s.card.ID, s.words
	apart := s.card.Stage == model.Project && len(b.Sources(id)) > 0 && len(b.Onward(id)) == 0
	s.endings.tell([]bool{apart, s.gone}, func() []fyne.CanvasObject {
		if s.gone {
			return nil
		}
		box := rows(kit.Unit) // each in a row of its own, so that none moves under a finger
		if apart {
			box.Add(twice(w.T("no"), w.T("sheet.apart"), w.T("sheet.apart.sure"), func() { s.Save(); s.acts.Apart(id) }))
		}
		box.Add(twice(w.T("no"), w.T("sheet.remove"), w.T("sheet.remove.sure"), func() { s.acts.Gone(id) }))
		return []fyne.CanvasObject{box}
	})
}

// ID names the card that the sheet is of.
func (s *Card) ID() model.ID { return s.card.ID }

// tellTargets shows the target groups, each dark where it is chosen.
func (s *Card) tellTargets(b *model.Board) {
	all := b.Groups()
	s.targets.tell(all, func() []fyne.CanvasObject {
		s.chips = nil
		if len(all) == 0 {
			return []fyne.CanvasObject{kit.NewText(s.words.T("sheet.nogroups"), kit.SizeText, kit.ColorQuiet, 2)}
		}
		box := wrapped()
		for _, g := range all {
			chip := kit.NewChip(g.Name, func(on bool) {
				s.choose(all, g.ID, on)
				s.dress(all)
				s.touch()
			}).Mark(g.Style)
			s.chips = append(s.chips, chip)
			box.Add(chip)
		}
		return []fyne.CanvasObject{box}
	})
	s.dress(all)
}

// dress turns on the chips of the groups that are chosen.
func (s *Card) dress(all []model.Group) {
	for i, chip := range s.chips {
		chip.Set(all[i].Name, slices.Contains(s.groups, all[i].ID))
	}
}

// choose adds a target group or takes it away; the race's order stays.
func (s *Card) choose(all []model.Group, id model.ID, on bool) {
	var chosen []model.ID
	for _, g := range all {
		if g.ID == id && on || g.ID != id && slices.Contains(s.groups, g.ID) {
			chosen = append(chosen, g.ID)
		}
	}
	s.groups = chosen
}

// tellVotes counts the votes up and down, unless a round about the card goes on, and shows the way to
// the cards that say the same, whose votes it would add.
func (s *Card) tellVotes(b *model.Board) {
	secret := b.Secret(s.card)
	s.dots.tell(secret, s.ballot(secret))
}

func (s *Card) ballot(secret bool) func() []fyne.CanvasObject {
	add := func(n int) func() {
		return func() {
			s.count = max(0, s.count+n)
			s.tally()
			s.touch()
		}
	}
	return func() []fyne.CanvasObject {
		if secret { // those from before the round are not told of, either
			return []fyne.CanvasObject{kit.NewText(s.words.T("sheet.voting"), kit.SizeText, kit.ColorQuiet, 0),
				container.NewHBox(layout.NewSpacer(), s.same.box)}
		}
		return []fyne.CanvasObject{container.NewHBox(kit.NewRound(kit.Minus, add(-1)), container.NewCenter(s.votes),
			kit.NewRound("+", add(1)), layout.NewSpacer(), s.same.box)}
	}
}

// tellSame shows the way to the cards that say the same.
func (s *Card) tellSame() {
	own := !s.gone && s.home == ""
	s.same.tell(own, func() []fyne.CanvasObject {
		if !own {
			return nil
		}
		return []fyne.CanvasObject{kit.NewButton(s.words.T("same.button"), func() { s.Save(); s.acts.Same(s.card.ID) })}
	})
}

func (s *Card) tally() { s.votes.SetText(s.words.Number(s.given + s.count)) }
