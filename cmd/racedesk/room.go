package main

import (
	"racedesk/ui"
)

type projectorCommand struct {
	File    string `arg:"" help:"The race: a file or a server's address."`
	Display string `help:"The display to fill, by its name, or 'window'. The one of last time, or the second, unless given." placeholder:"NAME"`
	Gong    bool   `help:"Sound a gong at the moments of the race, as a desk does where that is set."`
}

// Run shows the race to the room.
func (c *projectorCommand) Run(g *Globals) error {
	room := ui.Room{Address: c.File, Locale: locale(g.Lang), Place: c.Display, Gong: c.Gong, Open: shelf{}.Open, Closed: closed}
	return room.Show(newApp())
}
