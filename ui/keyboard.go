package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"racedesk/model"
	"racedesk/ui/keyboard"
	"racedesk/ui/kit"
)

// above lays an object out above the keyboard, which takes its room from it while
// it is there.
type above struct{}

func (above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest, keys := objects[0], objects[1]
	high := float32(0)
	if keys.Visible() {
		high = keyboard.High(size.Height)
		keys.Move(fyne.NewPos(0, size.Height-high))
		keys.Resize(fyne.NewSize(size.Width, high))
	}
	rest.Move(fyne.NewPos(0, 0))
	rest.Resize(fyne.NewSize(size.Width, size.Height-high))
}

// MinSize asks for no room for the keyboard: the window shall not grow with it.
func (above) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// overKeys puts content above a keyboard that is not called up yet.
func (d *Desk) overKeys(content fyne.CanvasObject) fyne.CanvasObject {
	d.keys = keyboard.New(d.app.Preferences().StringWithFallback(prefLayout, d.words.Lang), keyboard.Hooks{
		Spoke: func(lang string) { d.app.Preferences().SetString(prefLayout, lang) },
		Hide:  d.toggleKeyboard,
	})
	d.keys.Hide()
	d.room = container.New(above{}, content, d.keys)
	return d.room
}

// setContent shows something in the window, on the table.
func (d *Desk) setContent(content fyne.CanvasObject) {
	table := canvas.NewRectangle(kit.Color(kit.ColorTable))
	d.window.SetContent(kit.NewFrame(container.NewStack(table, content), d.written))
}

// keyboardButton calls the keyboard up and puts it away.
func (d *Desk) keyboardButton() *kit.Button {
	b := d.quiet("keyboard", "", d.toggleKeyboard)
	b.Icon = keyboard.Icon()
	return b
}

// toggleKeyboard puts the keyboard away, or calls it up for the field that was
// written on last. From then on it comes by itself to each field that is tapped,
// until it is put away: a first finger cannot be told from a mouse, so this is how
// the desk knows that somebody writes with fingers.
func (d *Desk) toggleKeyboard() {
	wanted := !d.keys.Visible()
	d.app.Preferences().SetBool(prefKeyboard, wanted)
	d.showKeyboard(wanted)
	if !wanted {
		return
	}
	switch field := d.keys.Target(); {
	case d.session != nil && firstField(d.side) != nil && !kit.Holds(d.side, field, func(*container.Scroll) {}):
		d.window.Canvas().Focus(firstField(d.side)) // what is open is what people look at
	case field != nil:
		d.window.Canvas().Focus(field)
	case d.session != nil:
		d.view.Focus(model.Problem)
	default:
		if first := firstField(d.window.Content()); first != nil {
			d.window.Canvas().Focus(first)
		}
	}
}

// showKeyboard shows the keyboard or hides it.
func (d *Desk) showKeyboard(shown bool) {
	if d.keys.Visible() == shown {
		return
	}
	d.keys.LetGo()
	d.keys.Hidden = !shown
	d.room.Refresh()
	if field := d.keys.Target(); shown && field != nil {
		d.reveal(field)
	}
}

// written hears on which field somebody writes.
func (d *Desk) written(field *kit.Entry, tapped bool) {
	d.keys.On(field)
	at := d.app.Driver().AbsolutePositionForObject(field)
	d.keys.Lean(at.X + field.Size().Width/2)
	if tapped && d.app.Preferences().Bool(prefKeyboard) {
		d.showKeyboard(true)
	}
	if d.keys.Visible() {
		d.reveal(field)
	}
}

// unwritten puts the keyboard away where the field that it wrote on goes.
func (d *Desk) unwritten(with fyne.CanvasObject) {
	if d.keys == nil || d.keys.Target() == nil || !kit.Holds(with, d.keys.Target(), func(*container.Scroll) {}) {
		return
	}
	d.keys.On(nil)
	d.showKeyboard(false)
}

// reveal scrolls what holds a field so that where one writes is in view.
func (d *Desk) reveal(field *kit.Entry) {
	driver := d.app.Driver()
	kit.Holds(d.window.Content(), field, func(s *container.Scroll) {
		top := driver.AbsolutePositionForObject(field).Y - driver.AbsolutePositionForObject(s.Content).Y
		high := field.Size().Height
		if high > s.Size().Height { // then at least the line
			top += field.CursorPosition().Y
			high = kit.LineHeight(kit.SizeText)
		}
		to := min(top-kit.Unit, max(s.Offset.Y, top+high+kit.Unit-s.Size().Height))
		if to = max(0, to); to != s.Offset.Y {
			s.ScrollToOffset(fyne.NewPos(s.Offset.X, to))
		}
	})
}
