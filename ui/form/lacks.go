package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/report"
	"racedesk/ui/kit"
)

// lacks is the list of what a report still lacks. Each line leads to where it is put
// right.
type lacks struct {
	section *section
	words   *words.Words
	lead    func(report.Lack)
	all     bool          // is shown
	shown   []report.Lack // what is to be done
	remarks []report.Lack // what is good to know
}

// fewLacks is how many are shown until all are asked for.
const fewLacks = 3

func newLacks(w *words.Words, lead func(report.Lack)) *lacks {
	return &lacks{section: newSection(), words: w, lead: lead}
}

func (l *lacks) show(list []report.Lack) {
	l.shown, l.remarks = nil, nil
	for _, one := range list {
		if one.Remark {
			l.remarks = append(l.remarks, one)
		} else {
			l.shown = append(l.shown, one)
		}
	}
	l.section.tell([]any{list, l.all}, l.build)
}

func (l *lacks) build() []fyne.CanvasObject {
	out := []fyne.CanvasObject{l.todo()}
	for _, one := range l.remarks {
		out = append(out, kit.NewText(one.What, kit.SizeNote, kit.ColorQuiet, 3))
	}
	return out
}

// todo lists what is to be done, or says that nothing is.
func (l *lacks) todo() fyne.CanvasObject {
	if len(l.shown) == 0 {
		return kit.NewText(l.words.T("lacks.none"), kit.SizeNote, kit.ColorQuiet, 2)
	}
	list := l.shown
	if !l.all && len(list) > fewLacks+1 {
		list = list[:fewLacks]
	}
	box := rows(0)
	for _, one := range list {
		box.Add(kit.NewRow(one.What, "", func() { l.lead(one) }))
	}
	if left := len(l.shown) - len(list); left > 0 {
		more := kit.NewButton(l.words.T("lacks.more", left), func() { l.all = true; l.show(slices.Concat(l.shown, l.remarks)) })
		more.Importance = widget.LowImportance
		box.Add(more)
	}
	return field(l.words.T("lacks.head", len(l.shown)), box)
}
