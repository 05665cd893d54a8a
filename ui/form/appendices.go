package form

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/model"
	"racedesk/report"
	"racedesk/ui/kit"
)

// AppendixActs are what people ask of the further appendices on the report's sheet.
type AppendixActs struct {
	Write  func()                       // adds a text
	Attach func()                       // shows files to attach one
	Amend  func(was, is model.Appendix) // to be stored
	Move   func(id model.ID, by int)
	Remove func(model.ID)
}

// appendices are the further ones on the report's sheet, and the ways to add one.
type appendices struct {
	object fyne.CanvasObject
	list   *section
	sheet  *Report
	shown  []*appendix
	bad    *fyne.Container // says why a file is not attached
	added  bool            // one was asked for: it is written on as soon as it is there
}

func newAppendices(s *Report) *appendices {
	a := &appendices{sheet: s, list: newSection(), bad: rows(0)}
	a.bad.Hide()
	w := s.words
	text := kit.NewButtonWithIcon(w.T("appendices.text"), theme.DocumentCreateIcon(), func() { a.added = true; s.acts.Further.Write() })
	attach := kit.NewButtonWithIcon(w.T("appendices.attach"), theme.MailAttachmentIcon(), func() { s.Save(); s.acts.Further.Attach() })
	ways := wrapped()
	ways.Add(text)
	ways.Add(attach)
	a.object = rows(kit.Unit, kit.NewText(w.T("appendices"), kit.SizeTitle, kit.ColorInk, 2).Bold(),
		kit.NewText(w.T("appendices.none"), kit.SizeNote, kit.ColorQuiet, 3), a.list.box, ways, a.bad)
	return a
}

// NotAttached says beside the appendices why a chosen file is not one; an empty text
// takes it back.
func (s *Report) NotAttached(why string) {
	bad := s.further.bad
	bad.Objects, bad.Hidden = []fyne.CanvasObject{wrong(why)}, why == ""
	s.further.object.Refresh()
}

// show brings them up to date with the board. What is written on stays.
func (a *appendices) show(b *model.Board) {
	all := b.Appendices()
	told := []any{a.sheet.shown}
	for _, one := range all {
		told = append(told, one.ID)
	}
	a.list.tell(told, func() []fyne.CanvasObject { return a.build(all) })
	for _, one := range a.shown {
		if stands, there := b.Get(one.was.Ref()).(model.Appendix); there && !reflect.DeepEqual(stands, one.was) {
			one.is, one.was = model.Overlay(stands, one.was, one.is), stands
		}
		one.fill()
	}
	if a.added && len(a.shown) > 0 && b.Seq > 0 {
		a.take(a.shown[len(a.shown)-1])
	}
}

// take goes to the one that was asked for, once it is there.
func (a *appendices) take(last *appendix) {
	if last.was.File == "" && last.was.Title == "" && last.was.Text == "" {
		a.added = false
		a.sheet.roll.Lead(last.title)
		a.sheet.acts.Touched(a.sheet.place(report.Place(last.was.ID)))
	}
}

// build builds what is there anew; those that are written on keep what is written.
func (a *appendices) build(all []model.Appendix) []fyne.CanvasObject {
	before := map[model.ID]*appendix{}
	for _, one := range a.shown {
		before[one.was.ID] = one
		if one.text != nil && one.text.entry == a.sheet.last {
			a.sheet.last = nil // it is built anew
		}
	}
	a.shown = nil
	var out []fyne.CanvasObject
	for i, one := range all {
		was, is := one, one
		if old := before[one.ID]; old != nil {
			was, is = old.was, old.is
		}
		made := newAppendix(a.sheet, i, len(all), was, is)
		a.shown = append(a.shown, made)
		out = append(out, made.object)
	}
	return out
}

// save asks for what was written to be stored.
func (a *appendices) save() {
	for _, one := range a.shown {
		if was, is := one.was, one.is; !reflect.DeepEqual(was, is) {
			one.was = is
			a.sheet.acts.Further.Amend(was, is)
		}
	}
}

// Refused puts what could not be stored of an appendix over what is stored of it.
func (s *Report) Refused(was, is model.Appendix) {
	for _, one := range s.further.shown {
		if stands, there := s.board.Get(was.Ref()).(model.Appendix); there && one.was.ID == was.ID {
			one.was, one.is = stands, model.Overlay(stands, was, is)
			one.fill()
		}
	}
}

