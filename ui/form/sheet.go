package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"racedesk/ui/kit"
)

// A page is what a sheet shows: a title, rows that scroll beneath it, and
// buttons at the foot: those before a spacer at its other end, where no hand rests.
type page struct {
	title   string
	rows    []fyne.CanvasObject
	buttons []fyne.CanvasObject
	closed  func() // asked for by the cross at the top
}

// object lays the page out.
func (p page) object() fyne.CanvasObject {
	o, _ := p.rolled()
	return o
}

// rolled lays the page out, and returns what rolls in it too.
func (p page) rolled() (fyne.CanvasObject, *kit.Roll) { return p.rolledUnder(nil) }

// rolledUnder does so with something that stays in sight above what rolls.
func (p page) rolledUnder(fixed fyne.CanvasObject) (fyne.CanvasObject, *kit.Roll) {
	cross := kit.NewButtonWithIcon("", theme.CancelIcon(), p.closed)
	cross.Importance = widget.LowImportance
	title := kit.NewText(p.title, kit.SizeColumn, kit.ColorInk, 1).Bold()
	head := container.NewBorder(nil, nil, nil, cross, container.New(layout.NewCustomPaddedLayout(4, 4, 4, 0), title))
	body := container.New(layout.NewCustomPaddedLayout(kit.Unit, kit.Unit, 4, 2*kit.Unit), rows(2*kit.Unit, p.rows...))
	foot := container.New(layout.NewCustomPaddedHBoxLayout(kit.Unit))
	if !slices.ContainsFunc(p.buttons, func(o fyne.CanvasObject) bool { _, is := o.(layout.SpacerObject); return is }) {
		foot.Add(layout.NewSpacer())
	}
	foot.Objects = append(foot.Objects, p.buttons...)
	if fixed != nil {
		head = rows(0, head, container.New(layout.NewCustomPaddedLayout(0, kit.Unit, 4, 2*kit.Unit), fixed))
	}
	roll := kit.NewRoll(body)
	return container.NewBorder(head, container.New(layout.NewCustomPaddedLayout(kit.Unit, 0, 4, 2*kit.Unit), foot), nil, nil, roll), roll
}

// rows stacks objects with a gap between them.
func rows(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// field is an input with its name above it.
func field(name string, input fyne.CanvasObject) fyne.CanvasObject {
	return rows(4, kit.NewText(name, kit.SizeNote, kit.ColorQuiet, 1), input)
}

func line(text string) *kit.Entry {
	e := kit.NewFlow()
	e.SetText(text)
	return e
}

func area(text string, rows int) *kit.Entry {
	e := kit.NewArea(rows)
	e.SetText(text)
	return e
}

// hung puts a quiet button so that its sign stands where the fields begin.
func hung(button fyne.CanvasObject) fyne.CanvasObject {
	const pad = 11 // within the button
	return container.New(layout.NewCustomPaddedLayout(0, 0, -pad, 0), button)
}

// twice is a button for what is not done lightly: it asks once more.
func twice(no, label, sure string, act func()) *fyne.Container {
	return kit.NewTwice(no, label, sure, act).Object
}
