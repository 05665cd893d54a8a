package ui

import (
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// mapScreen writes where everything is, in pixels of the window, one thing a
// line: kind, stage or name, id, x, y, width, height.
func (d *Desk) mapScreen() {
	if d.options.ScreenMap == "" || !d.shown {
		return
	}
	scale := d.window.Canvas().Scale()
	var out strings.Builder
	line := func(kind, name, id string, pos fyne.Position, size fyne.Size) {
		fmt.Fprintf(&out, "%s\t%s\t%s\t%d\t%d\t%d\t%d\n", kind, name, id,
			int(pos.X*scale), int(pos.Y*scale), int(size.Width*scale), int(size.Height*scale))
	}
	for _, n := range d.names {
		at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(n.object), n.object.Size()
		if at.IsZero() { // it is in something that is hidden
			size = fyne.Size{}
		}
		line("button", n.name, "-", at, size)
	}
	if d.keys != nil && d.keys.Visible() {
		at := d.app.Driver().AbsolutePositionForObject(d.keys)
		d.keys.Spots(func(label string, pos fyne.Position, size fyne.Size) { line("key", label, "-", at.Add(pos), size) })
	}
	if d.session != nil {
		d.view.Spots(line)
		inPanel(d.side, line)
	}
	beside := d.options.ScreenMap + ".new"
	err := os.WriteFile(beside, []byte(out.String()), 0o600)
	if err == nil {
		err = os.Rename(beside, d.options.ScreenMap)
	}
	if err != nil {
		slog.Warn("write screen map", "err", err)
	}
}

// inPanel finds the buttons of a panel, named by what they say, and its entries
// and pictures, named by the order they stand in.
func inPanel(o fyne.CanvasObject, line func(kind, name, id string, pos fyne.Position, size fyne.Size)) {
	entries, frames := 0, 0
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		name := ""
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case *kit.Roll:
			walk(o.Body)
		case *kit.Button:
			name = o.Text
		case *kit.Row:
			name = o.Content()
		case *kit.Slot:
			name = o.Line().Title
		case *kit.Chip:
			name = o.Text()
		case *kit.Entry:
			entries++
			name = "entry " + strconv.Itoa(entries)
		case *kit.Photo:
			frames++
			name = "picture " + strconv.Itoa(frames)
		}
		if name != "" {
			line("panel", name, "-", fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size())
		}
	}
	walk(o)
}
