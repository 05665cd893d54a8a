package model

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
)

// Rules are what a race advises: what a card of each stage should have, and how
// many cards are enough at a time. They colour the board and never stop anybody.
type Rules struct {
	Rev    int64   `json:"-"`
	Checks []Check `json:"checks"`
	Limits []Limit `json:"limits,omitempty"`
}

// A Check is one thing that a card of a stage should have. What the board can see
// by itself is named by its ID, see needs; anything else is ticked by a person.
type Check struct {
	Stage Stage  `json:"stage"`
	ID    ID     `json:"id"`
	Name  string `json:"name,omitempty"` // as people wrote it; empty where Key words it
}

// Key is the key of the wording of a check that has no name.
func (c Check) Key() string { return "check." + string(c.ID) }

// A Limit is how many open cards of a stage are enough, of one target group or,
// with an empty group, of all.
type Limit struct {
	Stage Stage `json:"stage"`
	Group ID    `json:"group,omitempty"`
	Most  int   `json:"most"`
}

// RulesRef points at the one Rules of a board.
var RulesRef = Ref{KindRules, "rules"}

// Ref points at the rules.
func (Rules) Ref() Ref { return RulesRef }

// Revision is the Seq that last wrote the rules.
func (r Rules) Revision() int64 { return r.Rev }

// At returns the rules as written by the Edit with this Seq.
func (r Rules) At(rev int64) Entity { r.Rev = rev; return r }

// needs are the checks that the board sees by itself.
var needs = map[ID]func(*Board, Card) bool{
	"problem":  func(b *Board, c Card) bool { return len(b.Problems(c.ID)) > 0 },
	"group":    func(_ *Board, c Card) bool { return len(c.Groups) > 0 },
	"leader":   func(_ *Board, c Card) bool { return c.Leader != "" },
	"text":     func(_ *Board, c Card) bool { return c.Text != "" },
	"forWhom":  func(_ *Board, c Card) bool { return c.ForWhom != "" },
	"offer":    func(_ *Board, c Card) bool { return c.Offer != "" },
	"terms":    func(_ *Board, c Card) bool { return c.Terms != "" },
	"nextStep": func(_ *Board, c Card) bool { return c.NextStep != "" },
}

// ticked are the checks with a wording of their own that only a person can make.
var ticked = []ID{"novelty", "feasibility"}

// DefaultRules are those of a race that has none of its own.
func DefaultRules() Rules {
	var r Rules
	for _, stage := range []struct {
		stage  Stage
		checks []ID
	}{
		{Problem, []ID{"group"}},
		{Project, []ID{"problem", "group", "leader", "text"}},
		{Product, append([]ID{"forWhom", "offer", "terms", "nextStep"}, ticked...)},
	} {
		for _, id := range stage.checks {
			r.Checks = append(r.Checks, Check{Stage: stage.stage, ID: id})
		}
	}
	return r
}

// Rules returns what the race advises.
func (b *Board) Rules() Rules {
	if r, ok := b.Get(RulesRef).(Rules); ok {
		return r
	}
	return DefaultRules()
}

// Missing returns the checks of its stage that a card does not meet yet.
func (b *Board) Missing(c Card) []Check {
	var out []Check
	for _, check := range b.Rules().Checks {
		if check.Stage != c.Stage {
			continue
		}
		met := slices.Contains(c.Ticks, check.ID)
		if need, seen := needs[check.ID]; seen {
			met = need(b, c)
		}
		if !met {
			out = append(out, check)
		}
	}
	return out
}

// Ticked says whether a person has to see to a check, since the board cannot.
func (c Check) Ticked() bool { return needs[c.ID] == nil }

