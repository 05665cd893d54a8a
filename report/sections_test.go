package report_test

import (
	"fmt"
	"testing"
	"time"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

func TestSections(t *testing.T) {
	heads := func(r model.Report, lang string) string {
		out := ""
		for _, s := range report.Sections(model.NewBoard(1, []model.Entity{r}), words.For(lang), time.Now()) {
			out += s.Head + "=" + s.Text + "; "
		}
		return out
	}
	r := model.Report{Purpose: "p {problems}", English: model.Texts{Results: "r"}}
	for i, x := range []struct {
		r          model.Report
		lang, want string
	}{
		{r, "sv", "Syfte och mål=p 0; Resultat och förväntade effekter=; Upplägg och genomförande=; Externa länkar=; "},
		{r, "en", "Purpose and goal=p 0; Results and expected effects=r; Approach and implementation=; "},
		{model.Report{Set: model.HeadsB, ExecutionHead: "Så gjorde vi"}, "sv",
			"Viktiga resultat som projektet gav=; Långsiktiga effekter som förväntas=; Så gjorde vi=; "},
		{model.Report{Set: model.HeadsB, Purpose: "p", Results: "r", Effects: "e"}, "sv",
			"Viktiga resultat som projektet gav=r; Långsiktiga effekter som förväntas=e; Upplägg och genomförande=; "},
		{model.Report{Set: model.HeadsB, Links: "x", ExecutionHead: "Så gjorde vi"}, "en",
			"Important results of the project=; Expected long-term effects=; Approach and implementation=; External links=x; "},
	} {
		if got := heads(x.r, x.lang); got != x.want {
			t.Errorf("%s", fmt.Sprint(i, ": ", got))
		}
	}
}
