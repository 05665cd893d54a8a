package ui

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// bar is the head of the desk: the race, the search, what is done once in a
// while, and the clock.
type bar struct {
	object fyne.CanvasObject
	title  *kit.Text
	note   *kit.Text // where it is held, or that it is an example
	search *kit.Entry
	time   *canvas.Text
	clock  *fyne.Container
	level  *canvas.Text // how near the end is, beneath the time
}

const barHeight = 76

func (d *Desk) newBar() *bar {
	w := d.words
	b := &bar{title: kit.NewText("", kit.SizeTitle, kit.ColorInk, 2).Bold(),
		note: kit.NewText("", kit.SizeNote, kit.ColorQuiet, 1), time: canvas.NewText("", nil), level: canvas.NewText("", nil)}
	search := kit.NewEntry()
	search.SetPlaceHolder(w.T("search"))
	search.Icon = theme.SearchIcon()
	search.SetText(d.filter.Query)
	search.OnChanged = func(query string) { d.filter.Query = query; d.show() }
	b.search = search
	d.names = append(d.names, named{"search", search})
	race := d.button("race", w.T("race.button"), d.guard(d.openRace))
	plan := d.button("programme", w.T("programme.button"), d.guard(d.openProgramme))
	beam := d.button("projector", w.T("projector.button"), d.guard(d.openProjector))
	report := d.button("report", w.T("report.button"), d.guard(d.openReport))
	clock := d.button("clock", "", d.guard(d.openClock))
	clock.Importance = widget.LowImportance
	b.time.TextSize, b.time.TextStyle = kit.Size(kit.SizeClock), fyne.TextStyle{Bold: true}
	b.level.TextSize, b.level.TextStyle = kit.Size(kit.SizeNote), fyne.TextStyle{Bold: true}
	b.clock = container.New(overLevel{}, b.time, b.level)
	b.object = container.New(margins{24, 0}, container.New(barRow{},
		container.New(layout.NewCustomPaddedVBoxLayout(0), b.title, b.note), search,
		race, plan, beam, report, container.NewStack(clock, b.clock)))
	return b
}

// show brings the bar up to date with the board.
func (b *bar) show(d *Desk) {
	race := d.session.Board.Race()
	b.title.SetText(race.Title)
	b.note.SetText(race.Place)
	if race.Illustration {
		b.note.SetText(d.words.T("illustration"))
	}
	b.note.Hidden = b.note.Content() == ""
}

// tick shows the time left, and how near the end is: by colour, and in words.
func (b *bar) tick(d *Desk, c model.Clock, now time.Time) {
	left, level := words.Shown(c.Left(now)), c.Level(now)
	was := len(b.time.Text)
	moved := b.level.Hidden != (level == model.Calm)
	b.level.Hidden = level == model.Calm
	if !b.level.Hidden {
		text := d.words.T("level." + string(level))
		if level == model.Over && c.Over != "" {
			text = kit.Fit(c.Over, clockWidth, kit.Size(kit.SizeNote), fyne.TextStyle{Bold: true})
		}
		moved = write(b.level, text, kit.Color(form.LevelColor(c, now))) || moved
	}
	write(b.time, words.Span(left), kit.Color(form.LevelColor(c, now)))
	if moved || was != len(b.time.Text) {
		b.fit()
		overLevel{}.Layout(b.clock.Objects, b.clock.Size())
		b.clock.Refresh()
	}
}

// fit makes the digits smaller where overtime's sign would take them to the edges.
func (b *bar) fit() {
	b.time.TextSize = kit.Size(kit.SizeClock)
	if wide := b.time.MinSize().Width; wide > clockWidth-4*kit.Unit {
		b.time.TextSize *= (clockWidth - 4*kit.Unit) / wide
	}
}

// write changes a text where it says or looks otherwise, and says whether it did.
func write(t *canvas.Text, text string, ink color.Color) bool {
	if t.Text != text || t.Color != ink {
		t.Text, t.Color = text, ink
		t.Refresh()
		return true
	}
	return false
}

// overLevel lays out the digits, and beneath them how near the end is, where that is
// said.
type overLevel struct{}

func (overLevel) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	digits, level := objects[0], objects[1]
	high, note := digits.MinSize().Height, level.MinSize().Height
	top := (size.Height - high) / 2
	if level.Visible() {
		top -= note / 3 // into the space that no digit uses
	}
	for o, y := range map[fyne.CanvasObject]float32{digits: top, level: size.Height - note - 2} {
		o.Resize(o.MinSize())
		o.Move(fyne.NewPos((size.Width-o.MinSize().Width)/2, y))
	}
}

func (overLevel) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// barRow lays out the bar: the title and the search share what the buttons and
// the clock, the last, leave.
type barRow struct{}

const (
	barGap     = 8
	clockWidth = 250
	searchMost = 360
	restLeast  = 240  // what the title and the search need
	searchTo   = 0.55 // of what is left; the title has the rest
)

func (barRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for i := len(objects) - 1; i >= 2; i-- {
		o, wide, high := objects[i], objects[i].MinSize().Width, kit.Touch
		if i == len(objects)-1 {
			wide, high = clockWidth, size.Height
		}
		right -= wide
		o.Move(fyne.NewPos(right, (size.Height-high)/2))
		o.Resize(fyne.NewSize(wide, high))
		right -= barGap
	}
	title, search := objects[0], objects[1]
	left := right - 2*kit.Unit
	wide := min(searchMost, left*searchTo)
	search.Move(fyne.NewPos(right-kit.Unit-wide, (size.Height-kit.Touch)/2))
	search.Resize(fyne.NewSize(wide, kit.Touch))
	title.Resize(fyne.NewSize(left-wide-barGap, title.Size().Height))
	high := title.MinSize().Height
	title.Move(fyne.NewPos(0, (size.Height-high)/2))
	title.Resize(fyne.NewSize(left-wide-barGap, high))
}

func (barRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	wide := float32(clockWidth + restLeast)
	for _, o := range objects[2 : len(objects)-1] {
		wide += o.MinSize().Width + barGap
	}
	return fyne.NewSize(wide, barHeight)
}
