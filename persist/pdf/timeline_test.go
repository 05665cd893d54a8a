package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
)

// lived is the sample race as if its cards had come while the clock ran, with a pause
// of two hours.
func lived(t testing.TB) (*model.Board, []model.Edit) {
	t.Helper()
	outline, err := model.ParseOutline(assets.Sample)
	if err != nil {
		t.Fatal(err)
	}
	now := written.Add(-60 * time.Hour)
	m := model.NewMemory(func() time.Time { return now })
	commit := func(changes ...model.Change) {
		if _, err := m.Commit(t.Context(), model.Edit{Changes: changes}); err != nil {
			t.Fatal(err)
		}
	}
	clock := func(change func(model.Clock) model.Clock) {
		b, _ := m.Load(t.Context())
		commit(model.Change{Before: b.Clock(), After: change(b.Clock())})
	}
	var cards, links []model.Change
	for _, e := range outline.Edits(model.SampleFinished) {
		for _, c := range e.Changes {
			switch after := c.After.(type) {
			case model.Card:
				cards = append(cards, c)
			case model.Clock:
				after.Used = 0
				commit(model.Change{After: after})
			default:
				if c.Ref().Kind == model.KindLink {
					links = append(links, c)
				} else {
					commit(c)
				}
			}
		}
	}
	clock(func(c model.Clock) model.Clock { return c.Start(now) })
	for i, c := range cards {
		switch c.After.(model.Card).Stage {
		case model.Problem:
			now = now.Add(time.Duration(3+i%19) * time.Minute)
		case model.Project:
			now = now.Add(time.Duration(20+i%50) * time.Minute)
		default:
			now = now.Add(time.Duration(15+i%60) * time.Minute)
		}
		if commit(c); i == 90 {
			clock(func(c model.Clock) model.Clock { return c.Pause(now) })
			now = now.Add(2 * time.Hour)
			clock(func(c model.Clock) model.Clock { return c.Start(now) })
		}
	}
	commit(links...)
	b, err := m.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	history, _ := m.Edits(t.Context(), 0)
	return b, history
}

func TestTimeline(t *testing.T) {
	b, history := lived(t)
	p, err := newPress(b, words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	p.history = history
	sheets, err := p.layout(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	inside(t, sheets)
	at := slices.IndexFunc(sheets, func(s *sheet) bool { return says(s, "Vad som kom när under 48 timmar") })
	if at < 0 {
		t.Fatal("there is no timeline")
	}
	text := dump(sheets[at : at+1])
	for _, want := range []string{`"Research"`, `"Mobilisering"`, `"Genomförande"`, `"0"`, `"48"`, "stod klockan stilla"} {
		if !strings.Contains(text, want) {
			t.Errorf("the timeline says no %s", want)
		}
	}
}

// A programme that goes on after the race stays within the margin, and the race's end is
// marked.
func TestATimelineLongerThanTheRace(t *testing.T) {
	b, history := lived(t)
	b.Apply(model.Edit{Changes: []model.Change{{After: model.Segment{ID: "late", Rank: 1 << 40, Title: "Efteråt", Phase: "Efterarbete", Length: 31 * time.Hour}}}}.Stamped(b.Seq+1, written))
	p, err := newPress(b, words.For("sv"), written)
	if err != nil {
		t.Fatal(err)
	}
	f := p.flow(t.Context())
	f.history = history
	f.timeline()
	inside(t, f.sheets)
	if text := dump(f.sheets); !strings.Contains(text, `"Loppets slut"`) || !strings.Contains(text, `"72"`) {
		t.Error("the scale does not go to the end, or the race's is not marked")
	}
	for _, sh := range f.page().shapes {
		for _, q := range sh.pts {
			if q.x > margin+full+0.1 {
				t.Errorf("a shape at %v is in the margin", q)
			}
		}
	}
}

// Every problem, project and product is on the map with its way, in type that can be
// read on paper, and under heads that each page repeats.
func TestLineageMap(t *testing.T) {
	for _, projects := range []int{18, 70} {
		const problems = 200
		var changes []model.Change
		for i := range projects {
			changes = append(changes, model.Change{After: model.Card{ID: model.ID(fmt.Sprint("p", i)), Stage: model.Project, Title: fmt.Sprint("Projekt ", i), Rank: model.Rank(i)}},
				model.Change{After: model.Card{ID: model.ID(fmt.Sprint("r", i)), Stage: model.Product, Title: fmt.Sprint("Produkten ", i), Rank: model.Rank(i)}},
				model.Change{After: model.NewLink(model.ID(fmt.Sprint("p", i)), model.ID(fmt.Sprint("r", i)))})
		}
		for i := range problems {
			id := model.ID(fmt.Sprint("a", i))
			changes = append(changes, model.Change{After: model.Card{ID: id, Stage: model.Problem, Title: fmt.Sprint("Problemet ", i), Rank: model.Rank(i)}})
			if i%10 > 0 {
				changes = append(changes, model.Change{After: model.NewLink(id, model.ID(fmt.Sprint("p", i%projects)))})
			}
		}
		sheets := layout(t, board(t, model.Edit{Changes: changes}), "sv")
		inside(t, sheets)
		seen, mapped := onMaps(t, sheets)
		for i := range problems {
			if !seen[fmt.Sprint("Problemet ", i)] || !seen[fmt.Sprint(i+1)] {
				t.Errorf("%d projects: problem %d is not on the map of %d pages", projects, i, mapped)
			}
		}
		for i := range projects {
			if !seen[fmt.Sprint("Projekt ", i)] || !seen[fmt.Sprint("Produkten ", i)] {
				t.Errorf("%d projects: project %d is not on the map", projects, i)
			}
		}
	}
}

const small9 = 9 // what stands on the map is smaller

// onMaps are all texts of the pages that are maps, and how many those are.
func onMaps(t *testing.T, sheets []*sheet) (seen map[string]bool, pages int) {
	t.Helper()
	seen = map[string]bool{}
	for _, s := range sheets {
		if !slices.ContainsFunc(s.runs, func(r run) bool { return strings.HasPrefix(r.text, "Problemet ") && r.size < small9 }) {
			continue
		}
		pages++
		if !says(s, "Produkter") {
			t.Errorf("map %d has no heads", pages)
		}
		for _, r := range s.runs {
			if seen[r.text] = true; strings.HasPrefix(r.text, "P") && r.size < 7 {
				t.Errorf("%q is set in %.1f points", r.text, r.size)
			}
		}
	}
	return seen, pages
}