// Tick proposes that a person saw to a check of a card, or takes that back.
func (b *Board) Tick(card, check ID, done bool) (Edit, error) {
	c, ok := b.Card(card)
	if !ok {
		return Edit{}, fmt.Errorf("tick check: %w", ErrGone)
	}
	if needs[check] != nil || check == "" {
		return Edit{}, fmt.Errorf("tick check %q: %w", check, ErrNoMeaning)
	}
	c.Ticks = slices.DeleteFunc(slices.Clone(c.Ticks), func(id ID) bool { return id == check })
	if done {
		c.Ticks = append(c.Ticks, check)
	}
	c.Ticks = once(c.Ticks)
	if err := few(len(c.Ticks), MaxList); err != nil {
		return Edit{}, fmt.Errorf("tick check: %w", err)
	}
	return b.replace(LabelTick, c), nil
}

// SetChecks proposes other checks, in their order. One without a name that no
// wording knows either is left out; one that is new gets an ID, by which cards
// remember that it was ticked also when it is called something else.
func (b *Board) SetChecks(checks []Check) (Edit, error) {
	rules := b.Rules()
	rules.Checks = nil
	for _, c := range checks {
		known := needs[c.ID] != nil || slices.Contains(ticked, c.ID)
		switch c.Name = CleanLine(c.Name); {
		case !slices.Contains(Stages, c.Stage):
			return Edit{}, fmt.Errorf("set checks of %q: %w", c.Stage, ErrNoMeaning)
		case len(c.Name) > MaxTitle:
			return Edit{}, fmt.Errorf("set checks: %w", ErrTooLong)
		case c.Name == "" && !known:
			continue
		case c.ID == "":
			c.ID = NewID()
		}
		if !slices.ContainsFunc(rules.Checks, func(x Check) bool { return x.Stage == c.Stage && x.ID == c.ID }) {
			rules.Checks = append(rules.Checks, c)
		}
	}
	if err := few(len(rules.Checks), MaxList); err != nil {
		return Edit{}, fmt.Errorf("set checks: %w", err)
	}
	return b.setRules(rules), nil
}

// SetLimit proposes how many open cards of a stage are enough, of a target group or
// of all; with 0 there is no limit.
func (b *Board) SetLimit(stage Stage, group ID, most int) (Edit, error) {
	if !slices.Contains(Stages, stage) {
		return Edit{}, fmt.Errorf("limit %q: %w", stage, ErrNoMeaning)
	}
	if _, ok := b.Get(Ref{KindGroup, group}).(Group); !ok && group != "" {
		return Edit{}, fmt.Errorf("limit %s: %w", stage, ErrGone)
	}
	rules := b.Rules()
	rules.Limits = slices.DeleteFunc(slices.Clone(rules.Limits), func(l Limit) bool {
		_, there := b.Get(Ref{KindGroup, l.Group}).(Group)
		return l.Stage == stage && l.Group == group || l.Group != "" && !there
	})
	if most > 0 {
		rules.Limits = append(rules.Limits, Limit{Stage: stage, Group: group, Most: most})
	}
	slices.SortFunc(rules.Limits, func(x, y Limit) int {
		return cmp.Or(cmp.Compare(slices.Index(Stages, x.Stage), slices.Index(Stages, y.Stage)), cmp.Compare(x.Group, y.Group))
	})
	if len(rules.Limits) == 0 {
		rules.Limits = nil
	}
	return b.setRules(rules), nil
}

// setRules proposes other rules; those that a race has anyway are not stored.
func (b *Board) setRules(r Rules) Edit {
	if b.Get(RulesRef) == nil && reflect.DeepEqual(r, DefaultRules()) {
		return Edit{Label: LabelRules}
	}
	return b.replace(LabelRules, r)
}

// A Load is how many cards are open where so many are enough; Most is 0 where there
// is no limit.
type Load struct{ Count, Most int }

// Over says whether there are more cards than enough.
func (l Load) Over() bool { return l.Most > 0 && l.Count > l.Most }

// Load counts the open cards of a stage, of one target group or, with an empty
// group, of all, against their limit. What went on, is parked or merged is done
// with and does not count.
func (b *Board) Load(stage Stage, group ID) Load {
	l := Load{Count: b.Figures(stage, group).Open}
	for _, x := range b.Rules().Limits {
		if x.Stage == stage && x.Group == group {
			l.Most = x.Most
		}
	}
	return l
}
