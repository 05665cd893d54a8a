package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// A Round is one time that people vote with dots: it has a name, so many dots for
// each voter, and is kept. Until it is shown nobody sees where the dots are, so that
// they do not run after each other; how many are placed may be seen at any time. It is
// about the cards of one stage; those of an earlier release are about all.
type Round struct {
	ID    ID     `json:"id"`
	Rev   int64  `json:"-"`
	Name  string `json:"name"`
	Stage Stage  `json:"stage,omitempty"`
	Dots  int    `json:"dots,omitempty"` // each voter's; 0 for as many as they like
	Shown bool   `json:"shown,omitempty"`
	Order int    `json:"order"`
}

// Ref points at the round.
func (r Round) Ref() Ref { return Ref{KindRound, r.ID} }

// Revision is the Seq that last wrote the round.
func (r Round) Revision() int64 { return r.Rev }

// At returns the round as written by the Edit with this Seq.
func (r Round) At(rev int64) Entity { r.Rev = rev; return r }

// A Ballot is where one voter placed dots in a round. A voter is whoever stands at
// the board: a fresh ID for each turn is enough, and says nothing of who it was.
// Ballots are apart from the cards, so that any number of people at any number of
// desks vote without being in each other's way.
type Ballot struct {
	ID    ID         `json:"id"`
	Rev   int64      `json:"-"`
	Round ID         `json:"round"`
	Voter ID         `json:"voter"`
	Dots  map[ID]int `json:"dots"` // by card
}

// Ref points at the ballot.
func (v Ballot) Ref() Ref { return Ref{KindBallot, v.ID} }

// Revision is the Seq that last wrote the ballot.
func (v Ballot) Revision() int64 { return v.Rev }

// At returns the ballot as written by the Edit with this Seq.
func (v Ballot) At(rev int64) Entity { v.Rev = rev; return v }

// Rounds returns the rounds in the order in which they began.
func (b *Board) Rounds() []Round {
	rounds := collect[Round](b)
	slices.SortFunc(rounds, func(x, y Round) int {
		return cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID))
	})
	return rounds
}

// Voting returns the round that is going on: the last one that is not shown.
func (b *Board) Voting() (Round, bool) {
	for _, r := range slices.Backward(b.Rounds()) {
		if !r.Shown {
			return r, true
		}
	}
	return Round{}, false
}

// Secret says whether nobody is told the votes of a card at the moment: a round about
// its stage goes on, in which they would lead those who vote.
func (b *Board) Secret(c Card) bool {
	r, on := b.Voting()
	return on && (r.Stage == "" || r.Stage == c.Stage)
}

// BeginRound proposes a new round about the cards of a stage. One goes on at a time.
func (b *Board) BeginRound(name string, stage Stage, dots int) (Edit, error) {
	if !slices.Contains(Stages, stage) {
		return Edit{}, fmt.Errorf("begin round about %q: %w", stage, ErrNoMeaning)
	}
	if _, on := b.Voting(); on {
		return Edit{}, fmt.Errorf("begin round: %w", ErrExists)
	}
	order := 0
	for _, r := range b.Rounds() {
		order = max(order, r.Order+1)
	}
	return b.writeRound(LabelRound, Round{ID: NewID(), Name: name, Stage: stage, Dots: dots, Order: order})
}

// ChangeRound proposes another name for a round, or another number of dots.
func (b *Board) ChangeRound(id ID, name string, dots int) (Edit, error) {
	r, ok := b.Get(Ref{KindRound, id}).(Round)
	if !ok {
		return Edit{}, fmt.Errorf("change round: %w", ErrGone)
	}
	r.Name, r.Dots = name, dots
	return b.writeRound(LabelRound, r)
}

// ShowRound proposes that a round is over: its dots are seen, and are votes. Undo
// hides them again.
func (b *Board) ShowRound(id ID) (Edit, error) {
	r, ok := b.Get(Ref{KindRound, id}).(Round)
	if !ok {
		return Edit{}, fmt.Errorf("show round: %w", ErrGone)
	}
	r.Shown = true
	return b.writeRound(LabelShow, r)
}

func (b *Board) writeRound(label string, r Round) (Edit, error) {
	r.Name, r.Dots = CleanLine(r.Name), min(max(0, r.Dots), MaxList)
	switch {
	case r.Name == "":
		return Edit{}, fmt.Errorf("%s: %w", label, ErrNoTitle)
	case len(r.Name) > MaxTitle:
		return Edit{}, fmt.Errorf("%s: %w", label, ErrTooLong)
	}
	return b.replace(label, r), nil
}

// Dot proposes n more dots of a voter for a card, or fewer where n is negative.
func (b *Board) Dot(round, voter, card ID, n int) (Edit, error) {
	r, ok := b.Get(Ref{KindRound, round}).(Round)
	c, there := b.Card(card)
	switch {
	case !ok || !there:
		return Edit{}, fmt.Errorf("place dot: %w", ErrGone)
	case r.Stage != "" && c.Stage != r.Stage:
		return Edit{}, fmt.Errorf("place dot on %s: %w", c.Stage, ErrNoMeaning)
	case r.Shown:
		return Edit{}, fmt.Errorf("place dot: %w", ErrShown)
	}
	if left, limited := b.Left(round, voter); limited && n > left {
		return Edit{}, fmt.Errorf("place dot: %w", ErrSpent)
	}
	old := b.Ballot(round, voter)
	v := old
	v.Dots = maps.Clone(old.Dots)
	if v.Dots == nil {
		v.Dots = map[ID]int{}
	}
	if v.Dots[card] = min(v.Dots[card]+max(-maxDots, min(n, maxDots)), maxDots); v.Dots[card] <= 0 {
		delete(v.Dots, card)
	}
	if len(v.Dots) == 0 {
		if now := b.Get(v.Ref()); now != nil {
			return Edit{Label: LabelVote, Changes: []Change{{Before: now}}}, nil
		}
		return Edit{Label: LabelVote}, nil
	}
	return b.replace(LabelVote, v), nil
}

// maxDots keeps sums of dots far from where numbers end.
const maxDots = 1 << 20

// Ballot returns where a voter placed dots in a round: what may be shown to that
// voter while the round is going on.
func (b *Board) Ballot(round, voter ID) Ballot {
	empty := Ballot{ID: round + "/" + voter, Round: round, Voter: voter}
	if v, ok := b.Get(empty.Ref()).(Ballot); ok {
		return v
	}
	return empty
}

// Left returns how many dots a voter may still place in a round, and whether there
// is a limit. Dots on cards that are gone are not lost to the voter.
func (b *Board) Left(round, voter ID) (left int, limited bool) {
	r, ok := b.Get(Ref{KindRound, round}).(Round)
	if !ok || r.Dots == 0 {
		return 0, false
	}
	left = r.Dots
	for card, n := range b.Ballot(round, voter).Dots {
		if _, there := b.Card(card); there {
			left -= n
		}
	}
	return max(0, left), true
}
