package projector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"racedesk/model"
	"racedesk/ui/kit"
)

// The face of the pitch round, in shares of the screen.
const (
	turnTop   = 0.075 // the middle of the line at the top
	turnTitle = 0.13  // from here on the title
	turnTo    = 0.40  // to here
	turnAt    = 0.585 // the middle of the digits
	turnHigh  = 0.26
	turnState = 0.745
	turnHead  = 0.09 // how high the target groups are at most

	pitchLeast = 0.022 // its smallest letters: those of what is not the turn's own
)

// turnNext is from where to where the next one is.
var turnNext = [2]float32{0.805, 0.9}

// pitchFace is whose turn it is in the pitch round, with its own time, and the race's
// small.
type pitchFace struct {
	marks  []fyne.CanvasObject // of its target groups
	styles []int
	groups paragraph
	place  *canvas.Text
	title  paragraph
	digits digits
	band   *canvas.Rectangle
	state  *canvas.Text
	next   paragraph
	small  corner
}

func newPitchFace() *pitchFace {
	f := &pitchFace{groups: paragraph{most: lineSize, least: pitchLeast, left: true}, place: canvas.NewText("", black), band: canvas.NewRectangle(black),
		state: centred(true), next: paragraph{most: lineMost, least: pitchLeast}}
	return f
}

func (f *pitchFace) lay(s *scene, size fyne.Size) {
	f.heading(s, size)
	f.small.left = f.place.Position().X + f.place.Size().Width
	f.small.lay(s, size)
	off := min(size.Width, size.Height) * textOff
	p, t := s.colors(), s.turnTime()
	title, to := s.turn.title, float32(turnTo)
	over := s.turn.pitch.Over()
	if over {
		title, to, t.urgency = s.words.T("pitch.over"), turnState, calm
	}
	f.title.lay(title, s, fyne.NewPos(off, size.Height*turnTitle), fyne.NewSize(size.Width-2*off, size.Height*(to-turnTitle)), size.Height)
	f.band.FillColor, f.band.Hidden = p.urgent[t.urgency], t.urgency == calm
	f.band.Resize(fyne.NewSize(size.Width, size.Height*bands[t.urgency]))
	state, next := s.turnState(), ""
	if s.turn.next != "" {
		next = s.words.T("programme.next", s.turn.next)
	}
	if over {
		state, t.text = "", ""
	}
	large := fit(t.text, size.Width*digitsWide, size.Height*turnHigh)
	f.digits.lay(t.text, p.urgent[t.urgency], large, (size.Width-wide(t.text, large))/2, size.Height*turnAt)
	sentence(f.state, state, size, turnState)
	f.state.Color = p.urgent[t.urgency]
	f.next.across(next, s, size, turnNext)
}

// heading puts the target groups at the top, and which turn it is at the bottom left: at
// the top right the window has its buttons.
func (f *pitchFace) heading(s *scene, size fyne.Size) {
	f.hold(s.turn.groups)
	p, letter, off := s.colors(), min(size.Height*lineSize, size.Width*0.06), size.Width*(1-lineWide)/2
	f.place.Text = ""
	if !s.turn.pitch.Over() {
		f.place.Text = s.turn.place(s.words)
	}
	f.place.TextSize, f.place.Color = letter, p.quiet
	edge := min(size.Width, size.Height) * cornerOff
	place(f.place, off, size.Height-edge-size.Height*cornerInk/2, f.place.MinSize().Width)
	x := off
	for _, mark := range f.marks {
		mark.Move(fyne.NewPos(x, size.Height*turnTop-letter/2))
		mark.Resize(fyne.NewSquareSize(letter))
		x += letter * 1.25
	}
	x += letter * 0.25
	room := fyne.NewSize(max(0, size.Width-off-x), size.Height*turnHead)
	f.groups.lay(f.names(s.turn.groups), s, fyne.NewPos(x, size.Height*turnTop-room.Height/2), room, size.Height)
}

func (*pitchFace) names(groups []model.Group) string {
	var names []string
	for _, g := range groups {
		names = append(names, g.Name)
	}
	return strings.Join(names, ", ")
}

// marksMost is how many target groups are shown by their marks.
const marksMost = 6

// hold keeps a mark for each target group.
func (f *pitchFace) hold(groups []model.Group) {
	var styles []int
	for _, g := range groups[:min(len(groups), marksMost)] {
		styles = append(styles, g.Style)
	}
	if slices.Equal(styles, f.styles) {
		return
	}
	f.styles, f.marks = styles, nil
	for _, style := range styles {
		f.marks = append(f.marks, kit.NewMark(style))
	}
}

func (f *pitchFace) objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{f.band, f.place, f.state}, f.marks...)
	for _, p := range []*paragraph{&f.groups, &f.title, &f.next} {
		objects = append(objects, p.objects()...)
	}
	return append(append(objects, f.digits.objects()...), f.small.objects()...)
}
