package pdf

import (
	"slices"
	"strings"
	"testing"

	"racedesk/model"
)

func TestProseIsSet(t *testing.T) {
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Report{
		Purpose: "**Fett**, och [sidan](https://example.org/a) med {problem} problem.\n\n- ett\n- **två** delar\n\n1. först"}}}})
	text := dump(layout(t, b, "sv"))
	for _, want := range []string{`NotoSans-Bold 10.5 1D2530 "Fett"`, `Regular 10.5 1D2530 ", och"`, `"sidan"`, `"med 0 problem."`,
		`"•"`, `NotoSans-Bold 10.5 1D2530 "två"`, `"1."`, "https://example.org/a\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

// What is bold in a text from right to left stands where it is read.
func TestProseFromTheRight(t *testing.T) {
	b := board(t, model.Edit{Changes: []model.Change{{After: model.Report{Purpose: "שלום **עולם** טוב"}}}})
	at := map[string]float64{}
	for _, s := range layout(t, b, "sv") {
		for _, r := range s.runs {
			at[reversed(r.said())] = r.x // drawn from the left
		}
	}
	if first, bold, last := at["שלום"], at["עולם"], at["טוב"]; last <= margin || bold <= last || first <= bold {
		t.Errorf("the words stand at %v, %v and %v", first, bold, last)
	}
}

func reversed(text string) string {
	letters := []rune(text)
	slices.Reverse(letters)
	return string(letters)
}

func TestProseNestedDeep(t *testing.T) {
	var nested strings.Builder
	for i := range 1000 {
		nested.WriteString(strings.Repeat("  ", i) + "- " + strings.Repeat("*", i) + "x\n")
	}
	layout(t, board(t, model.Edit{Changes: []model.Change{{After: model.Report{Purpose: nested.String(),
		Results: strings.Repeat("**x", 10000), Links: "<script>alert(1)</script>"}}}}), "sv")
}
