package form

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/kit"
)

// A setting is something of a clock that is typed, and set with a button. Beneath it
// stands what that would make of the clock.
type setting struct {
	object  fyne.CanvasObject
	entry   *kit.Entry
	note    *kit.Text
	preview func()
}

// A reading of what was typed: what becomes of the clock, in words too, or the key of
// the sentence that says what is wrong.
type settingRead func(typed string) (change ClockChange, becomes func(model.Clock) string, wrong string)

func (s *Clock) setting(read settingRead) *setting {
	in := &setting{entry: line(""), note: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 4)}
	asked := false // to set it: from then on, what is wrong is said
	in.preview = func() {
		change, becomes, wrong := read(in.entry.Text)
		switch {
		case wrong == "":
			in.note.Set(becomes(change(s.clock, s.now)), kit.ColorQuiet)
		case asked:
			in.note.Set(s.words.T(wrong), kit.ColorAlarm)
		default:
			in.note.Set("", kit.ColorQuiet)
		}
		in.note.Hidden = in.note.Content() == ""
	}
	set := func() {
		change, _, wrong := read(in.entry.Text)
		if asked = wrong != ""; !asked {
			s.acts.Change(change)
		}
		in.preview()
	}
	in.entry.OnChanged = func(string) { asked = false; in.preview() }
	in.entry.OnSubmitted = func(string) { set() }
	in.object = rows(4, container.NewBorder(nil, nil, nil, kit.NewButton(s.words.T("clock.set"), set), in.entry), in.note)
	return in
}

// follow shows what became of the setting, unless something else is being typed.
func (in *setting) follow(was, is string) {
	if was != is && (in.entry.Text == was || in.entry.Text == "") {
		in.entry.SetText(is)
	}
}

// until reads the time of day at which the race shall end.
func (s *Clock) until(typed string) (ClockChange, func(model.Clock) string, string) {
	hour, minute, ok := words.ReadTime(typed)
	return func(c model.Clock, now time.Time) model.Clock {
		end := model.DayTime{Hour: hour, Minute: minute}.After(c.Wall(now).Local())
		return c.Until(c.Race(end), now)
	}, func(c model.Clock) string { return s.words.T("clock.end.preview", s.at(c), words.Brief(c.Left(s.now))) }, unless(ok, "clock.end.hint")
}

// lasting reads the length of the race.
func (s *Clock) lasting(typed string) (ClockChange, func(model.Clock) string, string) {
	length, ok := words.ReadSpan(typed, time.Hour)
	wrong := unless(ok, "clock.hint")
	if ok {
		wrong = unless(length >= model.MinLength && length <= model.MaxLength, "error.length")
	}
	return func(c model.Clock, _ time.Time) model.Clock { c.Length = length; return c },
		func(c model.Clock) string { return s.ending(c) }, wrong
}

// unless is the key of a sentence where something is not so.
func unless(so bool, key string) string {
	if so {
		return ""
	}
	return key
}

// moment reads how long before the end something shall be; nothing is as usual.
func (s *Clock) moment(of func(*model.Clock) *time.Duration) settingRead {
	return func(typed string) (ClockChange, func(model.Clock) string, string) {
		before, ok := time.Duration(0), true
		if model.CleanLine(typed) != "" {
			before, ok = words.ReadSpan(typed, time.Minute)
			ok = ok && before >= time.Second && before <= model.MaxLength
		}
		return func(c model.Clock, _ time.Time) model.Clock { *of(&c) = before; return c },
			func(c model.Clock) string {
				warn, danger := c.Moments()
				end := c.Ends(s.now)
				if of(&c) == &c.Danger {
					warn = danger
				}
				return s.words.On(end.Add(-warn).Local(), c.Wall(s.now).Local())
			}, unless(ok, "clock.moment.hint")
	}
}

// A pad is a large button, with a note beneath it.
type pad struct {
	object fyne.CanvasObject
	button *kit.Button
	note   *canvas.Text
}

const (
	startHigh float32 = 72
	stepHigh  float32 = 60
)

func newPad(label string, high float32, tap func()) *pad {
	p := &pad{button: kit.NewButton(label, tap), note: canvas.NewText("", kit.Color(kit.ColorQuiet))}
	p.note.TextSize, p.note.Alignment = kit.Size(kit.SizeNote), fyne.TextAlignCenter
	least := canvas.NewRectangle(nil)
	least.SetMinSize(fyne.NewSize(1, high))
	p.object = rows(2, container.NewStack(least, p.button), p.note)
	p.tell("")
	return p
}

// tell writes the note.
func (p *pad) tell(note string) {
	p.note.Hidden = note == ""
	if p.note.Text != note {
		p.note.Text = note
		p.note.Refresh()
	}
}

// name writes the label; the main one of a sheet is hot.
func (p *pad) name(label string, hot bool) {
	if p.button.Text == label {
		return
	}
	p.button.Importance = widget.MediumImportance
	if hot {
		p.button.Importance = widget.HighImportance
	}
	p.button.SetText(label)
}
