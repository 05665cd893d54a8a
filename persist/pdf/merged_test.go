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

// A product of two projects is named beside each of them on the map, and names both on
// its own page.
func TestAProductOfTwoProjects(t *testing.T) {
	b := few(t)
	b.Apply(model.Edit{Seq: b.Seq + 1, Changes: []model.Change{
		{After: model.Card{ID: "e", Stage: model.Project, Title: "Spargrisen", Rank: 2}}, {After: model.NewLink("e", "d")},
		{After: model.Card{ID: "f", Stage: model.Problem, Title: "Inget sparat", Rank: 3}}, {After: model.NewLink("f", "e")}}})
	named := 0
	for _, s := range layout(t, b, "sv") {
		text := dump([]*sheet{s})
		if strings.Contains(text, `"Fem går i borgen."`) && (!strings.Contains(text, `"Borgen"`) || !strings.Contains(text, `"Spargrisen"`)) {
			t.Error("the product's page does not name both projects")
		}
		for _, r := range s.runs {
			if r.said() == "Borgensringen" && r.x == mapProductX+6 {
				named++
			}
		}
	}
	if named != 2 {
		t.Errorf("the map names the product %d times", named)
	}
}
