package board_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"racedesk/model"
)

// seen are the pictures to be seen on the board.
func (b *table) seen() (images []*canvas.Image) {
	for _, o := range test.LaidOutObjects(b.window.Content()) {
		if img, ok := o.(*canvas.Image); ok && img.Visible() && img.Image != nil && img.Resource == nil {
			images = append(images, img)
		}
	}
	return images
}

func TestAProductShowsItsFirstPicture(t *testing.T) {
	b := newTable(t)
	title := func() fyne.Position { return b.sees("the title", "Card x", 1)[0] }
	bare := title()
	b.commits(b.board.AddPictures("x", model.Picture{ID: "1"}, model.Picture{ID: "2"}))
	b.commits(b.board.AddPictures("r", model.Picture{ID: "3"})) // a project: only on its sheet
	if len(b.wanted) != 1 || !b.wanted["1"] {
		t.Errorf("asked for the pictures %v", b.wanted)
	}
	kept := title()
	if len(b.seen()) > 0 || kept.X <= bare.X {
		t.Errorf("its place is not kept: the title went from %v to %v", bare, kept)
	}
	b.ready = image.NewRGBA(image.Rect(0, 0, 4, 3))
	before := b.view.Drawn()
	b.view.Pictured()
	if seen := b.seen(); len(seen) != 1 || b.view.Drawn() != before+1 {
		t.Errorf("%d pictures are seen, %d cards drawn", len(seen), b.view.Drawn()-before)
	}
	if title() != kept {
		t.Errorf("the title jumped from %v to %v", kept, title())
	}
	b.commits(b.board.RemovePicture("1"))
	b.commits(b.board.RemovePicture("2"))
	if len(b.seen()) > 0 || title() != bare {
		t.Error("the picture is gone and still seen")
	}
}

func TestCardUnderADrop(t *testing.T) {
	b := newTable(t)
	for _, id := range []string{"a", "r", "y"} {
		if got := b.view.CardAt(b.card(id).middle()); got != model.ID(id) {
			t.Errorf("%q lies where %s is", got, id)
		}
	}
	if got := b.view.CardAt(fyne.NewPos(1, 1)); got != "" {
		t.Errorf("%q lies in the corner", got)
	}
	if b.view.Cursor() != "" {
		t.Errorf("the keys are on %q", b.view.Cursor())
	}
	b.view.Key(fyne.KeyDown)
	if b.view.Cursor() == "" {
		t.Error("the keys are on no card")
	}
}
