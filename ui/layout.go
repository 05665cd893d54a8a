package ui

import (
	"fyne.io/fyne/v2"

	"racedesk/model"
)

// margins keeps an object off the edges: left and right, top and bottom.
type margins struct{ x, y float32 }

func (m margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(m.x, m.y))
		o.Resize(size.SubtractWidthHeight(2*m.x, 2*m.y))
	}
}

func (m margins) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(2*m.x, 2*m.y)
}

// width gives what it holds this width, and as much height as there is.
type width float32

func (w width) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (w width) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var high float32
	for _, o := range objects {
		high = max(high, o.MinSize().Height)
	}
	return fyne.NewSize(float32(w), high)
}

// tall gives what it holds this height.
type tall float32

func (t tall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (t tall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, float32(t))
}

// middle keeps an object at half the height, that far from the sides.
type middle struct{ x float32 }

func (m middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width-2*m.x, o.Size().Height))
		high := min(o.MinSize().Height, size.Height)
		o.Move(fyne.NewPos(m.x, (size.Height-high)/2))
		o.Resize(fyne.NewSize(size.Width-2*m.x, high))
	}
}

func (m middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*m.x+1, objects[0].MinSize().Height)
}

// beside lays out the board and the panel beside it, which lies over the board's edge
// in a window that is too narrow for both. A place of work takes all that the board
// can spare, and the board's own place where that is not enough.
type beside struct{ d *Desk }

// boardAside is how much table is to the left and the right of the board.
const boardAside = 12

// workLeast is what a place of work needs.
const workLeast = 1000

// Layout implements fyne.Layout.
func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	board, side := objects[0].(*fyne.Container), objects[1]
	spare, least := size.Width-boardLeast.Width, float32(0)
	if board.Hidden = b.d.works && spare < workLeast; board.Hidden {
		spare = size.Width
	}
	if !b.d.works {
		spare = side.MinSize().Width
		least = b.least(size.Width, spare)
	}
	wide := max(size.Width-spare, least)
	shift := float32(0)
	board.Resize(fyne.NewSize(wide, size.Height))
	at := size.Width - spare
	if b.away(at, spare, wide, size.Width) {
		at, shift = 0, size.Width-wide
	}
	shift += boardAside
	b.d.view.Covered(func(from, to float32) float32 { return b.d.covered(from+shift, to+shift) })
	board.Move(fyne.NewPos(shift-boardAside, 0))
	side.Move(fyne.NewPos(at, 0))
	side.Resize(fyne.NewSize(spare, size.Height-b.d.covered(at, at+spare)))
}

// away says whether the panel belongs at the left: where it lies over the board and would
// hide more of the opened card at the right. It stays there for as long as that is open.
func (b beside) away(at, panel, board, window float32) bool {
	id, from, to, seen := b.d.view.Opened()
	if panel == 0 || at >= board || b.d.works || id == "" {
		b.d.aside = aside{}
		return false
	}
	if b.d.aside.id != id && seen {
		right := max(0, to+boardAside-max(at, from+boardAside))
		left := max(0, min(panel, to+boardAside+window-board)-(from+boardAside+window-board))
		b.d.aside = aside{id, left < right}
	}
	return b.d.aside.id == id && b.d.aside.left
}

// aside is for which card the panel was put at the left, if it was.
type aside struct {
	id   model.ID
	left bool
}

// least is how wide the board is at least beside a panel: so that its cards lie where they
// lay, but no wider than the window.
func (b beside) least(wide, panel float32) float32 {
	alone := wide - 2*boardAside
	if panel == 0 {
		alone = 0
	}
	return max(boardLeast.Width, min(wide, b.d.view.Beside(alone)+2*boardAside))
}

// MinSize implements fyne.Layout.
func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
