package model

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// An Outline is a whole race as a person writes it down: cards by key, lineage
// by naming where a card came from. The sample race is one.
type Outline struct {
	Race struct {
		Race
		Hours float64 `json:"hours"`
	} `json:"race"`
	Report Report `json:"report"`
	Groups []struct {
		Key   ID     `json:"key"`
		Name  string `json:"name"`
		Style int    `json:"style"`
	} `json:"groups"`
	People []Person `json:"people"`
	Agenda []struct {
		Segment
		Start   int `json:"start"`   // minutes from the start of the race
		Minutes int `json:"minutes"` // length
	} `json:"agenda"`
	Problems []outlineCard `json:"problems"`
	Projects []outlineCard `json:"projects"`
	Products []outlineCard `json:"products"`
	Rounds   []struct {
		Name  string `json:"name"`
		Dots  int    `json:"dots"`
		Stage Stage  `json:"stage"` // its cards got their votes in this round
	} `json:"rounds"`
}

type outlineCard struct {
	Card
	Key      ID   `json:"key"`
	From     []ID `json:"from"`
	OpenAt30 bool `json:"openAt30"` // a problem not yet gone into a project at hour 30
	By30     bool `json:"by30"`     // a product there already at hour 30
}

// A SampleState says how far a sample race has come.
type SampleState string

// The states of the sample race.
const (
	SampleRunning  SampleState = "running"  // hour 30 of 48: something left to drag
	SampleFinished SampleState = "finished" // all products there: for the report
)

// SampleElapsed is the time spent in the running sample.
const SampleElapsed = 30 * time.Hour

// ParseOutline reads an outline from JSON.
func ParseOutline(data []byte) (Outline, error) {
	var o Outline
	if err := json.Unmarshal(data, &o); err != nil {
		return o, fmt.Errorf("read outline: %w", err)
	}
	return o, nil
}

// Edits returns the outline as the Edits that build the race on an empty board,
// one for each step that a race goes through.
func (o Outline) Edits(state SampleState) []Edit {
	running := state == SampleRunning
	edits := []Edit{o.frame(running), o.column(Problem, o.Problems), o.column(Project, o.Projects)}
	products := o.Products
	if running {
		products = slices.DeleteFunc(slices.Clone(products), func(c outlineCard) bool { return !c.By30 })
	}
	edits = append(edits, o.column(Product, products))
	var links Edit
	late := map[ID]bool{}
	for _, p := range o.Problems {
		late[p.Key] = running && p.OpenAt30
	}
	for _, c := range append(slices.Clone(o.Projects), products...) {
		for _, from := range c.From {
			if !late[from] {
				links.Changes = append(links.Changes, Change{After: NewLink(from, c.Key)})
			}
		}
	}
	edits = append(edits, links)
	edits[4].Changes = append(edits[4].Changes, o.vote(edits[1:4])...)
	for i := range edits {
		edits[i].Label, edits[i].Desk = LabelSample, LabelSample
	}
	return edits
}

// frame is all but the cards: the race, report, groups, people, agenda, clock.
func (o Outline) frame(running bool) Edit {
	clock := Clock{Length: time.Duration(o.Race.Hours * float64(time.Hour))}
	race := o.Race.Race
	clock.Used = clock.Length
	if running {
		clock.Used = SampleElapsed
	}
	e := Edit{Changes: []Change{{After: race}, {After: o.Report}, {After: clock}}}
	for i, g := range o.Groups {
		e.Changes = append(e.Changes, Change{After: Group{ID: g.Key, Name: g.Name, Style: g.Style, Order: i}})
	}
	for i, p := range o.People {
		p.ID, p.Order = ID("person"+strconv.Itoa(i+1)), i
		e.Changes = append(e.Changes, Change{After: p})
	}
	for i, s := range o.Plan() {
		s.ID = ID("segment" + strconv.Itoa(i+1))
		e.Changes = append(e.Changes, Change{After: s})
	}
	return e
}

// Plan returns the outline's programme, whose segments have no IDs yet.
func (o Outline) Plan() Agenda {
	var plan Agenda
	for _, s := range o.Agenda {
		seg := s.Segment
		seg.Start = time.Duration(s.Start) * time.Minute
		seg.Length = time.Duration(s.Minutes) * time.Minute
		plan = append(plan, seg)
	}
	return plan
}

func (o Outline) column(stage Stage, cards []outlineCard) Edit {
	var e Edit
	for i, in := range cards {
		c := in.Card.clean()
		c.ID, c.Stage, c.Rank = in.Key, stage, gap*Rank(i)
		e.Changes = append(e.Changes, Change{After: c})
	}
	return e
}
