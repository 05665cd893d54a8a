package ui

import (
	"fmt"
	"log/slog"
	"os"
	"strings"

	"fyne.io/fyne/v2"
)

// rename gives a button a name for scripts, in place of the one that had it.
func (d *Desk) rename(name string, object fyne.CanvasObject) {
	for i := range d.names {
		if d.names[i].name == name {
			d.names[i].object = object
			return
		}
	}
	d.names = append(d.names, named{name, object})
}

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
		line("button", n.name, "-", fyne.CurrentApp().Driver().AbsolutePositionForObject(n.object), n.object.Size())
	}
	if d.session != nil {
		d.view.Spots(line)
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
