package projector

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// The face of the figures, in shares of the screen.
const (
	figureSide  = 0.05 // of its width, on either side
	figureNames = 0.24 // of its width, for the names of the target groups
	figureTime  = 0.13 // the height of the time, where its middle is 0.14 from the top
	figureAt    = 0.40 // the middle of the large figures
	figureSize  = 0.26
	stageAt     = 0.67 // of the large figures, from their middle
	groupsAt    = 0.64
	groupsTo    = 0.95
	groupHigh   = 0.075 // a target group's line, at most
	groupsMost  = 8
)

// figuresFace is how far the race has come: problems, projects and products, of all
// and of each target group, under the time that is left.
type figuresFace struct {
	digits digits
	heads  [3]*canvas.Text // the large figures
	stages [3]*canvas.Text
	rails  [2]*canvas.Rectangle // from figure to figure
	groups []*groupLine
}

// A groupLine is a target group's mark and name, its figures and a bar under each.
type groupLine struct {
	style int
	mark  fyne.CanvasObject
	name  *canvas.Text
	count [3]*canvas.Text
	bars  [3]*canvas.Rectangle
}

func newFiguresFace() *figuresFace {
	f := &figuresFace{}
	for i := range f.heads {
		f.heads[i], f.stages[i] = centred(true), centred(false)
	}
	for i := range f.rails {
		f.rails[i] = canvas.NewRectangle(black)
	}
	return f
}

func centred(strong bool) *canvas.Text {
	t := canvas.NewText("", black)
	t.Alignment, t.TextStyle.Bold = fyne.TextAlignCenter, strong
	return t
}

// a column is where the figures of a stage stand.
type column struct{ x, wide float32 }

func (f *figuresFace) lay(s *scene, size fyne.Size) {
	text, u := s.time()
	p := s.colors()
	large := fit(text, size.Width*(1-2*figureSide), size.Height*figureTime)
	f.digits.lay(text, p.urgent[u], large, (size.Width-wide(text, large))/2, size.Height*0.14)
	groups := s.funnel[1:min(len(s.funnel), 1+groupsMost)]
	left, names := size.Width*figureSide, size.Width*figureNames
	if len(groups) == 0 {
		names = 0
	}
	each := (size.Width - 2*left - names) / 3
	var columns [3]column
	for i := range columns {
		columns[i] = column{left + names + each*float32(i), each}
	}
	f.layTotals(s, size, columns)
	f.layGroups(s, groups, size, columns)
}

// layTotals puts the large figures with their names beneath, and lines between them.
func (f *figuresFace) layTotals(s *scene, size fyne.Size, columns [3]column) {
	p := s.colors()
	letter := min(size.Height*figureSize, columns[0].wide/2)
	for i, c := range columns {
		head, stage := f.heads[i], f.stages[i]
		head.Text, head.TextSize, head.Color = s.words.Number(s.funnel[0].count[i]), letter, p.ink
		head.TextSize = min(letter, letter*c.wide/max(1, head.MinSize().Width))
		place(head, c.x, size.Height*figureAt, c.wide)
		name := s.words.T("column." + string(model.Stages[i]))
		stage.TextSize, stage.Color = min(size.Height*lineSize, c.wide/6), p.quiet
		stage.Text = kit.Fit(name, c.wide, stage.TextSize, stage.TextStyle)
		place(stage, c.x, size.Height*figureAt+letter*stageAt, c.wide)
	}
	for i, rail := range f.rails {
		from := columns[i].x + columns[i].wide/2 + f.heads[i].MinSize().Width*0.6
		to := columns[i+1].x + columns[i+1].wide/2 - f.heads[i+1].MinSize().Width*0.6
		rail.FillColor = p.rail
		rail.Move(fyne.NewPos(from, size.Height*figureAt))
		rail.Resize(fyne.NewSize(max(0, to-from), max(1, size.Height*0.004)))
	}
}

// place puts a text into a column, its middle at the height y.
func place(t *canvas.Text, x, y, width float32) {
	high := t.MinSize().Height
	t.Move(fyne.NewPos(x, y-high/2))
	t.Resize(fyne.NewSize(width, high))
}

// layGroups puts a line for each target group.
func (f *figuresFace) layGroups(s *scene, groups []figures, size fyne.Size, columns [3]column) {
	f.hold(groups)
	if len(groups) == 0 {
		return
	}
	high := min(size.Height*groupHigh, size.Height*(groupsTo-groupsAt)/float32(len(groups)))
	most := 1
	for _, g := range groups {
		most = max(most, g.count[0], g.count[1], g.count[2])
	}
	letter := min(high*0.5, size.Width*0.03)
	for n, line := range f.groups {
		line.lay(s, groups[n], most, letter, size.Width*figureSide, size.Height*groupsAt+high*(float32(n)+0.5), columns)
	}
}

// hold keeps a line for each target group, with its mark.
func (f *figuresFace) hold(groups []figures) {
	for len(f.groups) < len(groups) {
		line := &groupLine{style: -1, name: canvas.NewText("", black)}
		for i := range line.count {
			line.count[i], line.bars[i] = centred(true), canvas.NewRectangle(black)
		}
		f.groups = append(f.groups, line)
	}
	f.groups = f.groups[:len(groups)]
	for i, line := range f.groups {
		if line.style != groups[i].style {
			line.style, line.mark = groups[i].style, kit.NewMark(groups[i].style)
		}
	}
}

func (l *groupLine) lay(s *scene, g figures, most int, letter, x, y float32, columns [3]column) {
	p := s.colors()
	l.mark.Move(fyne.NewPos(x, y-letter/2))
	l.mark.Resize(fyne.NewSquareSize(letter))
	l.name.TextSize, l.name.Color = letter, p.ink
	l.name.Text = kit.Fit(g.name, columns[0].x-x-2*letter, letter, l.name.TextStyle)
	place(l.name, x+letter*1.5, y, columns[0].x-x)
	for i, c := range columns {
		l.count[i].Text, l.count[i].TextSize, l.count[i].Color = strconv.Itoa(g.count[i]), letter, p.ink
		place(l.count[i], c.x, y, c.wide)
		bar := c.wide * 0.7 * float32(g.count[i]) / float32(most)
		l.bars[i].FillColor = kit.Color(kit.GroupColor(g.style))
		l.bars[i].Move(fyne.NewPos(c.x+(c.wide-bar)/2, y+letter*0.72))
		l.bars[i].Resize(fyne.NewSize(bar, letter*0.16))
	}
}

func (f *figuresFace) objects() []fyne.CanvasObject {
	objects := f.digits.objects()
	for i := range f.heads {
		objects = append(objects, f.heads[i], f.stages[i])
	}
	for _, rail := range f.rails {
		objects = append(objects, rail)
	}
	for _, l := range f.groups {
		objects = append(objects, l.mark, l.name)
		for i := range l.count {
			objects = append(objects, l.count[i], l.bars[i])
		}
	}
	return objects
}
