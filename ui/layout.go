package ui

import "fyne.io/fyne/v2"

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

// row gives what it holds this height, and asks for no width: the window shall not
// grow with the words in it.
type row float32

func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) { tall(r).Layout(objects, size) }

func (r row) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, float32(r)) }

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
