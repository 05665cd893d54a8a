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
