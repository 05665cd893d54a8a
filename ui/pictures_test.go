package ui_test

import (
	"image"
	"image/color"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
	"racedesk/ui/kit"
)

// A catch is what the window is to do with files dropped on it, and with what is
// pasted: the test driver drops and pastes nothing by itself.
type catch struct {
	drop  func(fyne.Position, []fyne.URI)
	paste func()

	opened string // the address that was opened last
}

// A catcher is an app whose windows tell that.
type catcher struct {
	fyne.App
	*catch
}

func (c catcher) NewWindow(title string) fyne.Window {
	return catching{c.App.NewWindow(title), c.catch}
}

// OpenURL implements fyne.App.
func (c catcher) OpenURL(address *url.URL) error {
	c.opened = address.String()
	return nil
}

type catching struct {
	fyne.Window
	*catch
}

func (c catching) Canvas() fyne.Canvas { return catchingCanvas{c.Window.Canvas(), c.catch} }

func (c catching) SetOnDropped(f func(fyne.Position, []fyne.URI)) { c.drop = f }

type catchingCanvas struct {
	fyne.Canvas
	*catch
}

func (c catchingCanvas) AddShortcut(s fyne.Shortcut, f func(fyne.Shortcut)) {
	if _, ok := s.(*fyne.ShortcutPaste); ok {
		c.paste = func() { f(s) }
	}
	c.Canvas.AddShortcut(s, f)
}

// album is a user's folder of pictures: two that can be read, one that cannot, and a
// text.
func album(t *testing.T) string {
	t.Helper()
	user := t.TempDir()
	t.Setenv("HOME", user)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(user, "config"))
	folder := filepath.Join(user, "Pictures")
	if runtime.GOOS == "linux" {
		folder = filepath.Join(user, "Bilder")
		write(t, filepath.Join(user, "config", "user-dirs.dirs"), []byte("# names\nXDG_PICTURES_DIR=\"$HOME/Bilder\"\n"))
	}
	for _, name := range []string{"one.png", "two.png"} {
		write(t, filepath.Join(folder, name), nil)
		file, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		img := image.NewRGBA(image.Rect(0, 0, 40, 30))
		img.SetRGBA(3, 3, color.RGBA{R: 255, A: 255})
		if err := png.Encode(file, img); err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(folder, "broken.jpg"), []byte("not a picture"))
	write(t, filepath.Join(folder, "text.txt"), []byte("not a picture either"))
	return folder
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// pictures waits until a card has so many.
func (s *seat) pictures(card model.ID, n int) {
	s.Helper()
	s.until("pictures on the card", func() bool {
		b, err := s.shelf.races[home].Load(s.Context())
		return err == nil && len(b.Pictures(card)) == n
	})
}

// filled are the frames with a picture in them.
func (s *seat) filled() (n int) {
	for _, f := range all[*kit.Photo](s) {
		if f.Filled() {
			n++
		}
	}
	return n
}

// picks takes the first picture in the panel that can be read.
func (s *seat) picks() {
	s.Helper()
	s.press(s.words.T("pictures.choose"))
	s.picksOne()
}

// picksOne does so where the panel is opening.
func (s *seat) picksOne() {
	s.Helper()
	s.says(s.words.T("choose.picture"))
	s.until("what can be read is seen", func() bool { return s.filled() == 2 && len(all[*kit.Photo](s)) == 3 })
	for _, f := range all[*kit.Photo](s) {
		if f.Filled() {
			test.Tap(f)
			break
		}
	}
}

func TestAPictureIsChosenLookedAtAndRemoved(t *testing.T) {
	album(t)
	s := sit(t, "en", home, &fakeShelf{})
	s.open("Loan by boat")
	s.picks()
	s.pictures("q", 1)
	s.says(s.words.T("sheet.product"))
	s.until("it is on the sheet", func() bool { return s.filled() == 1 })
	s.looks("pictures-en")
	s.picks()
	s.pictures("q", 2)
	s.until("both are on the sheet", func() bool { return s.filled() == 2 })
	test.Tap(all[*kit.Photo](s)[1])
	s.press(s.words.T("picture.lead"))
	s.says(s.words.T("done." + model.LabelLead))
	s.until("back on the sheet", func() bool { return s.filled() == 2 })
	test.Tap(all[*kit.Photo](s)[0])
	s.says(s.words.T("picture"))
	if s.button(s.words.T("picture.lead")) != nil {
		t.Error("the first picture may become the first")
	}
	s.until("it is seen large", func() bool { return s.filled() == 1 })
	s.press(s.words.T("picture.remove"))
	s.press(s.words.T("picture.remove.sure"))
	s.pictures("q", 1)
	s.press(s.words.T("undo.what", s.words.T("edit."+model.LabelUnpicture)))
	s.pictures("q", 2)
	s.until("it is back on the sheet", func() bool { return s.filled() == 2 })
}

