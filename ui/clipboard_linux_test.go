package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"racedesk/model"
)

// The picture itself is in the clipboard: the test driver's has no text then, and a
// program of the system hands the picture over.
func TestAPictureIsPasted(t *testing.T) {
	folder, programs := album(t), t.TempDir()
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", ":0")
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Loan by boat")
	paste := func(script string) {
		t.Setenv("PATH", programs)
		write(t, filepath.Join(programs, "xclip"), []byte("#!/bin/sh\n"+script+"\n"))
		if err := os.Chmod(filepath.Join(programs, "xclip"), 0o700); err != nil { //nolint:gosec // a program
			t.Fatal(err)
		}
		fyne.CurrentApp().Clipboard().SetContent("")
		s.catch.paste()
	}
	paste("exit 1")
	s.says(s.words.T("pictures.where"))
	s.open("Loan by boat")
	s.says(s.words.T("sheet.product"))
	paste("exit 1")
	s.says(s.words.T("pictures.clipboard") + ": " + s.words.T("error.nopicture"))
	paste("exec /bin/cat '" + filepath.Join(folder, "one.png") + "'")
	s.pictures("q", 1)
	paste("exec /bin/cat /dev/zero") // without end: it is not waited for
	s.says(s.words.T("pictures.clipboard") + ": " + s.words.T("error.toolarge"))
	t.Setenv("PATH", t.TempDir())
	s.catch.paste()
	s.says(s.words.T("pictures.asfile"))
	s.press(s.words.T("undo.what", s.words.T("edit."+model.LabelPicture)))
	s.pictures("q", 0)
}
