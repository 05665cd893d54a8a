package model

import "slices"

// A Stage is how far a card has come: many problems, few projects, products.
type Stage string

// The stages in their order.
const (
	Problem Stage = "problem"
	Project Stage = "project"
	Product Stage = "product"
)

// Stages lists the stages in the order of the board's columns.
var Stages = []Stage{Problem, Project, Product}

// Next is the stage that follows s, or "" after the last.
func (s Stage) Next() Stage {
	if i := slices.Index(Stages, s); i >= 0 && i+1 < len(Stages) {
		return Stages[i+1]
	}
	return ""
}

// A Card is one problem, project or product.
type Card struct {
	ID        ID       `json:"id"`
	Rev       int64    `json:"-"`
	Stage     Stage    `json:"stage"`
	Rank      Rank     `json:"rank"`
	Title     string   `json:"title"`
	Text      string   `json:"text,omitempty"`
	Groups    []ID     `json:"groups,omitempty"` // target groups, in the race's order
	Tags      []string `json:"tags,omitempty"`   // free ones
	Votes     int      `json:"votes,omitempty"`  // given outside of rounds; Board.Votes counts all
	Parked    bool     `json:"parked,omitempty"`
	Into      ID       `json:"into,omitempty"`   // the card that says the same, see Board.Merge
	Leader    string   `json:"leader,omitempty"` // process leader
	Designers []string `json:"designers,omitempty"`
	ForWhom   string   `json:"forWhom,omitempty"` // of a product, as are the next two
	Offer     string   `json:"offer,omitempty"`
	Terms     string   `json:"terms,omitempty"`
	NextStep  string   `json:"nextStep,omitempty"`
	Ticks     []ID     `json:"ticks,omitempty"` // checks that a person saw to
	Links     []string `json:"links,omitempty"` // as they were written, see WebAddress
}

// Ref points at the card.
func (c Card) Ref() Ref { return Ref{KindCard, c.ID} }

// Revision is the Seq that last wrote the card.
func (c Card) Revision() int64 { return c.Rev }

// At returns the card as written by the Edit with this Seq.
func (c Card) At(rev int64) Entity { c.Rev = rev; return c }

// In says whether the card is meant for the target group.
func (c Card) In(group ID) bool { return slices.Contains(c.Groups, group) }

// People lists the process leader and the designers, whoever is set.
func (c Card) People() []string {
	if c.Leader == "" {
		return c.Designers
	}
	return append([]string{c.Leader}, c.Designers...)
}

// A Link records lineage: the card From went into the card To.
type Link struct {
	ID   ID    `json:"id"`
	Rev  int64 `json:"-"`
	From ID    `json:"from"`
	To   ID    `json:"to"`
}

// NewLink returns the link between two cards. The same two always have the same
// link, so that two desks joining the same cards make it once.
func NewLink(from, to ID) Link { return Link{ID: from + ">" + to, From: from, To: to} }

// Ref points at the link.
func (l Link) Ref() Ref { return Ref{KindLink, l.ID} }

// Revision is the Seq that last wrote the link.
func (l Link) Revision() int64 { return l.Rev }

// At returns the link as written by the Edit with this Seq.
func (l Link) At(rev int64) Entity { l.Rev = rev; return l }
