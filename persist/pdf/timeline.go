package pdf

import (
	"math"
	"strconv"
	"time"

	"racedesk/model"
)

// The measures of the timeline.
const (
	timeX     = margin + 84 // where it begins
	timeW     = margin + full - timeX
	planHigh  = 15.0
	stageHigh = 34.0 // of the bars of a stage
	stageGap  = 12.0
)

// timeline draws the hours of the race: the programme as it is held, as far as that is
// known, and over the same hours what came when.
func (f *flow) timeline() {
	agenda, course := f.b.Programme(f.at).Agenda(), f.b.Course(f.history)
	if len(agenda) == 0 && !course.Known {
		return
	}
	t := timescale{length: max(f.b.Clock().Length, time.Hour)}
	for _, s := range agenda {
		t.length = max(t.length, s.Start+s.Length)
	}
	for _, c := range course.Comings {
		t.length = max(t.length, c.At)
	}
	f.head(f.w.T("report.timeline", int(math.Round(f.b.Clock().Length.Hours()))))
	f.y += 4
	tall := 30.0
	if len(agenda) > 0 {
		tall += planHigh + 18
	}
	if course.Known {
		tall += 3 * (stageHigh + stageGap)
	}
	if t.beyond(f.b.Clock().Length) {
		tall += tiny.lead
	}
	f.need(tall)
	top := f.y
	f.plan(agenda, t)
	if course.Known {
		for _, stage := range model.Stages {
			f.arrivals(course, stage, t)
		}
	}
	f.hoursBelow(course, t, top)
	if !course.Known {
		f.text(f.w.T("report.timeline.unknown"), note, margin, column)
	}
}

// A timescale puts the race's time onto the page.
type timescale struct{ length time.Duration }

// beyond says whether the scale goes further than the end of the race.
func (t timescale) beyond(end time.Duration) bool { return end > 0 && t.length > end }

func (t timescale) x(at time.Duration) float64 {
	return timeX + timeW*min(1, max(0, float64(at)/float64(t.length)))
}

// plan draws the programme: a box for each item, lighter and darker by phases.
func (f *flow) plan(agenda model.Agenda, t timescale) {
	if len(agenda) == 0 {
		return
	}
	s := f.page()
	f.line(s, f.w.T("report.timeline.plan"), note, margin, f.y+12+planHigh/2+3, timeX-margin-8, false)
	shades := []ink{quiet.tint(0.75), quiet.tint(0.3), quiet.tint(0.55)}
	phase, shade := "", -1
	for i, seg := range agenda {
		if i == 0 || seg.Phase != phase {
			phase, shade = seg.Phase, (shade+1)%len(shades)
			end := i
			for end+1 < len(agenda) && agenda[end+1].Phase == phase {
				end++
			}
			room := t.x(agenda[end].Start+agenda[end].Length) - t.x(seg.Start) - 4
			f.line(s, phase, noteBold, t.x(seg.Start), f.y+8, max(room, 0), false)
		}
		from, to := t.x(seg.Start), t.x(seg.Start+seg.Length)
		s.shapes = append(s.shapes, box(from, f.y+12, max(0.4, to-from-0.7), planHigh, shades[shade]))
	}
	f.y += 12 + planHigh + stageGap
}

// arrivals draws how many cards of a stage came in each hour.
func (f *flow) arrivals(course model.Course, stage model.Stage, t timescale) {
	hours := make([]int, int(math.Ceil(t.length.Hours()))+1)
	total, most := 0, 0
	for _, c := range course.Comings {
		if c.Stage == stage {
			h := int(c.At / time.Hour)
			hours[h]++
			total, most = total+1, max(most, hours[h])
		}
	}
	s, foot := f.page(), f.y+stageHigh
	f.line(s, f.w.T("column."+string(stage)), note, margin, foot-14, timeX-margin-8, false)
	f.line(s, f.w.Number(total), noteBold, margin, foot-2, timeX-margin-8, false)
	s.shapes = append(s.shapes, box(timeX, foot, timeW, 0.5, faint))
	told := false
	for h, n := range hours {
		if n == 0 {
			continue
		}
		high := (stageHigh - 9) * float64(n) / float64(most)
		from, to := t.x(time.Duration(h)*time.Hour), t.x(time.Duration(h+1)*time.Hour)
		if to <= from { // at the very end
			from = to - 2
		}
		s.shapes = append(s.shapes, box(from+0.5, foot-high, max(1, to-from-1), high, black))
		if n == most && !told {
			told = true
			st := tiny
			f.line(s, strconv.Itoa(n), st, (from+to)/2-f.breadth(strconv.Itoa(n), st)/2, foot-high-2, 20, false)
		}
	}
	f.y = foot + stageGap
}

// hoursBelow writes the hours under the timeline, and draws a line down through it
// where the clock stood.
func (f *flow) hoursBelow(course model.Course, t timescale, top float64) {
	s := f.page()
	step := 6 * time.Hour
	for t.length/step > 12 {
		step *= 2
	}
	if t.length < 12*time.Hour {
		step = time.Hour
	}
	for at := time.Duration(0); at <= t.length; at += step {
		text := strconv.Itoa(int(at.Hours()))
		s.shapes = append(s.shapes, box(t.x(at)-0.25, f.y-stageGap, 0.5, 4, quiet))
		f.line(s, text, tiny, min(t.x(at)-f.breadth(text, tiny)/2, timeX+timeW-f.breadth(text, tiny)), f.y+1, 30, false)
	}
	f.line(s, f.w.T("report.timeline.hours"), tiny, margin, f.y+1, timeX-margin-8, false)
	for _, stop := range course.Stops {
		x := t.x(stop.At)
		for y := top + 10; y < f.y-stageGap; y += 5 {
			s.shapes = append(s.shapes, box(x-0.3, y, 0.6, 2.5, quiet))
		}
	}
	f.y += 12
	if end := f.b.Clock().Length; t.beyond(end) {
		f.raceEnd(t.x(end), top)
	}
	if len(course.Stops) > 0 {
		f.text(f.w.T("report.timeline.stops"), note, margin, column)
	}
}

// raceEnd marks where the race ends on a timeline that goes on after it.
func (f *flow) raceEnd(x, top float64) {
	s, says := f.page(), f.w.T("report.timeline.end")
	s.shapes = append(s.shapes, box(x-0.5, top+10, 1, f.y-12-stageGap-top-10+6, black))
	w := f.breadth(says, tiny)
	f.line(s, says, tiny, max(margin, min(x-w/2, timeX+timeW-w)), f.y, w+1, false)
	f.y += tiny.lead
}
