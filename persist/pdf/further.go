package pdf

import (
	"racedesk/report"
)

// The room for a page of an attached file, beneath the head that its first one has.
const (
	broughtW    = full
	broughtTop  = ceiling + 34
	broughtFoot = footY - 24
)

// further are the appendices that the coordinator added.
func (f *flow) further() {
	for _, a := range report.Appendices(f.b, f.w, f.at) {
		if f.ctx.Err() != nil {
			return
		}
		if a.File != "" {
			f.attached(a)
			continue
		}
		f.part(a.Name, a.Head, false)
		f.prose(a.Text)
	}
}

// attached sets each page of an attached file on one of ours, smaller, in a frame: once
// in a report of two languages.
func (f *flow) attached(a report.Appendix) {
	if len(a.Data) == 0 || len(a.Pages) == 0 {
		f.part(a.Name, a.Head, false)
		f.absent("report.attached.gone")
		return
	}
	if f.again {
		f.part(a.Name, a.Head, false)
		f.text(f.w.T("report.attached.before", a.File), body, margin, column)
		return
	}
	for n, size := range a.Pages {
		if f.ctx.Err() != nil {
			return
		}
		if !f.fresh() {
			f.turn()
		}
		told := f.w.T("report.attached", n+1, len(a.Pages), a.File)
		if n == 0 {
			f.bookmark(a.Name, a.Head)
			f.toc = append(f.toc, entry{a.Name, a.Head, len(f.sheets), false})
			f.line(f.page(), a.Head, title1, margin, ceiling+baseline(title1), full, false)
		} else {
			f.line(f.page(), told, note, margin, broughtTop-12, full, false)
		}
		scale := min(1, broughtW/size.Width, (broughtFoot-broughtTop)/size.Height)
		p := broughtPage{w: size.Width * scale, h: size.Height * scale, y: broughtTop, page: n, name: a.File, data: a.Data}
		p.x = (paperW - p.w) / 2
		p.told = f.inside(told, p)
		f.page().brought = append(f.page().brought, p)
		f.page().shapes = append(f.page().shapes, frame(p.x, p.y, p.w, p.h))
		f.y = floor
	}
}

// inside sets a text in the middle of a page that is not drawn.
func (f *flow) inside(text string, p broughtPage) []run {
	var s sheet
	wide := min(f.breadth(text, note), p.w-8)
	f.line(&s, text, note, p.x+(p.w-wide)/2, p.y+p.h/2, wide, false)
	return s.runs
}

// frame is a rectangle of thin lines.
func frame(x, y, w, h float64) shape {
	b := box(x, y, w, h, none)
	b.line, b.width = faint, 0.5
	return b
}
