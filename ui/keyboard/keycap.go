package keyboard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"racedesk/ui/kit"
)

// A keycap is a key as it is seen: paper for what writes, quieter for the others, ink
// while a finger is on it.
type keycap struct {
	key     Key
	next    string // what the next layout is called
	shift   shift
	pressed bool

	ground *canvas.Rectangle
	word   *canvas.Text
	sign   *canvas.Image
}

const capRadius float32 = 8

func newCap(key Key, next string) *keycap {
	c := &keycap{key: key, next: next, ground: canvas.NewRectangle(nil), word: canvas.NewText("", nil), sign: &canvas.Image{}}
	c.word.Alignment, c.sign.FillMode = fyne.TextAlignCenter, canvas.ImageFillContain
	c.ground.CornerRadius = capRadius
	c.dress()
	return c
}

// label is what stands on the key, or names it where a sign does.
func (c *keycap) label() string {
	switch c.key.Act {
	case Write:
		if c.shift != lower {
			return string(c.key.Upper)
		}
		return string(c.key.Letter)
	case Press:
		return string(c.key.Name)
	case Turn:
		return c.key.Plane.label()
	case Language:
		return c.next
	case Shift:
		return "Shift"
	}
	return "Hide"
}

// drawing is the sign on the key, or nil where there is a word.
func (c *keycap) drawing() fyne.Resource {
	switch c.key.Act {
	case Shift:
		return [...]fyne.Resource{lower: signShift, once: signOnce, caps: signCaps}[c.shift]
	case Press:
		return map[fyne.KeyName]fyne.Resource{fyne.KeyBackspace: signBack, fyne.KeyReturn: signEnter,
			fyne.KeyLeft: signLeft, fyne.KeyRight: signRight}[c.key.Name]
	case Hide:
		return signHide
	}
	return nil
}

// dress puts the key's state into its primitives.
func (c *keycap) dress() {
	ground, ink := kit.ColorGap, kit.ColorInk
	if c.key.Act == Write {
		ground = kit.ColorPaper
	}
	if c.pressed || c.key.Act == Shift && c.shift != lower {
		ground, ink = kit.ColorInk, kit.ColorPaper
	}
	c.ground.FillColor = kit.Color(ground)
	c.ground.StrokeColor, c.ground.StrokeWidth = kit.Edge()
	c.word.Text, c.word.Color, c.word.TextSize = "", kit.Color(ink), kit.Size(kit.SizeTitle)
	if c.key.Act != Write {
		c.word.TextSize = kit.Size(kit.SizeText)
	}
	sign := c.drawing()
	if c.sign.Hidden = sign == nil; c.sign.Hidden {
		c.word.Text = c.label()
		return
	}
	c.sign.Resource = theme.NewColoredResource(sign, ink)
	c.sign.Refresh() // an image keeps what it drew
}

// press shows whether a finger is on the key.
func (c *keycap) press(down bool) {
	c.pressed = down
	c.dress()
	c.ground.Refresh()
	c.word.Refresh()
}

const signSide float32 = 24

// lay puts the key in its place.
func (c *keycap) lay(pos fyne.Position, size fyne.Size) {
	c.ground.Move(pos)
	c.ground.Resize(size)
	high := c.word.MinSize().Height
	c.word.Move(pos.AddXY(0, (size.Height-high)/2))
	c.word.Resize(fyne.NewSize(size.Width, high))
	c.sign.Move(pos.AddXY((size.Width-signSide)/2, (size.Height-signSide)/2))
	c.sign.Resize(fyne.NewSquareSize(signSide))
}

// renderer lays out the keys on the table.
type renderer struct {
	k     *Keyboard
	table *canvas.Rectangle
}

func newRenderer(k *Keyboard) *renderer {
	r := &renderer{k, canvas.NewRectangle(nil)}
	r.table.CornerRadius, r.table.StrokeWidth = margin+aside/2, 1
	r.dress()
	return r
}

// dress gives the table its colours: it lies on others.
func (r *renderer) dress() {
	r.table.FillColor, r.table.StrokeColor = kit.Color(kit.ColorTable), kit.Color(kit.ColorLine)
}

func (r *renderer) Destroy() {}

func (r *renderer) Layout(size fyne.Size) {
	r.table.Resize(size)
	r.k.board = Layouts[r.k.layout].on(r.k.plane, size)
	for i, c := range r.k.keys {
		c.lay(r.k.board.spot(i))
	}
}

// MinSize is what fingers need.
func (r *renderer) MinSize() fyne.Size {
	return fyne.NewSize(Layouts[r.k.layout].Wide*(kit.Touch+gap)-gap+2*aside, High(0))
}

// High is how high the keyboard is in a room of this height.
func High(room float32) float32 {
	key := min(max(float32(int(room*share)), kit.Touch), tallest)
	return Rows*(key+gap) - gap + 2*margin
}

func (r *renderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.table}
	for _, c := range r.k.keys {
		objects = append(objects, c.ground, c.word, c.sign)
	}
	return objects
}

func (r *renderer) Refresh() {
	r.dress()
	r.Layout(r.k.Size())
	canvas.Refresh(r.k)
}
