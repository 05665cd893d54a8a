package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"racedesk/model"
	"racedesk/ui/keyboard"
	"racedesk/ui/kit"
)

// above lays an object out with the keyboard at its lower edge while it is there. The
// keyboard takes its room from all of it, or lies on it, where that makes room itself.
type above struct {
	d  *Desk
	on bool
}

func (a above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest, keys := objects[0], objects[1]
	pos, seat := keyboard.Seat(size, a.d.lean)
	keys.Move(pos)
	keys.Resize(seat)
	if keys.Visible() && !a.on {
		size.Height -= seat.Height
	}
	rest.Move(fyne.NewPos(0, 0))
	rest.Resize(size)
}

// MinSize asks for no room for the keyboard: the window shall not grow with it.
func (above) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// covered is how much of a stretch of the room the keyboard takes at its lower edge.
func (d *Desk) covered(from, to float32) float32 {
	left, wide := d.keys.Position().X, d.keys.Size().Width
	if d.keys.Hidden || from >= left+wide || to <= left {
		return 0
	}
	return d.keys.Size().Height
}

// overKeys puts content above a keyboard that is not called up yet, or beneath it where
// the content makes room for it itself.
func (d *Desk) overKeys(content fyne.CanvasObject, beneath bool) fyne.CanvasObject {
	d.keys = keyboard.New(d.app.Preferences().StringWithFallback(prefLayout, d.words.Lang), keyboard.Hooks{
		Spoke: func(lang string) { d.app.Preferences().SetString(prefLayout, lang) },
		Hide:  d.toggleKeyboard,
	})
	d.keys.Hide()
	d.room = container.New(above{d, beneath}, content, d.keys)
	return d.room
}

// setContent shows something in the window, on the table, which is what the toolkit
// clears the window to.
func (d *Desk) setContent(content fyne.CanvasObject) {
	d.window.SetContent(kit.NewFrame(content, d.written))
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
	d.leanTo(field)
	if tapped && d.app.Preferences().Bool(prefKeyboard) {
		d.showKeyboard(true)
	}
	if d.keys.Visible() {
		d.reveal(field)
	}
}

// leanTo brings the keyboard before whoever writes on a field: beneath the panel that it is
// in, whichever field of it.
func (d *Desk) leanTo(field *kit.Entry) {
	var before fyne.CanvasObject = field
	if d.session != nil && kit.Holds(d.side, field, func(*container.Scroll) {}) {
		before = d.side
	}
	lean := d.app.Driver().AbsolutePositionForObject(before).X + before.Size().Width/2
	moved := d.lean != lean
	if d.lean = lean; moved && d.keys.Visible() {
		d.room.Refresh()
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

// searched puts the keyboard away where it wrote the search, which came to its end: then
// the cards that it lies on are looked at.
func (d *Desk) searched() {
	if d.keys.Target() == d.bar.search {
		d.showKeyboard(false)
	}
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
		kit.Show(s, top, high)
	})
}