// drafts are the changes that make a board's appendices say what is written.
func (a *appendices) drafts(b *model.Board) (changes []model.Change) {
	for _, one := range a.shown {
		if stands := b.Get(one.was.Ref()); stands != nil {
			changes = append(changes, model.Change{Before: stands, After: one.is})
		}
	}
	return changes
}

// lead goes to the one of a name, if it is one of them.
func (a *appendices) lead(name string) {
	for _, one := range a.shown {
		if report.Place(one.was.ID) == name {
			entry := one.title
			if one.text != nil {
				entry = one.text.entry
			}
			a.sheet.roll.Lead(entry)
			a.sheet.acts.Touched(a.sheet.place(name))
		}
	}
}

// An appendix is one of them: its title, and its text or what its file is called.
type appendix struct {
	object  fyne.CanvasObject
	sheet   *Report
	was, is model.Appendix // as it is known to be stored, and as it is written
	title   *kit.Entry
	text    *prose // nil where a file is attached
	note    *kit.Text
	filling bool
}

func newAppendix(s *Report, i, of int, was, is model.Appendix) *appendix {
	a := &appendix{sheet: s, was: was, is: is, title: line(""), note: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 2)}
	a.title.TextStyle = fyne.TextStyle{Bold: true}
	a.title.OnChanged = func(text string) {
		a.wrote(func() { *in(s.shown, &a.is.Title, &a.is.EnglishTitle) = model.CleanLine(text) })
	}
	parts := []fyne.CanvasObject{a.head(i, of), a.title}
	if was.File == "" {
		a.text = newProse("", s.words)
		a.text.entry.OnChanged = func(string) {
			a.wrote(func() {
				s.last = a.text.entry
				*in(s.shown, &a.is.Text, &a.is.EnglishText) = model.CleanText(a.text.written())
			})
		}
		a.text.entry.Entered = func() { s.writesIn(a.text.entry) }
		parts = append(parts, a.text.object)
	}
	a.fill()
	a.object = rows(kit.Unit/2, append(parts, a.note)...)
	return a
}

// head says which appendix it is, and offers to move it and to take it away.
func (a *appendix) head(i, of int) fyne.CanvasObject {
	further, id := a.sheet.acts.Further, a.was.ID
	tool := func(icon fyne.Resource, can bool, act func()) *kit.Button {
		b := kit.NewButtonWithIcon("", icon, func() { a.sheet.Save(); act() })
		if b.Importance = widget.LowImportance; !can {
			b.Disable()
		}
		return b
	}
	tools := container.NewHBox(tool(theme.MoveUpIcon(), i > 0, func() { further.Move(id, -1) }),
		tool(theme.MoveDownIcon(), i+1 < of, func() { further.Move(id, 1) }),
		tool(theme.DeleteIcon(), true, func() { further.Remove(id) }))
	name := kit.NewText(report.AppendixHead(i, "", a.sheet.said()), kit.SizeTitle, kit.ColorInk, 1).Bold()
	return container.NewBorder(nil, nil, nil, tools, container.New(layout.NewCustomPaddedLayout(kit.Unit, 0, 0, 0), name))
}

// wrote takes in what a hand wrote.
func (a *appendix) wrote(take func()) {
	if !a.filling {
		take()
		a.sheet.touch(report.Place(a.was.ID))
	}
}

// in is where what is written in a language is kept.
func in(lang model.Language, own, english *string) *string {
	if lang == model.English {
		return english
	}
	return own
}

// fill shows what the appendix says, unless it is written so already.
func (a *appendix) fill() {
	a.filling = true
	defer func() { a.filling = false }()
	title, text := *in(a.sheet.shown, &a.is.Title, &a.is.EnglishTitle), *in(a.sheet.shown, &a.is.Text, &a.is.EnglishText)
	a.sheet.hint(a.title, a.is.Title, a.sheet.words.T("appendices.title"))
	if model.CleanLine(a.title.Text) != title {
		a.title.SetText(title)
	}
	if a.text == nil {
		a.note.SetText(a.sheet.words.T("appendices.file", len(a.is.Pages), a.is.File))
		return
	}
	if model.CleanText(a.text.written()) != text {
		a.text.fill(text)
	}
	if a.sheet.hint(a.text.entry, a.is.Text, ""); a.sheet.shown == model.English && text == "" && a.is.Text != "" {
		a.note.SetText(a.sheet.words.T("report.english.none"))
		return
	}
	a.note.SetText(a.sheet.words.T("report.letters", utf8.RuneCountInString(report.Plain(strings.TrimSpace(text)))))
}
