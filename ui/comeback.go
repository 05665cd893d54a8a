package ui

// comeBack shows a sheet again with what was refused of it, in place of what is open.
// That is the same sheet, which says so too, or another one, which is stored as whenever
// it is closed. Only where that one came back itself, this waits until it is put away:
// both would be refused in turn for ever.
func (d *Desk) comeBack(refused sheet, show func()) {
	switch d.sheet {
	case refused:
		d.sheet = nil
	case nil:
	case d.returned:
		d.owed = append(d.owed, show)
		return
	}
	d.closePanel()
	show()
	d.returned = d.sheet
}

// giveOwed shows what waits to come back, once nothing is open.
func (d *Desk) giveOwed() {
	if len(d.owed) == 0 {
		return
	}
	d.onMain(func() { // after what the panel was closed for
		if len(d.owed) > 0 && d.session != nil && len(d.side.Objects) == 0 {
			show := d.owed[0]
			d.owed = d.owed[1:]
			d.comeBack(nil, show)
		}
	})
}
