package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"racedesk/ui/kit"
)

// A laneStory is what the head of a lane tells.
type laneStory struct {
	name  string
	style int // of the target group; below zero it is none
	count string
	over  bool // there are more than enough
}

// laneHead is the slim head of a lane in one column. It has a ground, since cards
// pass beneath it.
type laneHead struct {
	widget.BaseWidget
	story  laneStory
	ground *canvas.Rectangle
	mark   fyne.CanvasObject
	name   *kit.Text
	count  *kit.Text
	ends   bool // it is pushed out of view
}

func newLaneHead() *laneHead {
	h := &laneHead{ground: canvas.NewRectangle(nil), mark: kit.NewMark(0),
		name: kit.NewText("", kit.SizeText, kit.ColorInk, 1).Bold(), count: kit.NewText("", kit.SizeText, kit.ColorQuiet, 1)}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *laneHead) CreateRenderer() fyne.WidgetRenderer { return &laneHeadRenderer{h} }

// tell shows another story, if it is another.
func (h *laneHead) tell(s laneStory) {
	if h.story == s {
		return
	}
	h.story = s
	h.ground.FillColor = kit.Color(kit.ColorTable)
	h.mark = kit.NewMark(max(0, s.style))
	h.name.SetText(s.name)
	h.count.Set(s.count, loaded(s.over))
	h.Refresh()
}

// light gives the head the ground of a column that would take a drop.
func (h *laneHead) light(on bool) {
	h.ground.FillColor = kit.Color(kit.ColorTable)
	if on {
		h.ground.FillColor = kit.Color(kit.ColorTarget)
	}
	h.ground.Refresh()
}

// tellLanes shows the heads of the lanes.
func (d *deck) tellLanes(stories []laneStory) {
	if len(d.heads) > len(stories) {
		d.heads = d.heads[:len(stories)]
	}
	for i, s := range stories {
		if i == len(d.heads) {
			d.heads = append(d.heads, newLaneHead())
		}
		d.heads[i].tell(s)
	}
}

// layHeads puts the heads of the lanes above their cards; that of the lane at the
// upper edge stays in view.
func (d *deck) layHeads(width float32) {
	for i, h := range d.heads {
		if i >= len(d.tops) {
			break
		}
		y := max(d.tops[i]-bandHead, min(d.scrolled, d.end(i)-bandHead))
		h.Move(fyne.NewPos(0, y))
		h.Resize(fyne.NewSize(width, bandHead))
		h.bare(d.scrolled-y > (bandHead-h.name.LineHeight())/2)
	}
}

// bare leaves the ground alone of a head that the next one pushes out of view: half of
// its letters would look like crumbs.
func (h *laneHead) bare(on bool) {
	if h.ends != on {
		h.ends = on
		h.Refresh()
	}
}

type laneHeadRenderer struct{ h *laneHead }

func (r *laneHeadRenderer) Destroy() {}

func (r *laneHeadRenderer) Layout(size fyne.Size) {
	h := r.h
	const over = 4 // the shadows of cards
	h.ground.Move(fyne.NewPos(-over, 0))
	h.ground.Resize(size.AddWidthHeight(2*over, 0))
	line, x := h.name.LineHeight(), float32(0)
	y := (size.Height - line) / 2
	if h.story.style >= 0 {
		h.mark.Move(fyne.NewPos(0, (size.Height-cardMark)/2))
		h.mark.Resize(fyne.NewSquareSize(cardMark))
		x = cardMark + kit.Unit
	}
	measured := func(text string, bold bool) float32 {
		return fyne.MeasureText(text, kit.Size(kit.SizeText), fyne.TextStyle{Bold: bold}).Width + 1
	}
	count := measured(h.story.count, false)
	name := max(1, min(measured(h.story.name, true), size.Width-x-count-kit.Unit))
	h.name.Move(fyne.NewPos(x, y))
	h.name.Resize(fyne.NewSize(name, line))
	h.count.Move(fyne.NewPos(x+name+kit.Unit, y))
	h.count.Resize(fyne.NewSize(count, line))
}

// MinSize is constant: a head takes what it is given.
func (r *laneHeadRenderer) MinSize() fyne.Size { return fyne.NewSize(1, bandHead) }

func (r *laneHeadRenderer) Objects() []fyne.CanvasObject {
	h := r.h
	switch {
	case h.ends:
		return []fyne.CanvasObject{h.ground}
	case h.story.style < 0:
		return []fyne.CanvasObject{h.ground, h.name, h.count}
	}
	return []fyne.CanvasObject{h.ground, h.mark, h.name, h.count}
}

func (r *laneHeadRenderer) Refresh() {
	r.Layout(r.h.Size())
	canvas.Refresh(r.h)
}
