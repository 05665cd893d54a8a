package board_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/kit"
)

// Several lines on the line of a column are asked about, one is written there.
func TestPastingLines(t *testing.T) {
	b := newTable(t)
	writer, ok := under[*kit.Entry](b.window.Content(), b.spot("writer", string(model.Project), "-").middle())
	if !ok {
		t.Fatal("there is no line to write on")
	}
	clipboard := test.NewClipboard()
	paste := func(text string) {
		clipboard.SetContent(text)
		writer.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	}
	paste("one\n- two\n")
	b.wants("pasted", `paste project "one\n- two\n"`)
	if writer.Text != "" {
		t.Errorf("on the line stands %q", writer.Text)
	}
	paste("a single one")
	b.wants("pasted one")
	if writer.Text != "a single one" {
		t.Errorf("on the line stands %q", writer.Text)
	}
	paste(strings.Repeat("x", 10<<20))
	if len(b.asked) != 1 || writer.Text != "a single one" {
		t.Error("a line of ten megabytes is written")
	}
}
