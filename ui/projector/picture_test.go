package projector

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/assets/words"
	"racedesk/model"
)

// A small picture has the shape of the screen, and breaks a message as the screen does;
// of one that is cut, it is known before anybody sees it.
func TestAPictureShowsWhatTheRoomSees(t *testing.T) {
	for _, screen := range append(screens, fyne.NewSize(1024, 768)) {
		for n := 1; n < 700; n += 23 {
			text := strings.TrimSpace(strings.Repeat("Middag om en kvart. ", n))
			entities := []model.Entity{model.Screen{Face: model.FaceMessage, Message: text}, model.Clock{Length: time.Hour}}
			room := shown("sv", screen, time.Now(), entities...)
			picture := NewPicture(words.For("sv"), fyne.NewSize(320, 210))
			picture.Object.Resize(fyne.NewSize(372, 210))
			picture.Tell(model.NewBoard(1, entities), time.Now(), screen)
			small := picture.face.Size()
			if by := small.Width / small.Height * screen.Height / screen.Width; by < 0.999 || by > 1.001 || small.Width > 372.01 || small.Height > 210.01 {
				t.Fatalf("the picture of %v is %v", screen, small)
			}
			lines := func(f *Face) (said []string) {
				for _, line := range f.layers[model.FaceMessage].(*messageFace).text.lines {
					said = append(said, line.Text)
				}
				return said
			}
			want := lines(room)
			if got := lines(picture.face); !slices.Equal(got, want) {
				t.Errorf("%v: the room sees %q, the picture shows %q", screen, want, got)
			}
			if cut := strings.HasSuffix(want[len(want)-1], "…"); cut != Cuts(text, screen) {
				t.Errorf("%v: of %d letters the room sees %d lines, cut %v", screen, len(text), len(want), cut)
			}
		}
	}
}

// The small time is whole also where it is drawn on few pixels.
func TestTheSmallTimeIsNotCut(t *testing.T) {
	for width := float32(300); width < 400; width += 7 {
		size := fyne.NewSize(width, width*9/16)
		f := shown("sv", size, time.Now(), model.Screen{Face: model.FaceMessage, Message: "."}, model.Clock{Length: 8 * time.Hour})
		ink(t, &f.layers[model.FaceMessage].(*messageFace).small.digits, size)
	}
}
