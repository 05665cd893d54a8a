package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Frame is the content of a window that has entries: it hears which of them is
// written on, wherever in the window it stands.
type Frame struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	written func(e *Entry, tapped bool)
}

// NewFrame returns a frame that calls written when an entry of the window is given
// the keys, and whenever one is tapped.
func NewFrame(content fyne.CanvasObject, written func(e *Entry, tapped bool)) *Frame {
	f := &Frame{Content: content, written: written}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer { return &frameRenderer{f} }

type frameRenderer struct{ f *Frame }

func (r *frameRenderer) Destroy() {}

func (r *frameRenderer) Layout(size fyne.Size) { r.f.Content.Resize(size) }

func (r *frameRenderer) MinSize() fyne.Size { return r.f.Content.MinSize() }

func (r *frameRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.f.Content} }

func (r *frameRenderer) Refresh() { r.f.Content.Refresh() }
