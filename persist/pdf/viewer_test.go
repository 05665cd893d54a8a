package pdf

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/report"
)

// The preview shows attached pages as the file has them, however they are turned.
func TestAttachedPagesAreShown(t *testing.T) {
	viewer := NewViewer(t.TempDir())
	defer viewer.Close()
	for name, option := range map[string]string{"plain": "", "turned": "/Rotate 90", "cropped": "/CropBox [20 200 280 380]", "upside down": "/Rotate 180"} {
		t.Run(name, func(t *testing.T) {
			src := report.Source{Board: appended(t, brief(2, option)), Words: words.For("sv"), At: written}
			pages, err := viewer.Lay(t.Context(), src)
			if err != nil {
				t.Fatal(err)
			}
			data, err := pages.Bytes(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			at, shot := pages.Find("appendix-file")+1, filepath.Join(t.TempDir(), "p")
			tool(t, "pdftoppm", "-r", "96", "-png", "-singlefile", "-f", fmt.Sprint(at+1), file(t, data), shot)
			paper := decoded(t, shot+".png")
			wide := paper.Bounds().Dx()
			framed := pages.Draw(at, wide)
			whole, err := pages.Complete(t.Context(), at, wide)
			if err != nil || whole == nil || bytes.Equal(whole.Pix, framed.Pix) {
				t.Fatalf("the page was not drawn: %v", err)
			}
			alike(t, name, greys(whole, 8), greys(paper, 8))
			if !bytes.Equal(pages.Draw(at, wide).Pix, whole.Pix) {
				t.Error("what is at hand is not drawn at once")
			}
			if more, err := pages.Complete(t.Context(), at, wide); more != nil || err != nil {
				t.Errorf("what is complete was drawn again, %v", err)
			}
		})
	}
	t.Run("put away and taken up again", func(t *testing.T) {
		viewer.Close()
		data := brief(1, "")
		if err := viewer.draw(t.Context(), data, (&canvas{zoom: 1}).viewed(broughtPage{w: 30, h: 40, data: data})); err != nil {
			t.Error(err)
		}
	})
	t.Run("not to be drawn", func(t *testing.T) { notShown(t, viewer) })
}

// notShown tries a page that cannot be drawn: it stays a frame that says which one it
// is; and one that nobody waits for: it is given up.
func notShown(t *testing.T, viewer *Viewer) {
	t.Helper()
	b := few(t)
	e, err := b.Append(model.Appendix{ID: "file", File: "avtal.pdf", Pages: []model.Paper{{Width: 300, Height: 400}}}, []byte("%PDF-1.4 nothing"))
	if err != nil {
		t.Fatal(err)
	}
	b.Apply(e.Stamped(b.Seq+1, written))
	pages, err := viewer.Lay(t.Context(), report.Source{Board: b, Words: words.For("sv"), At: written})
	if err != nil {
		t.Fatal(err)
	}
	at := pages.Find("appendix-file")
	if img, err := pages.Complete(t.Context(), at, 300); img != nil || err == nil {
		t.Errorf("%v, %v", img, err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if img, err := pages.Complete(gone, at, 300); img != nil || err == nil {
		t.Errorf("%v, %v", img, err)
	}
	framed, _ := Lay(t.Context(), report.Source{Board: b, Words: words.For("sv"), At: written})
	if img, err := framed.Complete(t.Context(), at, 300); img != nil || err != nil {
		t.Errorf("without a viewer: %v, %v", img, err)
	}
	if !bytes.Equal(framed.Draw(at, 300).Pix, pages.Draw(at, 300).Pix) {
		t.Error("the frame is gone")
	}
}
