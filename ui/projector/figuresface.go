package projector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// The face of the figures, in shares of the screen's height, but for its sides.
const (
	figureSide  = 0.05 // of the width, on either side
	figureTime  = 0.1  // how high the time is
	figureTimer = 0.085
	figureState = 0.15 // from here on what is to be said of the time
	figureAt    = 0.2  // from here on the large figures, down to the target groups
	groupsTo    = 0.97
	groupsHigh  = 0.44 // of all target groups, at most
	groupsTall  = 0.39 // on a screen that stands
	groupHigh   = 0.2  // of one line of them, at most
	groupSize   = 0.058
	groupsMost  = 8
)

// groupColumns are how many target groups stand beside each other, by how many there
// are: so that no line is left with one alone.
var groupColumns = [groupsMost + 1]int{1, 1, 2, 3, 2, 3, 3, 2, 2}

// figuresFace is how far the race has come: problems, projects and products, of all
// and of each target group, under the time that is left.
type figuresFace struct {
	digits digits
	state  *canvas.Text
	heads  [3]*canvas.Text // the large figures
	stages [3]*canvas.Text
	rails  [2]*canvas.Rectangle // from figure to figure
	groups []*groupPart
}

func newFiguresFace() *figuresFace {
	f := &figuresFace{state: centred(true)}
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

// stands says whether a screen is higher than it is wide.
func stands(size fyne.Size) bool { return size.Height > size.Width }

func (f *figuresFace) lay(s *scene, size fyne.Size) {
	text, u := s.time()
	ink := s.colors().urgent[u]
	large := fit(text, size.Width*(1-2*figureSide), size.Height*figureTime)
	f.digits.lay(text, ink, large, (size.Width-wide(text, large))/2, size.Height*figureTimer)
	sentence(f.state, s.state(), size, figureState)
	f.state.Color = ink
	groups := s.funnel[1:min(len(s.funnel), 1+groupsMost)]
	most := float32(groupsHigh)
	if stands(size) {
		most = groupsTall
	}
	across, rows := 1, len(groups)
	if !stands(size) {
		across = groupColumns[len(groups)]
		rows = (len(groups) + across - 1) / across
	}
	high := min(groupHigh, most/float32(max(1, rows)))
	from := groupsTo - high*float32(rows)
	f.layTotals(s, size, size.Height*figureAt, size.Height*from)
	f.layGroups(s, groups, size, size.Height*from, size.Height*high, across)
}

// layTotals puts the large figures with their names between two heights: beside each
// other, with lines from one to the next, or above each other on a screen that stands.
func (f *figuresFace) layTotals(s *scene, size fyne.Size, from, to float32) {
	p, left := s.colors(), size.Width*figureSide
	for i, head := range f.heads {
		head.Text, head.Color = s.words.Number(s.funnel[0].count[i]), p.ink
		f.stages[i].Text, f.stages[i].Color = s.words.T("column."+string(model.Stages[i])), p.quiet
		f.rails[i%len(f.rails)].Hidden = stands(size)
	}
	if stands(size) {
		each := (to - from) * 0.95 / 3
		for i, head := range f.heads {
			y, half := from+each*(float32(i)+0.5), size.Width/2-left
			sized(head, each*0.8/digitInk, half)
			sized(f.stages[i], each*0.4, half*0.95)
			head.Alignment, f.stages[i].Alignment = fyne.TextAlignTrailing, fyne.TextAlignLeading
			place(head, left, y, half*0.9)
			place(f.stages[i], size.Width/2, y+head.TextSize*0.12, half)
		}
		return
	}
	high, each := to-from, (size.Width-2*left)/3
	for i, head := range f.heads {
		x := left + each*float32(i)
		sized(head, high*0.6/digitInk, each*0.9)
		sized(f.stages[i], min(size.Height*0.06, high*0.17), each*0.9)
		head.Alignment, f.stages[i].Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
		place(head, x, from+high*0.37, each)
		place(f.stages[i], x, from+high*0.8, each)
	}
	for i, rail := range f.rails {
		middle, gap := left+each*(float32(i)+0.5), size.Height*0.04
		start := middle + f.heads[i].MinSize().Width/2 + gap
		end := middle + each - f.heads[i+1].MinSize().Width/2 - gap
		rail.FillColor = p.rail
		rail.Move(fyne.NewPos(start, from+high*0.37))
		rail.Resize(fyne.NewSize(max(0, end-start), max(1, size.Height*0.008)))
	}
}

// sized makes a text of one line so large, and smaller where it would be too wide.
func sized(t *canvas.Text, letter, width float32) {
	t.TextSize = letter
	t.TextSize = min(letter, letter*width/max(1, t.MinSize().Width))
}

// place puts a text into a column, its middle at the height y.
func place(t *canvas.Text, x, y, width float32) {
	high := t.MinSize().Height
	t.Move(fyne.NewPos(x, y-high/2))
	t.Resize(fyne.NewSize(width, high))
}

// layGroups puts so many target groups beside each other, each line of them so high.
func (f *figuresFace) layGroups(s *scene, groups []figures, size fyne.Size, top, high float32, across int) {
	f.hold(groups)
	most := 1
	for _, g := range groups {
		most = max(most, g.count[0], g.count[1], g.count[2])
	}
	left, gap := size.Width*figureSide, size.Width*figureSide
	each := (size.Width - 2*left + gap) / float32(across)
	letter := min(high*0.38, size.Height*groupSize, each*0.12)
	for n, part := range f.groups {
		at := fyne.NewPos(left+each*float32(n%across), top+high*float32(n/across))
		part.lay(s, groups[n], most, letter, size, at, fyne.NewSize(each-gap, high))
	}
}

// hold keeps a part for each target group, with its mark.
func (f *figuresFace) hold(groups []figures) {
	for len(f.groups) < len(groups) {
		f.groups = append(f.groups, newGroupPart())
	}
	f.groups = f.groups[:len(groups)]
	for i, part := range f.groups {
		if part.style != groups[i].style {
			part.style, part.mark = groups[i].style, kit.NewMark(groups[i].style)
		}
	}
}

func (f *figuresFace) objects() []fyne.CanvasObject {
	objects := append(f.digits.objects(), f.state)
	for i := range f.heads {
		objects = append(objects, f.heads[i], f.stages[i])
	}
	for _, rail := range f.rails {
		objects = append(objects, rail)
	}
	for _, part := range f.groups {
		objects = append(objects, part.objects()...)
	}
	return objects
}
