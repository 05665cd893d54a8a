package model

import (
	"reflect"
	"slices"
	"strings"
)

// An Event is what one Edit did to one card, or one stretch of writing on it.
type Event struct {
	Edit   Edit     // when, at which desk, with which label
	Card   Change   // of the card itself; neither Before nor After where only its lineage changed
	Fields []string // that changed, as they are called in the file; lineage as FieldSources and so on
}

// What changed around a card, among the Fields of an Event.
const (
	FieldSources  = "sources"  // a card went into this one, or does no more
	FieldOnward   = "onward"   // this card went into another, or does no more
	FieldTwins    = "twins"    // a card was merged into this one, or is no more
	FieldPictures = "pictures" // a picture came or went
)

// CardHistory tells what happened to a card, oldest first. A new rank counts where
// people moved cards; where one was only pushed aside for another it does not.
// Dots are left out: who placed them is nobody's business.
func CardHistory(edits []Edit, id ID) []Event {
	var out []Event
	for _, e := range edits {
		event, ok := e.of(id)
		if n := len(out); ok && n > 0 && e.continues(out[n-1].Edit) {
			event, _ = e.upon(out[n-1].Edit).of(id)
			out = out[:n-1]
		}
		if ok {
			out = append(out, event)
		}
	}
	return out
}

// of returns what an edit did to a card, and whether it did anything.
func (e Edit) of(id ID) (Event, bool) {
	event := Event{Edit: e}
	var fields []string
	for _, c := range e.Changes {
		switch c.Ref() {
		case Ref{KindCard, id}:
			event.Card = c
			fields = append(fields, c.Fields()...)
		default:
			fields = append(fields, around(c, id)...)
		}
	}
	slices.Sort(fields)
	event.Fields = slices.Compact(fields)
	moved := e.Label == LabelMove || e.Label == LabelMoves
	if !moved && slices.Equal(event.Fields, []string{"rank"}) {
		return event, false
	}
	return event, len(event.Fields) > 0 || event.Card.Before != nil || event.Card.After != nil
}

// around says what a change of something else means to a card.
func around(c Change, id ID) []string {
	var fields []string
	for _, side := range []Entity{c.Before, c.After} {
		switch x := side.(type) {
		case Link:
			if x.To == id {
				fields = append(fields, FieldSources)
			}
			if x.From == id {
				fields = append(fields, FieldOnward)
			}
		case Picture:
			if x.Card == id {
				fields = append(fields, FieldPictures)
			}
		case Card:
			if x.Into == id && slices.Contains(c.Fields(), "into") {
				fields = append(fields, FieldTwins)
			}
		}
	}
	return fields
}

// Fields names the fields that a change changes, as they are called in the file. Of
// what is made or taken away it names none.
func (c Change) Fields() []string {
	if c.Before == nil || c.After == nil {
		return nil
	}
	var out []string
	before, after := reflect.ValueOf(c.Before), reflect.ValueOf(c.After)
	for i := range before.NumField() {
		name, _, _ := strings.Cut(before.Type().Field(i).Tag.Get("json"), ",")
		if name != "-" && !reflect.DeepEqual(before.Field(i).Interface(), after.Field(i).Interface()) {
			out = append(out, name)
		}
	}
	return out
}
