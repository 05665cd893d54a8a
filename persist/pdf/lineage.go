package pdf

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"racedesk/model"
)

// The columns of the map, from the page's left margin.
const (
	mapProblemW = 178.0
	mapProblemX = margin + mapProblemW + 5 // the dots of the problems
	mapProjectX = margin + 256
	mapProductX = margin + 388
	mapEnd      = paperW - 40
	mapMost     = 84   // problems on a page
	mapProjects = 32   // and projects
	mapStep     = 18.0 // from project to project, at least
)

// A route is a project with the problems that are listed first by it.
type route struct {
	project  model.Card
	number   int
	problems []int // places in the list of problems
	y        float64
}

// A lineageMap is all ways from problems to products, numbered.
type lineageMap struct {
	problems []model.Card
	ways     []*route
	of       map[model.ID]*route
	loose    []int // problems that went nowhere
}

// lineageMap draws every problem with the project and the product that it became. A
// problem's number stands by each project it went into, so that no colour is needed.
func (f *flow) lineageMap() {
	if !f.mapped() {
		return
	}
	m := f.ways()
	ways, loose := parted(m.ways), m.loose
	for first := true; len(ways) > 0 || len(loose) > 0; first = false {
		if f.ctx.Err() != nil {
			return
		}
		n, rows := 0, 0
		for n < len(ways) && n < mapProjects && (n == 0 || rows+len(ways[n].problems) <= mapMost) {
			rows += len(ways[n].problems)
			n++
		}
		some := 0
		if n == len(ways) {
			some = min(len(loose), max(0, mapMost-rows))
			if n == 0 {
				some = min(len(loose), mapMost)
			}
		}
		f.mapPage(m, ways[:n], loose[:some], first)
		ways, loose = ways[n:], loose[some:]
	}
}

// parted parts those of a project that has more problems than a page takes.
func parted(ways []*route) []*route {
	var out []*route
	for _, w := range ways {
		for problems := w.problems; ; problems = problems[mapMost:] {
			part := *w
			part.problems = problems[:min(mapMost, len(problems))]
			out = append(out, &part)
			if len(problems) <= mapMost {
				break
			}
		}
	}
	return out
}

// mapped says whether there are ways to draw.
func (p *press) mapped() bool {
	return p.b.Figures(model.Problem, "").Total > 0 && p.b.Figures(model.Project, "").Total > 0
}

