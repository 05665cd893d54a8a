package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// foot is the line beneath the board: what can be taken back, a word on what
// happened, and what is seldom asked for.
type foot struct {
	object         fyne.CanvasObject
	undo, redo     *kit.Button
	undoes, redoes string // what undo and redo would take back, in full
	parked         *kit.Button
	lock           *kit.Button // hidden where there is no lock
	keyboard       *kit.Button
	seldom         *fyne.Container // makes room for a sentence where the window is narrow
	more           *kit.Button     // opens what is seldom asked for, where it made room
	size           *kit.Button
	toast          *toast
	redone         time.Time // when redo was pressed last
	words          *words.Words
	standing       string // what is said for as long as it is so
	onMain         func(func())
	count          int // of the toasts so far: only the newest one ends itself
}

const (
	footHeight = 56
	footSide   = 24
	footEdge   = 4 // above and beneath
	footGap    = 4
	wayWide    = 280 // with what would be taken back
	toastLeast = 320 // what is said besides
	footLines  = 2   // of a sentence
	toastTime  = 6 * time.Second
)

func (d *Desk) newFoot() *foot {
	w := d.words
	f := &foot{onMain: d.onMain, toast: d.newToast(), words: w, undoes: w.T("undo"), redoes: w.T("redo")}
	f.undo = d.button("undo", w.T("undo"), d.once(&f.toast.taken, trembleTime, d.undo)) // one finger for both
	f.redo = d.button("redo", w.T("redo"), d.once(&f.redone, trembleTime, d.redo))
	f.undo.Icon, f.redo.Icon = theme.ContentUndoIcon(), theme.ContentRedoIcon()
	f.undo.Alignment, f.redo.Alignment = widget.ButtonAlignLeading, widget.ButtonAlignLeading
	f.parked = d.quiet("parked", "", d.openParked)
	language := d.quiet("language", words.Name(otherLanguage(w)), d.guard(d.toggleLanguage))
	backups := d.quiet("backups", w.T("backups"), d.guard(d.openBackups))
	f.size = d.quiet("size", w.T("size."+d.size().name), d.guard(d.toggleSize))
	keys := d.quiet("keys", w.T("keys"), d.openHelp)
	races := d.quiet("races", w.T("races"), d.guard(d.leave))
	f.lock = d.quiet("lock", "", func() {
		if d.locked() {
			d.guarded(func() {})
			return
		}
		d.lockNow()
	})
	f.seldom = container.NewHBox(f.lock, f.parked, backups, races, keys, f.size, d.toneButton(), language)
	f.more = d.quiet("seldom", w.T("seldom"), d.openSeldom)
	f.more.Icon = theme.MoreHorizontalIcon()
	f.keyboard = d.keyboardButton()
	f.object = container.New(f, f.undo, f.redo, f.toast.object, f.seldom, f.more, f.keyboard)
	if stands := d.stands(); stands != "" {
		f.stand(stands)
	}
	return f
}

// stands is what is to be said for as long as it is so.
func (d *Desk) stands() string {
	switch {
	case d.parted == nil:
		return explained(d.session.over(), d.words)
	case d.session.busy:
		return d.words.T("start.closing")
	}
	return ""
}

// openSeldom opens what is seldom asked for as a panel, where the foot has no room
// for it.
func (d *Desk) openSeldom() {
	var rows []fyne.CanvasObject
	for _, o := range d.foot.seldom.Objects {
		if b := o.(*kit.Button); !b.Hidden {
			rows = append(rows, kit.NewRow(b.Text, "", func() {
				d.closePanel()
				b.OnTapped()
			}))
		}
	}
	d.closePanel()
	d.panel(form.NewList(d.words.T("seldom"), rows, d.closePanel))
}

// MinSize implements fyne.Layout: the window does not grow with the words in it.
func (f *foot) MinSize([]fyne.CanvasObject) fyne.Size {
	least := 2*f.bare() + f.more.MinSize().Width + f.keyboard.MinSize().Width
	return fyne.NewSize(least+2*footSide+4*footGap, footHeight)
}

// Layout implements fyne.Layout. What would be taken back is named where there is
// room. All keep their places whatever is said: a sentence has what is between.
func (f *foot) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	wide := size.Width - 2*footSide - f.keyboard.MinSize().Width - 2*footGap
	seldom := f.seldom.MinSize().Width + footGap
	way := f.way(size.Width)
	f.name(f.undo, f.undoes, "undo", way)
	f.name(f.redo, f.redoes, "redo", way)
	ways := 2 * (way + footGap)
	f.seldom.Hidden = ways+seldom+toastLeast > wide
	f.more.Hidden = !f.seldom.Hidden

	left, right := float32(footSide), size.Width-footSide
	put := func(o fyne.CanvasObject, x, wide float32) {
		o.Move(fyne.NewPos(x, footEdge))
		o.Resize(fyne.NewSize(wide, size.Height-2*footEdge))
	}
	for _, o := range []fyne.CanvasObject{f.undo, f.redo} {
		put(o, left, way)
		left += way + footGap
	}
	for _, o := range []fyne.CanvasObject{f.keyboard, f.more, f.seldom} {
		if o.Visible() {
			right -= o.MinSize().Width
			put(o, right, o.MinSize().Width)
			right -= footGap
		}
	}
	put(f.toast.object, left, max(0, right-left))
}

