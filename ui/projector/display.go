package projector

import "github.com/go-gl/glfw/v3.4/glfw"

// A corner is the top left of a display, in the system's own coordinates.
type corner struct{ x, y int }

// secondDisplay returns a display that is not the primary one. Displays are told
// apart by place, not by name, since two of one make have the same name.
func secondDisplay() (corner, bool) {
	primary := glfw.GetPrimaryMonitor()
	if primary == nil {
		return corner{}, false
	}
	px, py := primary.GetPos()
	for _, m := range glfw.GetMonitors() {
		if x, y := m.GetPos(); x != px || y != py {
			return corner{x, y}, true
		}
	}
	return corner{}, false
}

// connected says whether there is a display at a place.
func connected(at corner) bool {
	for _, m := range glfw.GetMonitors() {
		if x, y := m.GetPos(); x == at.x && y == at.y {
			return true
		}
	}
	return false
}
