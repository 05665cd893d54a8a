package model

import (
	"errors"
	"strings"
	"testing"
)

func TestAppendices(t *testing.T) {
	b := newBench(t)
	b.do(b.Append(Appendix{Title: " Budget\t", Text: "Så **här**.", EnglishTitle: "Budget"}, nil))
	attached := b.do(b.Append(Appendix{Title: "Avtal", File: "avtal.pdf", Pages: []Paper{{595, 842}}}, []byte("%PDF-")))
	b.do(b.Append(Appendix{Title: "Press"}, nil))
	titles := func() (out string) {
		for _, a := range b.Appendices() {
			out += a.Title + " "
		}
		return out
	}
	b.equal("in order", titles(), "Budget Avtal Press ")
	id := b.Appendices()[1].ID
	b.equal("the file", string(b.Attached(id)), "%PDF-")
	b.equal("a text", len(b.Attached(b.Appendices()[0].ID)), 0)

	b.do(b.MoveAppendix(id, 1))
	b.equal("later", titles(), "Budget Press Avtal ")
	b.do(b.MoveAppendix(id, -9))
	b.equal("first", titles(), "Avtal Budget Press ")
	if e, _ := b.MoveAppendix(id, -1); !e.Empty() {
		t.Error("the first one is moved")
	}

	was := b.Appendices()[1]
	is := was
	is.EnglishText = "Like this."
	renamed := was
	renamed.Title = "Pengar"
	b.do(b.AmendAppendix(was, renamed))
	b.do(b.AmendAppendix(was, is))
	title, text := b.Appendices()[1].Said(English)
	b.equal("in English", title+": "+text, "Budget: Like this.")
	title, text = b.Appendices()[1].Said(Swedish)
	b.equal("as two wrote it", title+": "+text, "Pengar: Så **här**.")
	if _, text := b.Appendices()[2].Said(English); text != "" {
		t.Errorf("nothing written says %q", text)
	}

	gone := b.do(b.RemoveAppendix(id))
	b.equal("gone", titles(), "Pengar Press ")
	b.equal("its file", len(b.Attached(id)), 0)
	b.do(b.Revert(gone))
	b.equal("back", string(b.Attached(id)), "%PDF-")
	b.equal("label", attached.Label, LabelAttach)
}

func TestWhatCannotBeAppended(t *testing.T) {
	b := newBench(t)
	if _, err := b.Append(Appendix{File: "a.pdf"}, make([]byte, MaxAttached+1)); !errors.Is(err, ErrHeavy) {
		t.Errorf("a file of 20 MB and a byte: %v", err)
	}
	for _, a := range []Appendix{{Title: strings.Repeat("å", MaxTitle)}, {EnglishText: strings.Repeat("a", MaxText+1)}} {
		if _, err := b.Append(a, nil); !errors.Is(err, ErrTooLong) {
			t.Errorf("one that is too long: %v", err)
		}
	}
	for _, try := range []func() (Edit, error){
		func() (Edit, error) { return b.MoveAppendix("none", 1) }, func() (Edit, error) { return b.RemoveAppendix("none") },
		func() (Edit, error) { return b.AmendAppendix(Appendix{ID: "none"}, Appendix{ID: "none"}) },
	} {
		if _, err := try(); !errors.Is(err, ErrGone) {
			t.Errorf("one that is gone: %v", err)
		}
	}
}
