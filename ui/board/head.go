package board

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"racedesk/ui/kit"
)

// A story is what a column's head tells.
type story struct {
	total string  // how many there are
	open  string  // how many still wait to go on
	whole string  // the same, and why the others are not among them
	over  bool    // those are more than enough
	share float32 // how many of them have gone on, from 0 to 1
	gone  string  // the word that shows those too, empty where there are none
	kin   string  // the same, and how many of them belong to the chosen card
	shown bool    // whether they are shown
	none  string  // said where no card is shown
}

// head is the top of a column: its name, the figure, and its stretch of the thin
// line of progress that runs from head to head.
type head struct {
	widget.BaseWidget
	story story
	last  bool // no line runs on behind it

	name   *kit.Text
	figure *canvas.Text
	open   *kit.Text
	gone   *kit.Chip
	rail   *canvas.Rectangle
	done   *canvas.Rectangle
}

const headHeight float32 = 96

func newHead(name string, last bool, showGone func(bool)) *head {
	h := &head{last: last, figure: canvas.NewText("", nil), rail: canvas.NewRectangle(nil), done: canvas.NewRectangle(nil),
		name: kit.NewText(name, kit.SizeColumn, kit.ColorInk, 1).Bold(),
		open: kit.NewText("", kit.SizeText, kit.ColorQuiet, 1),
		gone: kit.NewChip("", showGone).Slight()}
	h.figure.Alignment = fyne.TextAlignTrailing
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *head) CreateRenderer() fyne.WidgetRenderer { return &headRenderer{h} }

// tell shows another story, if it is another.
func (h *head) tell(s story) {
	if h.story == s {
		return
	}
	h.story = s
	h.Refresh()
}

// offer words the chip that shows those gone on, for this much room.
func (h *head) offer(room float32) {
	h.gone.Set(cmp.Or(h.story.kin, h.story.gone), h.story.shown)
	if h.gone.MinSize().Width > room {
		h.gone.Set(h.story.gone, h.story.shown)
	}
}

// loaded is the colour of a number of cards that may be more than enough.
func loaded(over bool) fyne.ThemeColorName {
	if over {
		return kit.ColorAlarm
	}
	return kit.ColorQuiet
}

// figures is how much the figure takes in a size, which it gets.
func (h *head) figures(size fyne.ThemeSizeName) float32 {
	h.figure.TextSize = kit.Size(size)
	return fyne.MeasureText(h.story.total, h.figure.TextSize, fyne.TextStyle{}).Width + kit.Unit
}

// state says how many are open, with all that belongs to it where there is room, and returns
// how wide that is.
func (h *head) state(room float32) (wide float32) {
	if h.gone.Visible() {
		room -= 2*kit.Unit + h.chip(cmp.Or(h.story.kin, h.story.gone))
	}
	for _, text := range []string{h.story.whole, h.story.open} {
		h.open.Set(text, loaded(h.story.over))
		if wide = kit.Width(text, kit.SizeText); wide <= room {
			break
		}
	}
	return wide
}

// chip is how wide the chip is with a word.
func (h *head) chip(word string) float32 {
	h.gone.Set(word, h.story.shown)
	return h.gone.MinSize().Width
}

type headRenderer struct{ h *head }

func (r *headRenderer) Destroy() {}

func (r *headRenderer) Layout(size fyne.Size) {
	h := r.h
	const line, top = 22, 44
	figures, room, high := h.figures(kit.SizeFigure), size.Width, float32(66)
	if beside := size.Width - figures; h.name.Wide() > beside || h.gone.Visible() && h.chip(h.story.gone) > beside {
		figures, high = h.figures(kit.SizeColumn), 38 // leaves the name its line, and the second one to the rest
	} else {
		room -= figures
	}
	h.name.Move(fyne.NewPos(0, 4))
	h.name.Resize(fyne.NewSize(size.Width-figures, 38))
	h.figure.Move(fyne.NewPos(size.Width-figures, 2))
	h.figure.Resize(fyne.NewSize(figures, high))
	wide := h.state(room)
	beside := wide + 2*kit.Unit
	h.open.Hidden = h.gone.Visible() && beside+h.chip(h.story.gone) > room
	if h.open.Hidden {
		beside = 0
	}
	h.open.Move(fyne.NewPos(0, top))
	h.open.Resize(fyne.NewSize(min(wide+1, room), line))
	h.offer(room - beside)
	pill := h.gone.MinSize()
	h.gone.Move(fyne.NewPos(beside, top+(line-pill.Height)/2))
	h.gone.Resize(fyne.NewSize(min(pill.Width, room), pill.Height))
	const thick = 4
	long := size.Width
	if !h.last {
		long += columnGap + 2*inset // as far as the next head
	}
	for _, bar := range []*canvas.Rectangle{h.rail, h.done} {
		bar.Move(fyne.NewPos(0, headHeight-16))
		bar.CornerRadius = thick / 2
	}
	h.rail.Resize(fyne.NewSize(long, thick))
	h.done.Resize(fyne.NewSize(size.Width*h.story.share, thick))
}

func (r *headRenderer) MinSize() fyne.Size { return fyne.NewSize(200, headHeight) }

func (r *headRenderer) Objects() []fyne.CanvasObject {
	h := r.h
	return []fyne.CanvasObject{h.rail, h.done, h.name, h.figure, h.open, h.gone}
}

func (r *headRenderer) Refresh() {
	h := r.h
	h.gone.Hidden = h.story.gone == ""
	h.figure.Text, h.figure.Color = h.story.total, kit.Color(kit.ColorInk)
	h.rail.FillColor, h.done.FillColor = kit.Color(kit.ColorLine), kit.Color(kit.ColorInk)
	h.done.Hidden = h.story.share <= 0
	r.Layout(h.Size())
	canvas.Refresh(h)
}
