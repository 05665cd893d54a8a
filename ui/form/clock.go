package form

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// ClockActs are what people ask of the clock's remote.
type ClockActs struct {
	Start, Pause func()
	Add          func(time.Duration)
	Length       func(time.Duration)
	Projector    func()
	Close        func()
}

// Clock is the remote of the race's clock.
type Clock struct {
	Object fyne.CanvasObject
	words  *words.Words
	acts   ClockActs
	clock  model.Clock
	start  *widget.Button // starts or pauses
	length *kit.Entry
	hint   *kit.Text
}

// NewClock returns the remote of a clock as it stands.
func NewClock(c model.Clock, w *words.Words, acts ClockActs) *Clock {
	s := &Clock{words: w, acts: acts, start: widget.NewButton("", nil), length: line(""),
		hint: kit.NewText("", kit.SizeNote, kit.ColorAlarm, 2)}
	s.length.OnSubmitted = s.set
	set := widget.NewButton(w.T("clock.set"), func() { s.set(s.length.Text) })
	done := widget.NewButton(w.T("sheet.done"), acts.Close)
	s.Object = page{w.T("clock.sheet"), []fyne.CanvasObject{
		s.start,
		container.NewGridWithColumns(2, s.step(-10), s.step(10), s.step(-60), s.step(60)),
		field(w.T("clock.length"), container.NewBorder(nil, s.hint, nil, set, s.length)),
		widget.NewButton(w.T("clock.projector"), acts.Projector),
	}, []fyne.CanvasObject{done}, acts.Close}.object()
	s.length.SetText(hours(c.Length))
	s.Show(c)
	return s
}

// Show brings the remote up to date with the clock. What is being typed stays.
func (s *Clock) Show(c model.Clock) {
	if s.length.Text == hours(s.clock.Length) && c.Length != s.clock.Length {
		s.length.SetText(hours(c.Length))
	}
	s.clock = c
	label, tapped, importance := s.words.T("clock.start"), s.acts.Start, widget.HighImportance
	if c.Running() {
		label, tapped, importance = s.words.T("clock.pause"), s.acts.Pause, widget.MediumImportance
	}
	s.start.OnTapped = tapped
	if s.start.Text != label {
		s.start.Importance = importance
		s.start.SetText(label)
	}
}

// step is a button that adds minutes, or takes them where they are negative.
func (s *Clock) step(minutes int) fyne.CanvasObject {
	label := s.words.T("clock.less", -minutes)
	if minutes > 0 {
		label = s.words.T("clock.more", minutes)
	}
	return widget.NewButton(label, func() { s.acts.Add(time.Duration(minutes) * time.Minute) })
}

// set asks for the length that was typed.
func (s *Clock) set(typed string) {
	length, ok := parseHours(typed)
	if !ok {
		s.hint.SetText(s.words.T("clock.hint"))
		return
	}
	s.hint.SetText("")
	s.acts.Length(length)
}

// longest is the longest race that can be set.
const longest = 10000 * time.Hour

// hours writes a length as people do: 48, or 48:10 with minutes.
func hours(d time.Duration) string {
	h, m := int(d/time.Hour), int(d%time.Hour/time.Minute)
	if m == 0 {
		return strconv.Itoa(h)
	}
	return fmt.Sprintf("%d:%02d", h, m)
}

// parseHours reads 48, 48:10, 48,5 and 48.5.
func parseHours(text string) (time.Duration, bool) {
	h, m, both := strings.Cut(strings.TrimSpace(text), ":")
	whole, err := strconv.ParseFloat(strings.Replace(h, ",", ".", 1), 64)
	minutes := 0
	if err == nil && both {
		minutes, err = strconv.Atoi(m)
	}
	if err != nil || minutes < 0 || minutes > 59 || !(whole >= 0 && whole <= longest.Hours()) {
		return 0, false
	}
	d := time.Duration(whole*float64(time.Hour)) + time.Duration(minutes)*time.Minute
	return d, d > 0 && d <= longest
}
