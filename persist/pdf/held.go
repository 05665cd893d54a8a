package pdf

import (
	"time"

	"racedesk/assets/words"
	"racedesk/model"
)

// The measures of the picture of the programme as it went.
const (
	heldX     = margin + 168 // where its bars begin
	heldW     = full - 168 - 104
	heldHigh  = 4.5 // of a bar
	heldLead  = 15.0
	heldFirst = 24.0 // of the row that says what its bars are
)

// known says whether it was noted when a segment began and when the next one did.
func known(p model.Programme, i int) bool {
	return (i == 0 || p[i].Begun) && i+1 < len(p) && p[i+1].Begun
}

// held draws for each segment how long it was to take, pale, and how long it took,
// dark, if anything of that was noted.
func (f *flow) held(p model.Programme) {
	any, longest := false, time.Minute
	for i, s := range p {
		longest = max(longest, s.Length)
		if known(p, i) {
			any, longest = true, max(longest, s.To-s.From)
		}
	}
	if !any {
		return
	}
	f.head(f.w.T("report.held"))
	f.y += 4
	x := func(d time.Duration) float64 { return heldX + heldW*float64(d)/float64(longest) }
	keyed := 0 // the page that says what its bars are
	for i, s := range p {
		if f.ctx.Err() != nil {
			return
		}
		f.need(heldFirst)
		tells := known(p, i) && keyed != len(f.sheets)
		if tells {
			keyed = len(f.sheets)
		}
		f.heldRow(s, known(p, i), tells, x)
	}
	f.y += 6
	f.text(f.w.T("report.held.note"), note.parted(), margin, column)
}

// heldRow draws a segment. The first one of a page of which it was noted how it went
// tells what its bars are.
func (f *flow) heldRow(s model.Placed, noted, tells bool, x func(time.Duration) float64) {
	lead, apart := heldLead, heldHigh+0.8
	if tells {
		lead, apart = heldFirst, 10.5
	}
	page, y := f.page(), f.y+3
	f.line(page, s.Title, look(false, note.size, note.lead, black), margin, y+7, heldX-margin-10, false)
	bar := func(length time.Duration, y float64, fill ink, says string) {
		to := max(x(length), heldX+0.8)
		page.shapes = append(page.shapes, box(heldX, y, to-heldX, heldHigh, fill))
		f.line(page, says, look(false, tiny.size, tiny.lead, black), to+5, y+heldHigh+0.6, margin+full-to, false)
	}
	planned, went := "", ""
	if noted {
		went = difference(s.To-s.From-s.Length, f.w)
	}
	if tells {
		planned = f.w.T("report.held.planned", words.Brief(s.Length))
		went = f.w.T("report.held.went", words.Brief((s.To - s.From).Round(time.Minute)), went)
	}
	bar(s.Length, y, quiet.tint(0.35), planned)
	if noted {
		bar(s.To-s.From, y+apart, black, went)
	}
	f.y += lead
}

// difference says by how much a length is over what it was to be, or under it.
func difference(d time.Duration, w *words.Words) string {
	switch d = d.Round(time.Minute); {
	case d > 0:
		return "+" + words.Brief(d)
	case d < 0:
		return "–" + words.Brief(-d) // the font has no sign for minus
	}
	return w.T("report.held.same")
}
