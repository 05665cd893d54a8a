package pdf

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"io"
	"log/slog"
	"math"
	"slices"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"racedesk/report"
)

// A Viewer draws the pages of attached files for the screen. PDFium does it, in a box
// that reaches neither files nor the network. It is made ready when a page is first
// drawn, and put away when none was drawn for a while. It may be used from any goroutine.
type Viewer struct {
	mu    sync.Mutex
	cache string // a folder
	pool  pdfium.Pool
	idle  *time.Timer

	shown sync.Mutex
	views []view // the latest, at most viewsKept
}

// A view is a page of a file as pixels.
type view struct {
	of  viewKey
	img *image.RGBA
}

type viewKey struct {
	data *byte // an attached file never changes
	page int
	size image.Point
}

const (
	viewsKept  = 4
	viewerRest = time.Minute      // unused, it is put away
	viewerTime = 20 * time.Second // for one page
)

// NewViewer returns a viewer that keeps what it is made of, about 21 MB, in a folder:
// that takes some seconds to make and a tenth of one to read. It is made each time
// where the folder is "" or cannot be written.
func NewViewer(cache string) *Viewer { return &Viewer{cache: cache} }

// Lay lays the final report of a source out, as Lay does; its attached pages are drawn
// by the viewer.
func (v *Viewer) Lay(ctx context.Context, src report.Source) (*Pages, error) {
	p, err := Lay(ctx, src)
	if p != nil {
		p.viewer = v
	}
	return p, err
}

// find returns a page that was drawn a short while ago.
func (v *Viewer) find(of viewKey) (*image.RGBA, bool) {
	v.shown.Lock()
	defer v.shown.Unlock()
	at := slices.IndexFunc(v.views, func(o view) bool { return o.of == of })
	if at < 0 {
		return nil, false
	}
	return v.views[at].img, true
}

func (v *Viewer) keep(of viewKey, img *image.RGBA) {
	v.shown.Lock()
	defer v.shown.Unlock()
	if v.views = append(v.views, view{of, img}); len(v.views) > viewsKept {
		v.views = slices.Delete(v.views, 0, 1)
	}
}

// draw draws a page, unless that was done a short while ago.
func (v *Viewer) draw(ctx context.Context, data []byte, of viewKey) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if _, done := v.find(of); done || ctx.Err() != nil {
		return ctx.Err()
	}
	if err := v.open(); err != nil {
		return err
	}
	img, err := v.render(ctx, data, of)
	if err != nil {
		return fmt.Errorf("draw page %d of attachment: %w", of.page+1, err)
	}
	v.keep(of, img)
	return nil
}

// open makes the viewer ready, and winds up the watch that puts it away.
func (v *Viewer) open() (err error) {
	if v.pool != nil {
		v.idle.Reset(viewerRest)
		return nil
	}
	defer func() { // where a system lends no memory to run code in
		if why := recover(); why != nil {
			err = fmt.Errorf("open viewer: %v", why)
		}
	}()
	conf := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if v.cache != "" {
		cache, err := wazero.NewCompilationCacheWithDir(v.cache)
		if err != nil {
			slog.Warn("keep viewer", "err", err) // it is made anew each time
		} else {
			conf = conf.WithCompilationCache(cache)
		}
	}
	v.pool, err = webassembly.Init(webassembly.Config{MaxIdle: 1, MaxTotal: 1, FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: conf, Stdout: io.Discard, Stderr: io.Discard})
	if err != nil {
		return fmt.Errorf("open viewer: %w", err)
	}
	v.idle = time.AfterFunc(viewerRest, v.Close)
	return nil
}

// Close puts the viewer away until a page is to be drawn again.
func (v *Viewer) Close() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.pool == nil {
		return
	}
	v.idle.Stop()
	if err := v.pool.Close(); err != nil {
		slog.Warn("close viewer", "err", err)
	}
	v.pool = nil
}

// render draws a page in a box of its own. It gives up when ctx ends, or when a page
// takes too long.
func (v *Viewer) render(ctx context.Context, data []byte, of viewKey) (*image.RGBA, error) {
	ctx, done := context.WithTimeout(ctx, viewerTime)
	defer done()
	box, err := v.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, err
	}
	watch := context.AfterFunc(ctx, func() { _ = box.Kill() }) // the call that it ends returns the error
	defer func() {
		if watch() {
			_ = box.Close() // what it was for is done
		}
	}()
	doc, err := box.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, errors.Join(ctx.Err(), err)
	}
	drawn, err := box.RenderPageInPixels(&requests.RenderPageInPixels{Width: of.size.X, Height: of.size.Y,
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: of.page}}})
	if err != nil {
		return nil, errors.Join(ctx.Err(), err)
	}
	defer drawn.Cleanup()
	img := image.NewRGBA(drawn.Result.RenderedImage.Bounds())
	draw.Draw(img, img.Bounds(), drawn.Result.RenderedImage, image.Point{}, draw.Src)
	return img, nil
}

// viewed says what a viewer is asked for a page that somebody brought.
func (c *canvas) viewed(b broughtPage) viewKey {
	return viewKey{&b.data[0], b.page, image.Pt(int(math.Ceil(b.w*c.zoom)), int(math.Ceil(b.h*c.zoom)))}
}
