package pdf

import (
	"strings"
	"testing"

	"racedesk/model"
)

// A problem that was merged into another is still one that was found: the report
// counts and lists it, and names the one that stands for it.
func TestMergedProblemsAreCounted(t *testing.T) {
	b := few(t)
	e := model.Edit{Seq: b.Seq + 1, Changes: []model.Change{
		{After: model.Card{ID: "twin", Stage: model.Problem, Title: "Saknar borgen", Rank: 2, Into: "a"}}}}
	b.Apply(e)
	text := dump(layout(t, b, "sv"))
	for _, want := range []string{`"1 parkerat, 1 dubblett"`, `"Saknar borgen"`, `"Samma som: `} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %s", want)
		}
	}
}

// A product of two projects is named beside them on the map, with a way from each, and
// names both on its own page. A problem of both stands at each, with the same number.
func TestAProductOfTwoProjects(t *testing.T) {
	b := few(t)
	b.Apply(model.Edit{Seq: b.Seq + 1, Changes: []model.Change{
		{After: model.Card{ID: "e", Stage: model.Project, Title: "Spargrisen", Rank: 2}}, {After: model.NewLink("e", "d")},
		{After: model.Card{ID: "f", Stage: model.Problem, Title: "Inget sparat", Rank: 3}}, {After: model.NewLink("f", "e")}, {After: model.NewLink("a", "e")}}})
	named, ways, again := 0, 0, 0
	for _, s := range layout(t, b, "sv") {
		text := dump([]*sheet{s})
		if strings.Contains(text, `"Fem går i borgen."`) && (!strings.Contains(text, `"Borgen"`) || !strings.Contains(text, `"Spargrisen"`)) {
			t.Error("the product's page does not name both projects")
		}
		for _, r := range s.runs {
			named += bit(r.said() == "Borgensringen" && r.x == mapProductX+7)
			again += bit(r.said() == "1" && r.x < margin+mapNumberW && r.size == mapNote.size)
		}
		for _, sh := range s.shapes {
			ways += bit(sh.curve && sh.pts[0].x > mapProjectX && sh.pts[3].x == mapProductX-5)
		}
	}
	if named != 1 || ways != 2 || again != 2 {
		t.Errorf("the map names the product %d times, with %d ways to it, and its first problem %d times", named, ways, again)
	}
}