// way is how wide each of the ways back and forth is in a foot of this width: room to
// name what it would take back, or for the bare word. It does not change with what is
// named, so that a second tap never meets the other way.
func (f *foot) way(wide float32) float32 {
	others := f.keyboard.MinSize().Width + f.seldom.MinSize().Width + 2*footSide + 4*footGap
	if 2*wayWide+others+toastLeast <= wide {
		return wayWide
	}
	return f.bare()
}

// bare is how wide a way is that says only which one it is.
func (f *foot) bare() float32 {
	return max(f.around(f.undo)+boldWidth(f.words.T("undo")), f.around(f.redo)+boldWidth(f.words.T("redo")))
}

// around is how much of a button is not its words.
func (f *foot) around(b *kit.Button) float32 { return b.MinSize().Width - boldWidth(b.Text) }

// name puts words on a button as far as they fit, or else the bare word. Where all the room
// is needed for what would be taken back, the button's sign alone says which way it goes.
func (f *foot) name(b *kit.Button, words, bare string, wide float32) {
	room := wide - f.around(b)
	if wide < wayWide {
		words = f.words.T(bare)
	}
	if what := strings.TrimPrefix(words, f.words.T(bare+".what", "")); boldWidth(words) > room && boldWidth(what) <= room {
		words = what
	}
	words = kit.Fit(words, room, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true})
	if b.Text != words {
		b.SetText(words)
	}
}

func boldWidth(text string) float32 {
	return fyne.MeasureText(text, kit.Size(kit.SizeText), fyne.TextStyle{Bold: true}).Width
}

// button makes a button that scripts find by its name.
func (d *Desk) button(name, label string, tap func()) *kit.Button {
	b := kit.NewButton(label, tap)
	d.names = append(d.names, named{name, b})
	return b
}

// quiet makes a button that looks like a word.
func (d *Desk) quiet(name, label string, tap func()) *kit.Button {
	b := d.button(name, label, tap)
	b.Importance = widget.LowImportance
	return b
}

// toneButton says in what colours everything is, and changes them.
func (d *Desk) toneButton() *kit.Button {
	b := d.quiet("tone", d.words.T("tone."+d.look.tone.name), d.guard(d.nextTone))
	b.Icon = theme.ColorPaletteIcon()
	return b
}

// show brings the foot up to date with the board.
func (f *foot) show(d *Desk) {
	undo, canUndo := d.session.History.Undo()
	redo, canRedo := d.session.History.Redo()
	offer(f.undo, canUndo)
	offer(f.redo, canRedo)
	f.toast.keep(undo.Seq)
	first, second := label(d.words, "undo", undo, canUndo), label(d.words, "redo", redo, canRedo)
	changed := first != f.undoes || second != f.redoes
	f.undoes, f.redoes = first, second
	if label := d.words.T("parked.button", len(d.session.Board.Parked())); f.parked.Text != label {
		f.parked.SetText(label)
		changed = true
	}
	if f.showLock(d) || changed {
		f.object.Refresh()
	}
}

// showLock says whether the controls are locked, and offers the other. It returns
// whether anything changed.
func (f *foot) showLock(d *Desk) bool {
	label := d.words.T("lock.now")
	if d.locked() {
		label = d.words.T("lock.locked")
	}
	hidden := !d.session.Board.Lock().Set()
	if f.lock.Text == label && f.lock.Hidden == hidden {
		return false
	}
	f.lock.Hidden = hidden
	f.lock.SetText(label)
	return true
}

// label names what would be taken back.
func label(w *words.Words, key string, edit model.Edit, can bool) string {
	if !can {
		return w.T(key)
	}
	what := w.T("edit." + edit.Label)
	if title := votedFor(edit); title != "" {
		what += ": " + title
	}
	return w.T(key+".what", what)
}

// offer puts a button into use or out of it.
func offer(button *kit.Button, can bool) {
	switch {
	case can && button.Disabled():
		button.Enable()
	case !can && !button.Disabled():
		button.Disable()
	}
}

// say shows a sentence for a while.
func (f *foot) say(text string) {
	f.tell("", text, model.Edit{})
}

// tell says for a while what was done to something, and offers to take it back.
func (f *foot) tell(of, text string, back model.Edit) {
	f.count++
	mine := f.count
	f.toast.of, f.toast.back = of, back
	f.put(text, kit.ColorInk)
	time.AfterFunc(toastTime, func() {
		f.onMain(func() {
			if f.count == mine {
				f.stand(f.standing)
			}
		})
	})
}

// stand shows a sentence until another one stands in its place.
func (f *foot) stand(text string) {
	f.standing = text
	f.toast.of, f.toast.back = "", model.Edit{}
	f.put(text, kit.ColorAlarm)
}

// put shows a sentence.
func (f *foot) put(text string, color fyne.ThemeColorName) {
	f.toast.show(text, color)
	f.object.Refresh()
}
