package ui

import (
	"image"

	"racedesk/model"
	"racedesk/ui/form"
	"racedesk/ui/picture"
)

// logoSize is how many pixels the longer side of the logo has on the report's sheet.
const logoSize = 300

// coverActs are what the report's sheet asks of the picture on its cover.
func (d *Desk) coverActs(r *draft) form.CoverActs {
	return form.CoverActs{
		Choose: func() { d.pickFile(pictureFor(d.setLogo, d.backTo(r))) },
		Remove: func() {
			d.do("", func(b *model.Board) (model.Edit, error) { return b.RemoveLogo(), nil })
		},
		Show: func(p model.Picture, fill func(image.Image)) {
			go func() {
				if img, err := picture.Fit(p, logoSize); err == nil { // else the frame stays empty
					d.onMain(func() { fill(img) })
				}
			}()
		},
	}
}

// setLogo puts a picture onto the report's cover. It is read in the background.
func (d *Desk) setLogo(path string) {
	w, session, from := d.words, d.session, fileSource(path)
	d.foot.say(w.T("pictures.busy", 1))
	go func() {
		p, err := from.take()
		d.onMain(func() {
			switch {
			case d.session != session: // it was left in the meantime
			case err != nil:
				d.wrong(from.name+": "+Explain(err, w), (*form.Report).NoLogo)
			default:
				d.do("", func(b *model.Board) (model.Edit, error) { return b.SetLogo(p) })
			}
		})
	}()
}
