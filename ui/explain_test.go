package ui_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/ui"
)

func TestExplainSaysTheMostTelling(t *testing.T) {
	w := words.For("en")
	for err, key := range map[error]string{
		model.ErrNewer: "error.newer", model.ErrNotRace: "error.notrace", model.ErrDamaged: "error.damaged",
		model.ErrMissing: "error.missing", model.ErrFull: "error.full", model.ErrReadOnly: "error.readonly",
		model.ErrBusy: "error.busy", model.ErrConflict: "error.conflict", model.ErrGone: "error.gone",
		model.ErrNoTitle: "error.notitle", model.ErrNoMeaning: "error.nomeaning", model.ErrExists: "error.exists",
		model.ErrTooLong: "error.toolong", model.ErrLost: "error.lost",
		fmt.Errorf("follow race: %w: %w", model.ErrLost, model.ErrFull): "error.full",
		errors.Join(errBroken, model.ErrGone):                           "error.gone",
	} {
		if got := ui.Explain(fmt.Errorf("do it: %w", err), w); got != w.T(key) {
			t.Errorf("%v is explained as %q, want %s", err, got, key)
		}
	}
	fault := fmt.Errorf("add card: %w", &model.Fault{Field: "tags", Err: model.ErrTooMany, Most: 20, Over: 30})
	if got := ui.Explain(fault, w); got != w.T("fault.many.tags", 20, 30) {
		t.Errorf("too many tags are explained as %q", got)
	}
	for desk, name := range map[model.DeskID]string{"computer#1": w.T("clash.elsewhere"), "computer#1#the window": "the window"} {
		if got := ui.Explain(&model.Clash{By: desk}, w); got != w.T("error.conflict.by", name) {
			t.Errorf("a change at %s is explained as %q", desk, got)
		}
	}
	if got := ui.Explain(errBroken, w); got != w.T("error.other", "broken") || !strings.Contains(got, "broken") {
		t.Errorf("an error of no known kind is explained as %q", got)
	}
}

// Every error that the model tells apart has its explanation.
func TestEveryErrorOfTheModelIsExplained(t *testing.T) {
	explained := names(t, "explain.go", func(n ast.Node) string {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			return sel.Sel.Name
		}
		return ""
	})
	told := names(t, "../model/store.go", func(n ast.Node) string {
		if spec, ok := n.(*ast.ValueSpec); ok {
			return spec.Names[0].Name
		}
		return ""
	})
	for _, name := range told {
		if !slices.Contains(explained, name) {
			t.Errorf("model.%s is not in the explanations", name)
		}
	}
	if len(told) < 10 {
		t.Errorf("found no more than %v in the model", told)
	}
}

// names collects the names that begin with Err from a file.
func names(t *testing.T, path string, of func(ast.Node) string) (all []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if name := of(n); strings.HasPrefix(name, "Err") {
			all = append(all, name)
		}
		return true
	})
	return all
}
