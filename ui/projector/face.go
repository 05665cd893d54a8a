package projector

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"racedesk/assets/words"
	"racedesk/model"
)

// Face shows what the room sees, as large as its place is: on the projector, or
// small beside the board.
type Face struct {
	widget.BaseWidget
	scene  scene
	seq    int64        // of the board that the scene was read from
	board  *model.Board // which board that was
	told   string       // what changes with the time, as it is shown
	back   *canvas.Rectangle
	layers map[model.Face]layer
	shown  []fyne.CanvasObject
	paint  func(color.Color) // paints the ground, where that is not the face's
	least  fyne.Size
}

// A layer is what one face draws above the ground. It keeps its objects, so that a
// second's tick changes only what it must.
type layer interface {
	lay(s *scene, size fyne.Size)
	objects() []fyne.CanvasObject
}

// NewFace returns a face that is never smaller than least.
func NewFace(w *words.Words, least fyne.Size) *Face {
	f := &Face{scene: scene{words: w}, back: canvas.NewRectangle(black), least: least}
	f.layers = map[model.Face]layer{ // what has no layer is black
		model.FaceClock: newClockFace(), model.FaceFigures: newFiguresFace(),
		model.FacePitch: newPitchFace(), model.FaceMessage: &messageFace{}, model.FaceAddress: newAddressFace(),
	}
	f.ExtendBaseWidget(f)
	return f
}

// Speak changes the language.
func (f *Face) Speak(w *words.Words) {
	f.scene.words, f.board = w, nil
}

// Tell sets what the face shows: the race as it stands at an instant.
func (f *Face) Tell(b *model.Board, now time.Time) {
	fresh := f.board != b || f.seq != b.Seq
	if fresh {
		f.board, f.seq = b, b.Seq
		f.scene.read(b)
	}
	was := f.told
	f.scene.now, f.scene.agenda = now, b.Programme(now.Local()).Agenda()
	f.told = f.scene.tells()
	if fresh || f.told != was { // a clock that stands costs nothing
		f.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Face) CreateRenderer() fyne.WidgetRenderer { return &faceRenderer{f} }

type faceRenderer struct{ f *Face }

func (r *faceRenderer) Destroy() {}

func (r *faceRenderer) Layout(size fyne.Size) {
	f := r.f
	f.back.Resize(size)
	f.back.FillColor = black
	f.shown = []fyne.CanvasObject{f.back}
	if l := f.layers[f.scene.shows]; l != nil {
		f.back.FillColor = f.scene.ground()
		l.lay(&f.scene, size)
		f.shown = append(f.shown, l.objects()...)
	}
	if f.paint != nil {
		f.back.Hide()
		f.paint(f.back.FillColor)
	}
}

func (r *faceRenderer) MinSize() fyne.Size { return r.f.least }

func (r *faceRenderer) Objects() []fyne.CanvasObject { return r.f.shown }

func (r *faceRenderer) Refresh() {
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}
