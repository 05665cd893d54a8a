package projector

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/ui/kit"
)

// A groupPart is a target group among the figures: its mark and name, and beneath
// them its own figures, each with a bar.
type groupPart struct {
	style int
	mark  fyne.CanvasObject
	name  paragraph
	count [3]*canvas.Text
	bars  [3]*canvas.Rectangle
}

func newGroupPart() *groupPart {
	l := &groupPart{style: -1, name: paragraph{left: true}}
	for i := range l.count {
		l.count[i], l.bars[i] = canvas.NewText("", black), canvas.NewRectangle(black)
		l.count[i].TextStyle = bold
	}
	return l
}

// lay fills a place, in letters of a size; the longest bar stands for the most cards
// of a stage that a target group has.
func (l *groupPart) lay(s *scene, g figures, most int, letter float32, size fyne.Size, at fyne.Position, room fyne.Size) {
	head, low := room.Height-letter*1.3, at.Y+room.Height-letter*0.85
	off := letter * 1.3
	l.mark.Move(at.AddXY(0, (head-letter)/2))
	l.mark.Resize(fyne.NewSquareSize(letter))
	l.name.most = letter / max(1, size.Height)
	l.name.lay(g.name, s, at.AddXY(off, 0), fyne.NewSize(room.Width-off, head), size.Height)
	each, figure := room.Width/3, float32(0)
	for i, count := range l.count {
		count.Text, count.TextSize, count.Color = strconv.Itoa(g.count[i]), letter, s.colors().ink
		figure = max(figure, count.MinSize().Width)
	}
	figure += letter * 0.3
	for i, count := range l.count {
		x := at.X + each*float32(i)
		place(count, x, low, figure)
		bar := (each - figure - letter) * float32(g.count[i]) / float32(most)
		l.bars[i].FillColor = kit.Color(kit.GroupColor(g.style))
		l.bars[i].Move(fyne.NewPos(x+figure, low-letter*0.3))
		l.bars[i].Resize(fyne.NewSize(max(0, bar), letter*0.6))
	}
}

func (l *groupPart) objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{l.mark}, l.name.objects()...)
	for i := range l.count {
		objects = append(objects, l.count[i], l.bars[i])
	}
	return objects
}
