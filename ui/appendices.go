package ui

import (
	"path/filepath"
	"strings"

	"racedesk/model"
	"racedesk/ui/form"
)

// appendixActs are what the report's sheet asks of the further appendices.
func (d *Desk) appendixActs(r *draft) form.AppendixActs {
	return form.AppendixActs{
		Write: func() {
			d.do("", func(b *model.Board) (model.Edit, error) { return b.Append(model.Appendix{}, nil) })
		},
		Attach: func() {
			d.pickFile(wish{kind: "pdf", is: isPDF, usual: []string{"documents", "downloads", "desktop"}, pref: prefAttached,
				take: d.attach, back: d.backTo(r)})
		},
		Amend: func(was, is model.Appendix) {
			d.session.Do(func(b *model.Board) (model.Edit, error) { return b.AmendAppendix(was, is) }, func(err error) {
				if err != nil {
					d.onMain(func() { r.sheet.Refused(was, is) })
				}
			})
		},
		Move: func(id model.ID, by int) {
			d.do("", func(b *model.Board) (model.Edit, error) { return b.MoveAppendix(id, by) })
		},
		Remove: func(id model.ID) {
			d.do("", func(b *model.Board) (model.Edit, error) { return b.RemoveAppendix(id) })
		},
	}
}

// attach adds a PDF as an appendix. It is read and looked through in the background.
func (d *Desk) attach(path string) {
	w, session, name := d.words, d.session, filepath.Base(path)
	d.foot.say(w.T("appendices.busy", name))
	go func() {
		data, pages, err := d.options.Inspect(path)
		d.onMain(func() {
			switch {
			case d.session != session: // it was left in the meantime
			case err != nil:
				d.wrong(name+": "+Explain(err, w), (*form.Report).NotAttached)
			default:
				a := model.Appendix{Title: strings.TrimSuffix(name, filepath.Ext(name)), File: name, Pages: pages}
				d.do("", func(b *model.Board) (model.Edit, error) { return b.Append(a, data) })
			}
		})
	}()
}