func TestPicturesAreDroppedOnACard(t *testing.T) {
	folder := album(t)
	s := sit(t, "en", home, &fakeShelf{})
	s.says("Loan by boat")
	drop := func(at fyne.Position, names ...string) {
		var files []fyne.URI
		for _, name := range names {
			files = append(files, storage.NewFileURI(filepath.Join(folder, name)))
		}
		s.catch.drop(at, files)
	}
	on := func(title string) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(s.text(title)).AddXY(2, 2)
	}
	drop(on("Loan by boat"), "one.png", "two.png")
	s.pictures("q", 2)
	s.until("a drop beside the cards is told of", func() bool { // what was dropped before may be told of after it
		drop(fyne.NewPos(1, 1), "one.png")
		return s.text(s.words.T("pictures.where")) != nil
	})
	drop(on("Village till"), "one.png", "broken.jpg")
	s.pictures("p", 1)
	s.until("which one cannot be read", func() bool {
		return s.text("broken.jpg: "+s.words.T("error.nopicture")) != nil
	})
	drop(on("Loan by boat"), "one.png", "one.png", "one.png", "one.png", "one.png")
	s.says(s.words.T("pictures.toomany", model.MaxPictures))
	s.open("Loan by boat")
	s.says(s.words.T("sheet.product"))
	drop(fyne.NewPos(1, 1), "one.png")
	s.pictures("q", 3)
	drop(fyne.NewPos(1, 1), ".") // a folder
	s.says(filepath.Base(folder) + ": " + s.words.T("error.nopicture"))
	drop(fyne.NewPos(1, 1), "gone.png")
	s.says("gone.png: " + s.words.T("error.nofile"))
}

func TestPicturesArePastedByName(t *testing.T) {
	folder := album(t)
	s := sit(t, "en", home, &fakeShelf{})
	paste := func(text string) {
		fyne.CurrentApp().Clipboard().SetContent(text)
		s.catch.paste()
	}
	s.open("Loan by boat")
	s.says(s.words.T("sheet.product"))
	paste("file://" + filepath.ToSlash(filepath.Join(folder, "one.png")) + "\r\n\"" + filepath.Join(folder, "two.png") + "\"\n")
	s.pictures("q", 2)
	paste("one.png")
	paste("A text\nof two lines")
	s.press(s.words.T("undo.what", s.words.T("edit."+model.LabelPicture)))
	s.pictures("q", 0)
}

// Why a picture is not on the card is said where it would be, until another is brought.
func TestAPictureThatCannotBeReadIsToldOnTheSheet(t *testing.T) {
	folder := album(t)
	s := sit(t, "en", home, &fakeShelf{})
	s.open("Loan by boat")
	s.says(s.words.T("sheet.product"))
	why := "broken.jpg: " + s.words.T("error.nopicture")
	told := func() (n int) {
		for _, text := range all[*kit.Text](s) {
			if text.Content() == why {
				n++
			}
		}
		return n
	}
	drop := func(file string) {
		s.catch.drop(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(filepath.Join(folder, file))})
	}
	drop("broken.jpg")
	s.until("told in the foot and on the sheet", func() bool { return told() == 2 })
	drop("one.png")
	s.pictures("q", 1)
	s.until("told no longer", func() bool { return told() == 0 })
}

// Escape goes back to the card's sheet from what was opened there.
func TestEscapeGoesBackToTheCardsSheet(t *testing.T) {
	album(t)
	s := sit(t, "en", home, &fakeShelf{})
	escape := func() { s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	s.open("Loan by boat")
	s.press(s.words.T("pictures.choose"))
	s.says(s.words.T("choose.picture"))
	escape()
	s.says(s.words.T("sheet.product"))
	s.picks()
	s.until("it is on the sheet", func() bool { return s.text(s.words.T("sheet.product")) != nil && s.filled() == 1 })
	test.Tap(all[*kit.Photo](s)[0])
	s.says(s.words.T("picture.back"))
	escape()
	s.says(s.words.T("sheet.product"))
}
