package projector

import (
	"cmp"
	"image/color"
	"math"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/ui/kit"
)

// A text on a face, in shares of the screen's height, but for its width.
const (
	textMost  = 0.2
	textLeast = 0.032 // legible still; what is longer is cut
	textStep  = 0.88  // from one size that is tried to the next
	textLine  = 1.3   // from line to line, of the size
	fewLines  = 4     // that look best in the middle
	lineSize  = 0.042 // of a text that has a line to itself
	lineWide  = 0.94  // of the width, what is set across it
)

// A paragraph is a text in the largest type that its place takes.
type paragraph struct {
	tight bool        // spaces only say where a line may end
	most  float32     // its largest type, as a share of the screen's height; 0 for a message's
	least float32     // its smallest; 0 for a message's
	left  bool        // its lines begin at the left, however few they are
	quiet bool        // it is no heading
	ink   color.Color // its own colour, if it has one
	said  string
	room  fyne.Size
	lines []*canvas.Text
	size  float32
}

// lay fills a place on a screen of some height. The text is broken anew only where
// it or its place changed.
func (p *paragraph) lay(text string, s *scene, at fyne.Position, room fyne.Size, screen float32) {
	if text != p.said || room != p.room {
		p.said, p.room, p.lines = text, room, nil
		var lines []string
		lines, p.size = p.broken(text, scaled(room, drawnAt/screen))
		p.size *= screen / drawnAt
		for _, line := range lines {
			if p.tight {
				line = strings.ReplaceAll(line, " ", "")
			}
			line, right := kit.Visual(line)
			t := canvas.NewText(line, nil)
			t.TextSize, t.TextStyle = p.size, p.style()
			switch {
			case len(lines) <= fewLines && !p.left:
				t.Alignment = fyne.TextAlignCenter
			case right:
				t.Alignment = fyne.TextAlignTrailing
			}
			p.lines = append(p.lines, t)
		}
	}
	step := p.size * textLine
	top := at.Y + max(0, (room.Height-step*float32(len(p.lines)))/2)
	for i, line := range p.lines {
		switch line.Color = s.colors().ink; {
		case p.ink != nil:
			line.Color = p.ink
		case p.quiet:
			line.Color = s.colors().quiet
		}
		line.Move(fyne.NewPos(at.X, top+step*float32(i)))
		line.Resize(fyne.NewSize(room.Width, step))
	}
}

// across puts the paragraph between two shares of the height.
func (p *paragraph) across(text string, s *scene, size fyne.Size, part [2]float32) {
	left, top := size.Width*(1-lineWide)/2, size.Height*part[0]
	p.lay(text, s, fyne.NewPos(left, top), fyne.NewSize(size.Width*lineWide, size.Height*(part[1]-part[0])), size.Height)
}

func (p *paragraph) style() fyne.TextStyle { return fyne.TextStyle{Bold: !p.quiet} }

func (p *paragraph) objects() (objects []fyne.CanvasObject) {
	for _, line := range p.lines {
		objects = append(objects, line)
	}
	return objects
}

// drawnAt is the height of the screen that lines are broken for, whatever its size is:
// a small picture of a screen has the same lines.
const drawnAt = 1080

// scaled is a place on a screen of another size, without the fractions of a unit that
// reckoning leaves.
func scaled(room fyne.Size, by float32) fyne.Size {
	round := func(x float32) float32 { return float32(math.Round(float64(x * by))) }
	return fyne.NewSize(round(room.Width), round(room.Height))
}

// linesIn is how many lines of a size there is room for.
func linesIn(room fyne.Size, size float32) int { return max(1, int(room.Height/(size*textLine))) }

// broken returns the lines of a text in the largest size that fits a room on the
// screen that lines are broken for. In the smallest it is cut.
func (p *paragraph) broken(text string, room fyne.Size) (lines []string, size float32) {
	const narrow = 0.25 // what no text is narrower than, for each letter of a size
	largest := drawnAt * cmp.Or(p.most, textMost)
	least := min(largest, drawnAt*cmp.Or(p.least, textLeast))
	letters := float32(utf8.RuneCountInString(text))
	for size = largest; ; size = max(size*textStep, least) {
		most := linesIn(room, size)
		if size > least && letters*size*narrow > room.Width*float32(most) {
			continue // not worth a try
		}
		lines, whole := wrapped(text, room.Width, size, most, p.style())
		if whole || size <= least {
			return lines, size
		}
	}
}

// wrapped breaks a text of several paragraphs into lines, and says whether all of
// it is in them: a word is not broken where a smaller size keeps it whole.
func wrapped(text string, width, size float32, most int, style fyne.TextStyle) (lines []string, whole bool) {
	whole = true
	for paragraph := range strings.SplitSeq(text, "\n") {
		if len(lines) == most {
			lines[most-1] = kit.Fit(lines[most-1]+" …", width, size, style)
			return lines, false
		}
		broken := kit.Wrap(paragraph, width, size, style, most-len(lines))
		if len(broken) == 0 {
			broken = []string{""}
		}
		whole = whole && strings.Join(strings.Fields(paragraph), " ") == strings.Join(broken, " ")
		lines = append(lines, broken...)
	}
	return lines, whole
}

// sentence puts a text in the middle of a line at a share of the height: as large
// as lines are, smaller where it is long, and cut where that would be too small.
func sentence(t *canvas.Text, text string, size fyne.Size, at float32) {
	t.Text, t.TextSize = text, size.Height*lineSize
	if wide := t.MinSize().Width; wide > size.Width*lineWide {
		t.TextSize *= max(0.6, size.Width*lineWide/wide)
		t.Text = kit.Fit(text, size.Width*lineWide, t.TextSize, t.TextStyle)
	}
	t.Move(fyne.NewPos(0, size.Height*at))
	t.Resize(fyne.NewSize(size.Width, size.Height*lineSize*1.4))
}
