package projector

import (
	"strings"

	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// textOff is how far a message is from the edges, as a share of the screen.
const textOff = 0.05

// messageFace is what the coordinator says, as large as it goes, and the time small.
type messageFace struct {
	text  paragraph
	small corner
}

func (m *messageFace) lay(s *scene, size fyne.Size) {
	m.small.lay(s, size)
	off, room := messageRoom(size)
	m.text.lay(s.screen.Message, s, fyne.NewPos(off, off), room, size.Height)
}

// messageRoom is the place of a message on a screen, and how far it is from the edges.
func messageRoom(size fyne.Size) (off float32, room fyne.Size) {
	off = min(size.Width, size.Height) * textOff
	return off, fyne.NewSize(size.Width-2*off, aboveCorner(size)-off)
}

// Cuts says whether a screen of a shape shows only the beginning of a message, since
// it is too long even in the smallest type.
func Cuts(message string, shape fyne.Size) bool {
	if shape.Height <= 0 {
		return false
	}
	_, room := messageRoom(shape)
	room = scaled(room, drawnAt/shape.Height)
	left := linesIn(room, drawnAt*textLeast)
	for paragraph := range strings.SplitSeq(message, "\n") {
		left -= max(1, len(kit.Wrap(paragraph, room.Width, drawnAt*textLeast, bold, left+1)))
		if left < 0 {
			return true
		}
	}
	return false
}

func (m *messageFace) objects() []fyne.CanvasObject {
	return append(m.text.objects(), m.small.objects()...)
}
