package form

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
	"racedesk/ui/kit"
)

// A reportText is one text of the report with its head, how long it is, and a way to
// take it along.
type reportText struct {
	object  fyne.CanvasObject
	name    string
	sheet   *Report
	head    *kit.Entry // of a section; nil for an appendix, whose head is given
	text    *prose
	reads   *kit.Text // as it will read, where figures fill themselves in
	note    *kit.Text
	filling bool
}

func newReportText(s *Report, name string) *reportText {
	t := &reportText{name: name, sheet: s, text: newProse("", s.words), note: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 2),
		reads: kit.NewText("", kit.SizeText, kit.ColorInk, 4)}
	t.reads.Hidden = true
	var head fyne.CanvasObject = kit.NewText(report.Head(s.is, name, s.said()), kit.SizeTitle, kit.ColorInk, 2).Bold()
	if _, own := t.headOf(&s.is); own != nil {
		t.head = line("")
		t.head.TextStyle = fyne.TextStyle{Bold: true}
		t.head.OnChanged = func(text string) { t.wrote(func() { t.putHead(text) }) }
		head = t.head
	}
	t.text.entry.OnChanged = func(string) { t.wrote(func() { s.last = t.text.entry; t.put(t.text.written()) }) }
	t.text.entry.Entered = func() { s.writesIn(t.text.entry) }
	t.show()
	take := kit.NewButtonWithIcon(s.words.T("report.copy"), theme.ContentCopyIcon(), t.copy)
	take.Importance = widget.LowImportance
	foot := container.NewBorder(nil, nil, nil, take, t.note)
	parts := []fyne.CanvasObject{head, t.text.object, t.reads, foot}
	if name == "deviations" && s.acts.Log != nil {
		log := kit.NewButtonWithIcon(s.words.T("deviations.button"), theme.ListIcon(), func() { s.Save(); s.acts.Log() })
		parts = append(parts, container.NewHBox(log))
	}
	t.object = rows(kit.Unit/2, parts...)
	return t
}

// wrote takes in what a hand wrote.
func (t *reportText) wrote(put func()) {
	if !t.filling {
		put()
		t.sheet.touch(t.name)
	}
}

// of returns where the text is kept, and in English where the race's own is.
func (t *reportText) of(r *model.Report) (own, english *string) {
	e := &r.English
	return map[string]*string{"purpose": &r.Purpose, "results": &r.Results, "effects": &r.Effects,
			"execution": &r.Execution, "links": &r.Links, "strategy": &r.Strategy, "process": &r.Process, "deviations": &r.Deviations}[t.name],
		map[string]*string{"purpose": &e.Purpose, "results": &e.Results, "effects": &e.Effects,
			"execution": &e.Execution, "links": &e.Links, "strategy": &e.Strategy, "process": &e.Process, "deviations": &e.Deviations}[t.name]
}

// headOf returns where the head is kept; nil where it is given.
func (t *reportText) headOf(r *model.Report) (english, own *string) {
	e := &r.English
	return map[string]*string{"purpose": &e.PurposeHead, "results": &e.ResultsHead, "effects": &e.EffectsHead,
			"execution": &e.ExecutionHead, "links": &e.LinksHead}[t.name],
		map[string]*string{"purpose": &r.PurposeHead, "results": &r.ResultsHead, "effects": &r.EffectsHead,
			"execution": &r.ExecutionHead, "links": &r.LinksHead}[t.name]
}

// put keeps the text in its language.
func (t *reportText) put(text string) {
	own, english := t.of(&t.sheet.is)
	*in(t.sheet.shown, own, english) = model.CleanText(text)
}

// putHead keeps the head. One that is the set's own is none.
func (t *reportText) putHead(text string) {
	english, own := t.headOf(&t.sheet.is)
	if text = model.CleanLine(text); text == report.SetHead(t.sheet.is.Set, t.name, t.sheet.said()) {
		text = ""
	}
	if t.sheet.shown == model.English {
		own = english
	}
	*own = text
}

// show fills in what the report says, unless it is written so already.
func (t *reportText) show() {
	t.filling = true
	defer func() { t.filling = false }()
	said := t.sheet.said()
	own, english := t.of(&t.sheet.is)
	text := *in(t.sheet.shown, own, english)
	if model.CleanText(t.text.written()) != text {
		t.text.fill(text)
	}
	t.sheet.hint(t.text.entry, *own, "")
	if t.head != nil {
		if head := report.Head(t.sheet.is, t.name, said); model.CleanLine(t.head.Text) != head {
			t.head.SetText(head)
		}
	}
}

// count says how long the text is, and how its figures read.
func (t *reportText) count(draft *model.Board, w *words.Words) {
	text := report.Text(draft, t.name, w, t.sheet.now)
	most := t.sheet.is.Most()
	long := utf8.RuneCountInString(report.Plain(text))
	says, color := t.sheet.words.T("report.length", long, most), kit.ColorQuiet
	if long > most && t.head != nil {
		says, color = t.sheet.words.T("report.longer", long, most), kit.ColorAlarm
	}
	switch own, english := t.of(&t.sheet.is); {
	case t.sheet.shown == model.English && *english == "" && *own != "":
		says, color = t.sheet.words.T("report.english.none"), kit.ColorQuiet
	case t.head == nil:
		says = t.sheet.words.T("report.letters", long)
	}
	t.note.Set(says, color)
	t.read(draft, w)
}

// read shows the paragraphs with figures as they will read, each figure on a ground of
// its own. In the field itself they stay as they are written: a field of the toolkit
// tells nobody where it breaks its lines, so nothing can be put behind a word there.
func (t *reportText) read(draft *model.Board, w *words.Words) {
	var paragraphs, filled []string
	for line := range strings.SplitSeq(t.text.written(), "\n") {
		before := len(filled)
		for _, word := range strings.Fields(line) {
			if is, _ := report.Fill(word, draft, w, t.sheet.now); is != word {
				filled = append(filled, report.Plain(is))
			}
		}
		if len(filled) > before {
			is, _ := report.Fill(line, draft, w, t.sheet.now)
			paragraphs = append(paragraphs, report.Plain(is))
		}
	}
	t.reads.SetText(strings.Join(paragraphs, " … "))
	t.reads.Light(strings.Join(filled, " "))
	if hidden := len(filled) == 0; t.reads.Hidden != hidden {
		t.reads.Hidden = hidden
		t.object.Refresh()
	}
}

// copy takes the text along as a form field wants it.
func (t *reportText) copy() {
	t.sheet.acts.Copy(report.Plain(report.Text(t.sheet.draft(), t.name, t.sheet.said(), t.sheet.now)))
}
