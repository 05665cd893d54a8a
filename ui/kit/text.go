package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Text)(nil)

// Text is a paragraph in the type of this house: a size and a colour by name, as
// many lines as its limit allows, any script in its right order.
type Text struct {
	widget.BaseWidget
	text  string
	size  fyne.ThemeSizeName
	color fyne.ThemeColorName
	style fyne.TextStyle
	limit int
	lit   string // letters that lie on a ground of their own

	lines   []*canvas.Text
	grounds []*canvas.Rectangle
	wrapped float32 // the width that lines were made for
}

// NewText returns a text of at most limit lines; a limit of 0 means no end.
func NewText(text string, size fyne.ThemeSizeName, color fyne.ThemeColorName, limit int) *Text {
	t := &Text{text: text, size: size, color: color, limit: limit, wrapped: -1}
	t.ExtendBaseWidget(t)
	return t
}

// Bold makes the text bold and returns it.
func (t *Text) Bold() *Text {
	t.style.Bold = true
	return t
}

// Limit changes how many lines the text takes at most.
func (t *Text) Limit(lines int) {
	if t.limit != lines {
		t.limit, t.wrapped = lines, -1
	}
}

// Content returns what the text says, unbroken.
func (t *Text) Content() string { return t.text }

// SetText changes what the text says.
func (t *Text) SetText(text string) { t.Set(text, t.color) }

// Set changes what the text says and its colour, if either is new.
func (t *Text) Set(text string, color fyne.ThemeColorName) {
	if t.text == text && t.color == color {
		return
	}
	t.text, t.color, t.wrapped = text, color, -1
	t.Refresh()
}

// Light puts a soft ground beneath these letters, groups of them separated by spaces,
// wherever they stand in the text, also within words.
func (t *Text) Light(words string) {
	if t.lit != words {
		t.lit, t.wrapped = words, -1
		t.Refresh()
	}
}

// Wide is how wide the text is on one line.
func (t *Text) Wide() float32 { return fyne.MeasureText(t.text, Size(t.size), t.style).Width }

// LineHeight is the distance from line to line.
func (t *Text) LineHeight() float32 { return LineHeight(t.size) }

// LineHeight is the distance from line to line in a text of this size.
func LineHeight(size fyne.ThemeSizeName) float32 { return float32(int(Size(size)*1.3 + 0.5)) }

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{t} }

// wrap makes the lines for a width.
func (t *Text) wrap(width float32) {
	if t.wrapped == width {
		return
	}
	t.wrapped = width
	limit := t.limit
	if limit == 0 {
		limit = 1 << 16
	}
	var lines []string
	if width > 0 { // else it has no place yet
		lines = Wrap(t.text, width, Size(t.size), t.style, limit)
	}
	for len(t.lines) < len(lines) {
		t.lines = append(t.lines, canvas.NewText("", nil))
	}
	t.lines, t.grounds = t.lines[:len(lines)], nil
	for i, line := range t.lines {
		text, right := Visual(lines[i])
		line.Text, line.TextSize, line.TextStyle, line.Color = text, Size(t.size), t.style, Color(t.color)
		line.Alignment = fyne.TextAlignLeading
		if right {
			line.Alignment = fyne.TextAlignTrailing
		}
		line.Refresh()
		if t.lit != "" && text == lines[i] {
			t.ground(text, float32(i)*t.LineHeight())
		}
	}
}

// ground makes the grounds of a line at a height.
func (t *Text) ground(line string, y float32) {
	m := measure{size: Size(t.size), style: t.style}
	for _, span := range lit(line, strings.Fields(t.lit)) {
		const over = 1 // on either side of the letters
		one := canvas.NewRectangle(Color(ColorHit))
		one.CornerRadius = over + 2
		from, to := m.width(line[:span[0]]), m.width(line[:span[1]])
		one.Move(fyne.NewPos(from-over, y))
		one.Resize(fyne.NewSize(to-from+2*over, t.LineHeight()))
		t.grounds = append(t.grounds, one)
	}
}

// lit are the stretches of a line that any of some groups of letters take: whole letters,
// with their accents.
func lit(line string, groups []string) (spans [][2]int) {
	begins := append([]int{0}, letters(line, len(line))...)
	for k := 0; k < len(begins); k++ {
		end := -1
		for _, group := range groups {
			to := begins[k] + len(group)
			if _, whole := slices.BinarySearch(begins, to); whole && strings.HasPrefix(line[begins[k]:], group) {
				end = max(end, to)
			}
		}
		last := len(spans) - 1
		switch {
		case end < 0:
		case last >= 0 && begins[k] <= spans[last][1]:
			spans[last][1] = max(spans[last][1], end)
		default:
			spans = append(spans, [2]int{begins[k], end})
		}
	}
	return spans
}

type textRenderer struct{ t *Text }

func (r *textRenderer) Destroy() {}

func (r *textRenderer) Layout(size fyne.Size) {
	r.t.wrap(size.Width)
	height := r.t.LineHeight()
	for i, line := range r.t.lines {
		line.Move(fyne.NewPos(0, float32(i)*height))
		line.Resize(fyne.NewSize(size.Width, height))
	}
}

// MinSize is the height at the width it was last given: a text has no width of
// its own, it takes what it gets.
func (r *textRenderer) MinSize() fyne.Size {
	width := r.t.Size().Width
	if width == 0 {
		return fyne.NewSize(1, r.t.LineHeight())
	}
	r.t.wrap(width)
	return fyne.NewSize(1, float32(max(1, len(r.t.lines)))*r.t.LineHeight())
}

func (r *textRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.t.grounds)+len(r.t.lines))
	for _, ground := range r.t.grounds {
		objects = append(objects, ground)
	}
	for _, line := range r.t.lines {
		objects = append(objects, line)
	}
	return objects
}

func (r *textRenderer) Refresh() {
	r.t.wrapped = -1
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}
