package model

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"
)

// FuzzQuick holds the quick readers to what package json reads.
func FuzzQuick(f *testing.F) {
	for _, e := range quickSamples() {
		data, err := json.Marshal(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, odd := range []string{``, `{}`, `null`, `{"id":null}`, `{"id":"a","id":"b"}`, `{"ID":"a"}`, `{"rank":007}`,
		`{"rank":-0}`, `{"rank":-}`, `{"votes":1e3}`, `{"parked":false}`, `{"groups":[]}`, `{"groups":["a",]}`,
		`{"groups":["a"],"groups":null}`, `{"title":"\ud800"}`, "{\"title\":\"\xff\"}", `{"title":"a`, `{"id":"a"} `, `{"id":"a"}{}`,
		`{"id":"a",}`, `{,"id":"a"}`, `{"to":7}`, `{"\u0069d":"a"}`, `{"title":"\`,
		`{"data":"AAA"}`, `{"data":"QQ=="}`, `{"data":""}`, `{"data":null}`, "{\"data\":\"QU\\nJD\"}"} {
		f.Add(odd)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sameAsJSON(t, text, readCard)
		sameAsJSON(t, text, readLink)
		sameAsJSON(t, text, readPicture)
	})
}

func sameAsJSON[E Entity](t *testing.T, text string, read func([]byte) (E, bool)) {
	t.Helper()
	got, ok := read([]byte(text))
	var want E
	if err := json.Unmarshal([]byte(text), &want); ok && (err != nil || !reflect.DeepEqual(got, want)) {
		t.Errorf("%s: read %+v, json %+v, %v", text, got, want, err)
	}
}

func quickSamples() []Entity {
	odd := "å \u2028 <b>&\"\\ 👩🏽‍🎓\n\ttab"
	return []Entity{
		Card{}, NewLink("a", "b"), NewLink("<", ID(odd)),
		Picture{ID: "p", Card: ID(odd), Order: -1, Width: 3, Height: math.MaxInt, Data: []byte("\x00\xff<JPEG>")},
		Card{ID: "a", Stage: Project, Rank: math.MinInt64, Title: odd, Text: strings.Repeat(odd, 20), Groups: []ID{"g", ID(odd)},
			Votes: math.MaxInt, Parked: true, Leader: odd, Designers: []string{"", odd}, NextStep: odd,
			Tags: []string{odd}, Into: ID(odd), ForWhom: odd, Offer: odd, Terms: odd, Ticks: []ID{"t"}, Links: []string{odd}},
	}
}

// A field that the quick reader does not know makes it useless for every card
// that has it.
func TestQuickKnowsEveryField(t *testing.T) {
	of := reflect.TypeFor[Card]()
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		if _, known := cardFields[name]; !known && name != "-" {
			t.Errorf("%s is not read quickly", name)
		}
	}
}

// What json.Marshal writes is read quickly, or the readers are for nothing.
func TestQuickTakesWhatIsWritten(t *testing.T) {
	for _, e := range quickSamples() {
		data, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var got Entity
		var ok bool
		switch e.(type) {
		case Card:
			got, ok = readCard(data)
		case Link:
			got, ok = readLink(data)
		case Picture:
			got, ok = readPicture(data)
		}
		if !ok || !reflect.DeepEqual(got, e) {
			t.Errorf("%s: %v, %+v", data, ok, got)
		}
	}
}

func BenchmarkDecodeCard(b *testing.B) {
	data, err := json.Marshal(Card{ID: NewID(), Stage: Problem, Rank: 5 << 32, Title: "Lån till den som odlar",
		Text: strings.Repeat("Lång text om hur det är. ", 8), Groups: []ID{"g"}, Votes: 3})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := DecodeEntity(KindCard, data, 7); err != nil {
			b.Fatal(err)
		}
	}
}