// ways numbers the problems in the order of the projects they went into first.
func (f *flow) ways() lineageMap {
	m := lineageMap{of: map[model.ID]*route{}}
	for i, c := range f.stage(model.Project) {
		w := &route{project: c, number: i + 1}
		m.ways, m.of[c.ID] = append(m.ways, w), w
	}
	all := f.stage(model.Problem)
	first := make(map[model.ID]int, len(all))
	for _, c := range all {
		first[c.ID] = len(m.ways)
		for _, to := range f.b.Onward(c.ID) {
			if w := m.of[to.ID]; w != nil {
				first[c.ID] = min(first[c.ID], w.number-1)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y model.Card) int { return cmp.Compare(first[x.ID], first[y.ID]) })
	m.problems = all
	for i, c := range all {
		if at := first[c.ID]; at < len(m.ways) {
			m.ways[at].problems = append(m.ways[at].problems, i)
		} else {
			m.loose = append(m.loose, i)
		}
	}
	return m
}

// mapPage draws ways and problems that went nowhere on a page of their own.
func (f *flow) mapPage(m lineageMap, ways []*route, loose []int, first bool) {
	if !f.fresh() {
		f.turn()
	}
	if first {
		f.part("map", f.w.T("report.part.map"), false)
		f.text(f.w.T("report.map.note"), note, margin, full)
	}
	f.y += 16
	var rows []int
	for _, w := range ways {
		rows = append(rows, w.problems...)
	}
	rows = append(rows, loose...)
	top := f.y + 6
	step := min(11, (floor-top)/float64(max(1, len(rows))))
	at := map[int]float64{}
	for i, row := range rows {
		at[row] = top + step*(float64(i)+0.5)
	}
	f.seat(ways, at, top)
	f.mapHeads()
	f.mapLines(m, ways, at)
	f.mapProblems(m, rows, at, step)
	f.mapProjects(m, ways)
	f.mapProducts(ways)
	f.y = floor
}

// seat places the projects beside the middle of their problems, and as far from each
// other as their words need.
func (f *flow) seat(ways []*route, at map[int]float64, top float64) {
	last := top + mapStep/2
	for _, w := range ways {
		if n := len(w.problems); n > 0 {
			last = max(last, (at[w.problems[0]]+at[w.problems[n-1]])/2)
		}
		w.y = last
		last += mapStep
	}
	for i, most := len(ways)-1, floor-mapStep/2; i >= 0 && ways[i].y > most; i, most = i-1, most-mapStep {
		ways[i].y = most
	}
}

func (f *flow) mapHeads() {
	for _, h := range []struct {
		stage model.Stage
		x     float64
	}{{model.Problem, margin}, {model.Project, mapProjectX - 3}, {model.Product, mapProductX - 3}} {
		f.line(f.page(), f.w.T("column."+string(h.stage)), noteBold, h.x, f.y-2, 110, false)
	}
}

// mapLines draws the ways from problems to projects on this page.
func (f *flow) mapLines(m lineageMap, ways []*route, at map[int]float64) {
	s := f.page()
	here := map[model.ID]*route{}
	for _, w := range ways {
		here[w.project.ID] = w
	}
	for _, row := range slices.Sorted(maps.Keys(at)) {
		for _, to := range f.b.Onward(m.problems[row].ID) {
			w := here[to.ID]
			if w == nil {
				continue
			}
			s.shapes = append(s.shapes, flowing(point{mapProblemX + 3, at[row]}, point{mapProjectX - 4, w.y}, f.thread(m.problems[row]), 0.7))
		}
	}
}

// thread is the colour of a problem's way.
func (f *flow) thread(c model.Card) ink {
	if g := f.groupOf(c); g < len(f.groups) {
		return groupInk(f.groups[g].Style).deeper().tint(0.7)
	}
	return quiet.tint(0.6)
}

// mapProblems lists the problems, each with its number before it and, where its
// project is on another page, the number of that.
func (f *flow) mapProblems(m lineageMap, rows []int, at map[int]float64, step float64) {
	st := look(false, min(7.2, step*0.84), step, black)
	count := look(false, st.size*0.92, step, quiet)
	const numberW = 17.0
	for _, row := range rows {
		c, y := m.problems[row], at[row]
		f.line(f.page(), strconv.Itoa(row+1), count, margin, y+st.size*0.36, numberW-4, true)
		f.line(f.page(), c.Title, st, margin+numberW, y+st.size*0.36, mapProblemW-numberW-2, false)
		shapes, _ := f.marks(c, mapProblemX-2.4, y, min(2.4, step*0.36))
		if len(f.b.Onward(c.ID)) == 0 {
			shapes[0] = hollow(shapes[0])
		}
		f.page().shapes = append(f.page().shapes, shapes[0])
	}
}

// mapProjects names the projects, with the numbers of all their problems beneath.
func (f *flow) mapProjects(m lineageMap, ways []*route) {
	numbers := map[model.ID]string{}
	for i, c := range m.problems {
		for _, to := range f.b.Onward(c.ID) {
			numbers[to.ID] += ", " + strconv.Itoa(i+1)
		}
	}
	name, under := look(true, 7.2, 9, black), look(false, 6, 8, quiet)
	const w = mapProductX - mapProjectX - 16
	for _, way := range ways {
		shapes, _ := f.marks(way.project, mapProjectX-2.8, way.y, 2.8)
		f.page().shapes = append(f.page().shapes, shapes[0])
		f.line(f.page(), way.project.Title, name, mapProjectX+6, way.y+1, w, false)
		f.line(f.page(), strings.TrimPrefix(numbers[way.project.ID], ", "), under, mapProjectX+6, way.y+8.4, w, false)
	}
}

// mapProducts names beside each project what it became, and leads to it: a product of
// several projects stands beside each of them.
func (f *flow) mapProducts(ways []*route) {
	name := look(false, 7.2, 9, black)
	const w = mapEnd - mapProductX - 6
	for _, way := range ways {
		for i, to := range f.b.Onward(way.project.ID) {
			if i > 1 {
				break
			}
			y := way.y + 9*float64(i)
			shapes, _ := f.marks(to, mapProductX-2.8, y, 2.8)
			used := f.breadth(way.project.Title, look(true, 7.2, 9, black))
			from := mapProjectX + 6 + min(used, mapProductX-mapProjectX-18) + 4
			f.page().shapes = append(f.page().shapes, shapes[0])
			if to := mapProductX - 6; to > from {
				f.page().shapes = append(f.page().shapes, box(from, y-0.3, to-from, 0.6, quiet.tint(0.6)))
			}
			f.line(f.page(), to.Title, name, mapProductX+6, y+2.6, w, false)
			f.page().links = append(f.page().links, link{x: mapProductX - 4, y: y - 5, w: w, h: 10, anchor: string(to.ID)})
		}
	}
}
