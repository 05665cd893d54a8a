package model

import (
	"cmp"
	"fmt"
	"slices"
)

// An Appendix is a further one of the report, after those that every report has: a
// text in simple Markdown, or the pages of a PDF that somebody attached.
type Appendix struct {
	ID           ID      `json:"id"`
	Rev          int64   `json:"-"`
	Order        int     `json:"order"`
	Title        string  `json:"title,omitempty"`
	Text         string  `json:"text,omitempty"`
	EnglishTitle string  `json:"englishTitle,omitempty"` // where they say another thing than the race's own
	EnglishText  string  `json:"englishText,omitempty"`
	File         string  `json:"file,omitempty"`  // what the attached file was called; none of a text
	Pages        []Paper `json:"pages,omitempty"` // of the attached file
}

// Paper is the size of a page in points, as it is seen.
type Paper struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// An Attachment is the file of the appendix with the same ID. It is an entity of its
// own and never changes, so that a title can be written anew without it.
type Attachment struct {
	ID   ID     `json:"id"`
	Rev  int64  `json:"-"`
	Data []byte `json:"data"` // a PDF, not to be changed
}

// The limits of what is attached.
const (
	MaxAttached      = 20 << 20 // bytes of a file
	MaxAttachedPages = 400      // of one
)

// Ref points at the appendix.
func (a Appendix) Ref() Ref { return Ref{KindAppendix, a.ID} }

// Revision is the Seq that last wrote the appendix.
func (a Appendix) Revision() int64 { return a.Rev }

// At returns the appendix as written by the Edit with this Seq.
func (a Appendix) At(rev int64) Entity { a.Rev = rev; return a }

// Ref points at the attachment.
func (a Attachment) Ref() Ref { return Ref{KindAttachment, a.ID} }

// Revision is the Seq that last wrote the attachment.
func (a Attachment) Revision() int64 { return a.Rev }

// At returns the attachment as written by the Edit with this Seq.
func (a Attachment) At(rev int64) Entity { a.Rev = rev; return a }

// Said returns the title and the text in a language; what is not written in English
// is the race's own.
func (a Appendix) Said(lang Language) (title, text string) {
	if lang == English {
		return cmp.Or(a.EnglishTitle, a.Title), cmp.Or(a.EnglishText, a.Text)
	}
	return a.Title, a.Text
}

// Appendices returns the further appendices in their order.
func (b *Board) Appendices() []Appendix {
	all := collect[Appendix](b)
	slices.SortFunc(all, func(x, y Appendix) int { return cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID)) })
	return all
}

// Attached returns the file of an appendix; nil where it has none.
func (b *Board) Attached(id ID) []byte {
	a, _ := b.Get(Ref{KindAttachment, id}).(Attachment)
	return a.Data
}

// Append proposes one more appendix, after the others. Where data is none it is a text.
func (b *Board) Append(a Appendix, data []byte) (Edit, error) {
	if len(data) > MaxAttached {
		return Edit{}, fmt.Errorf("append %d bytes: %w", len(data), ErrHeavy)
	}
	a, err := a.clean()
	if err != nil {
		return Edit{}, err
	}
	a.ID, a.Rev, a.Order = cmp.Or(a.ID, NewID()), 0, 0
	if all := b.Appendices(); len(all) > 0 {
		a.Order = all[len(all)-1].Order + 1
	}
	if data == nil {
		return Edit{Label: LabelAppendix, Changes: []Change{{After: a}}}, nil
	}
	return Edit{Label: LabelAttach, Changes: []Change{{After: a}, {After: Attachment{ID: a.ID, Data: data}}}}, nil
}

// AmendAppendix proposes what somebody made of an appendix that they saw as was, as
// Amend does for a card.
func (b *Board) AmendAppendix(was, is Appendix) (Edit, error) {
	now, there := b.Get(was.Ref()).(Appendix)
	if !there {
		return Edit{}, fmt.Errorf("amend appendix: %w", ErrGone)
	}
	is, err := is.clean()
	if err != nil {
		return Edit{}, err
	}
	merged, ok := merge(now, was, is)
	if !ok {
		return Edit{}, fmt.Errorf("amend appendix: %w", &Clash{Ref: was.Ref()})
	}
	return b.replace(LabelAppendixText, merged), nil
}

// MoveAppendix proposes that an appendix comes so many places later, or earlier where
// by is below zero.
func (b *Board) MoveAppendix(id ID, by int) (Edit, error) {
	all := b.Appendices()
	at := slices.IndexFunc(all, func(a Appendix) bool { return a.ID == id })
	if at < 0 {
		return Edit{}, fmt.Errorf("move appendix: %w", ErrGone)
	}
	moved := all[at]
	all = slices.Insert(slices.Delete(slices.Clone(all), at, at+1), max(0, min(len(all)-1, at+by)), moved)
	edit := Edit{Label: LabelAppendixOrder}
	for i, a := range all {
		a.Order = i
		edit.Changes = append(edit.Changes, b.replace("", a).Changes...)
	}
	return edit, nil
}

// RemoveAppendix proposes that an appendix is gone, with its file.
func (b *Board) RemoveAppendix(id ID) (Edit, error) {
	a, there := b.Get(Ref{KindAppendix, id}).(Appendix)
	if !there {
		return Edit{}, fmt.Errorf("remove appendix: %w", ErrGone)
	}
	edit := Edit{Label: LabelUnappend, Changes: []Change{{Before: a}}}
	if file, has := b.Get(Ref{KindAttachment, id}).(Attachment); has {
		edit.Changes = append(edit.Changes, Change{Before: file})
	}
	return edit, nil
}

// clean returns the appendix with its texts made fit to store.
func (a Appendix) clean() (Appendix, error) {
	a.Title, a.EnglishTitle, a.File = CleanLine(a.Title), CleanLine(a.EnglishTitle), CleanLine(a.File)
	a.Text, a.EnglishText = CleanText(a.Text), CleanText(a.EnglishText)
	if longer([]string{a.Title, a.EnglishTitle, a.File}, MaxTitle) || longer([]string{a.Text, a.EnglishText}, MaxText) {
		return a, fmt.Errorf("write appendix: %w", ErrTooLong)
	}
	return a, nil
}
