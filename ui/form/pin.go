package form

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"racedesk/assets/words"
	"racedesk/ui/kit"
)

// PIN is the panel in which a PIN is written: with the keys, or on large digits.
type PIN struct {
	Object fyne.CanvasObject
	entry  *kit.Entry
	note   *kit.Text
	rests  bool // nothing is taken
}

// NewPIN returns a panel for a PIN, with buttons of its own at its foot; try is asked
// for with what was written.
func NewPIN(title, note string, w *words.Words, try func(pin string), closed func(), buttons ...fyne.CanvasObject) *PIN {
	s := &PIN{entry: kit.NewEntry(), note: kit.NewText(note, kit.SizeText, kit.ColorInk, 0)}
	s.entry.Password = true
	enter := func() {
		if s.entry.Text == "" {
			s.Focus()
			return
		}
		try(s.entry.Text)
	}
	s.entry.OnChanged = func(text string) {
		if s.rests && text != "" {
			s.entry.SetText("")
		}
	}
	s.entry.OnSubmitted = func(string) { enter() }
	digits := container.NewGridWithColumns(3)
	for _, n := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9} {
		digits.Add(s.digit(n))
	}
	back := newPad("", digitHigh, s.rub)
	back.button.SetIcon(theme.NavigateBackIcon())
	ok := newPad("", digitHigh, enter)
	ok.name(w.T("lock.enter"), true)
	for _, o := range []fyne.CanvasObject{back.object, s.digit(0), ok.object} {
		digits.Add(o)
	}
	s.Object = page{title, []fyne.CanvasObject{s.note, s.entry, digits}, append(buttons, kit.NewButton(w.T("cancel"), closed)), closed}.object()
	return s
}

const digitHigh float32 = 72

func (s *PIN) digit(n int) fyne.CanvasObject {
	text := strconv.Itoa(n)
	return newPad(text, digitHigh, func() { s.fill(s.entry.Text + text) }).object
}

func (s *PIN) fill(text string) {
	s.entry.SetText(text)
	s.Focus()
}

// rub takes the last letter away.
func (s *PIN) rub() {
	if letters := []rune(s.entry.Text); len(letters) > 0 {
		s.fill(string(letters[:len(letters)-1]))
	}
}

// Entry is where the PIN is written.
func (s *PIN) Entry() fyne.Focusable { return s.entry }

// Focus puts the keys where the PIN is written: touching a digit took them away.
func (s *PIN) Focus() {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(s.entry); canvas != nil {
		canvas.Focus(s.entry)
	}
}

// Ask empties the panel and says what is asked for.
func (s *PIN) Ask(note string) {
	s.rests = false
	s.fill("")
	s.note.Set(note, kit.ColorInk)
}

// Refuse empties the panel and says why.
func (s *PIN) Refuse(why string) {
	s.rests = false
	s.fill("")
	s.note.Set(why, kit.ColorAlarm)
}

// Rest says why no PIN is taken, and takes none until something is asked for again.
func (s *PIN) Rest(why string) {
	s.rests = true
	if s.entry.Text != "" {
		s.entry.SetText("")
	}
	s.note.Set(why, kit.ColorAlarm)
}
