package model

import (
	"encoding/json"
	"reflect"
	"testing"
)

// FuzzChanges holds the quick reader of changes to what package json reads.
func FuzzChanges(f *testing.F) {
	var changes []Change
	for _, e := range append(quickSamples(), Group{ID: "g", Name: `"\\"}`}, Clock{}, Ballot{Dots: map[ID]int{"}": 1}}) {
		changes = append(changes, Change{After: e}, Change{Before: e}, Change{Before: e, After: e.At(0)})
	}
	for n := range changes {
		data, err := EncodeChanges(changes[:n])
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, odd := range []string{``, `[`, `null`, `[]`, `[] `, `[{}]`, `[{"kind":"card"}]`, `[{"kind":"card","after":null}]`,
		`[{"kind":"card","after":7}]`, `[{"kind":"card","after":{"id":"}"}]`, `[{"kind":"card","after":{"id":"\"}"}}]`,
		`[{"kind":"card","after":{"id":"a\\"}}]`, `[{"kind":"card","after":{}},]`, `[{"kind":"card","after":{},"before":{}}]`,
		`[{"kind":"card", "after":{}}]`, `[{"kind":"ghost","after":{}}]`, `[{"kind":"clock","after":{"length":[}]}}]`} {
		f.Add(odd)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := DecodeChanges([]byte(text))
		var want []Change
		wrong := json.Unmarshal([]byte(text), &want)
		if (err == nil) != (wrong == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read %+v, %v, json %+v, %v", text, got, err, want, wrong)
		}
	})
}

// What is written is read quickly, or the reader is for nothing.
func TestChangesAreReadQuickly(t *testing.T) {
	for _, e := range quickSamples() {
		data, err := EncodeChanges([]Change{{Before: e, After: e}, {After: e}})
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := readChanges(data); !ok {
			t.Errorf("%s is left to package json", data)
		}
	}
}
