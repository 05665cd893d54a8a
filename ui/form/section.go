package form

import (
	"reflect"

	"fyne.io/fyne/v2"

	"racedesk/ui/kit"
)

// A section is a part of a sheet that follows the board. It is built anew only where
// what it tells changed, so that nothing goes from under a finger.
type section struct {
	box  *fyne.Container
	told any
}

func newSection() *section { return &section{box: rows(kit.Unit)} }

// tell builds the section where what differs from what it told before. A section of
// nothing takes no room.
func (s *section) tell(what any, build func() []fyne.CanvasObject) {
	if reflect.DeepEqual(what, s.told) {
		return
	}
	s.told, s.box.Objects = what, build()
	s.box.Hidden = len(s.box.Objects) == 0
	s.box.Refresh()
}
