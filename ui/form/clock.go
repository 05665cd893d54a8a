package form

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
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
	Start  *widget.Button // starts or pauses
}

// NewClock returns the remote of a clock as it stands.
func NewClock(c model.Clock, w *words.Words, acts ClockActs) *Clock {
	s := &Clock{}
	if c.Running() {
		s.Start = widget.NewButton(w.T("clock.pause"), acts.Pause)
	} else {
		s.Start = widget.NewButton(w.T("clock.start"), acts.Start)
		s.Start.Importance = widget.HighImportance
	}
	step := func(minutes int) fyne.CanvasObject {
		label := w.T("clock.less", -minutes)
		if minutes > 0 {
			label = w.T("clock.more", minutes)
		}
		return widget.NewButton(label, func() { acts.Add(time.Duration(minutes) * time.Minute) })
	}
	hours := line(strconv.FormatFloat(c.Length.Hours(), 'f', -1, 64))
	set := widget.NewButton(w.T("clock.set"), func() {
		typed := strings.Replace(strings.TrimSpace(hours.Text), ",", ".", 1) // a comma in Swedish
		if h, err := strconv.ParseFloat(typed, 64); err == nil && h > 0 && h <= 10000 {
			acts.Length(time.Duration(h * float64(time.Hour)))
		}
	})
	done := widget.NewButton(w.T("sheet.done"), acts.Close)
	s.Object = page{w.T("clock.sheet"), []fyne.CanvasObject{
		s.Start,
		container.NewGridWithColumns(2, step(-10), step(10), step(-60), step(60)),
		field(w.T("clock.length"), container.NewBorder(nil, nil, nil, set, hours)),
		widget.NewButton(w.T("clock.projector"), acts.Projector),
	}, []fyne.CanvasObject{done}, acts.Close}.object()
	return s
}
