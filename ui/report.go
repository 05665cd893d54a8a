package ui

import (
	"context"
	"image"
	"log/slog"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"racedesk/model"
	"racedesk/report"
	"racedesk/ui/form"
	"racedesk/ui/kit"
)

// Pages are a report as it will be on paper. They may be used from any goroutine.
type Pages interface {
	Count() int
	Find(place string) int // a part of the report by name, counted from 0; -1 where it is not
	Draw(page, wide int) *image.RGBA
	// Complete draws a page once more, with what took Draw too long; nil where nothing did.
	Complete(ctx context.Context, page, wide int) (*image.RGBA, error)
	Missing() []string // letters that no font has
}

// pageRest is how long a hand rests before the pages are laid out anew.
const pageRest = 350 * time.Millisecond

// A draft is the report that is written on, and its pages.
type draft struct {
	sheet   *form.Report
	pages   Pages
	page    int
	place   string             // where somebody writes: the page with it is shown
	wait    func() bool        // forgets that the pages are to be laid out
	stop    context.CancelFunc // what is being laid out or drawn
	cancel  context.CancelFunc // the export
	history []model.Edit
}

// openReport opens the report: its texts, and its pages beside them.
func (d *Desk) openReport() {
	d.closePanel()
	d.letGo()
	d.showReport(d.session.Board.Description())
}

// backTo returns a way back to the place in the report where somebody is.
func (d *Desk) backTo(r *draft) func() {
	place := r.sheet.Place()
	return func() {
		d.openReport()
		if sheet, open := d.sheet.(*form.Report); open {
			sheet.Return(place)
		}
	}
}

// wrong says why something did not go into the report: in the foot and, where the
// report's sheet is open, beside what it was for.
func (d *Desk) wrong(why string, beside func(s *form.Report, why string)) {
	d.foot.say(why)
	if sheet, open := d.sheet.(*form.Report); open {
		beside(sheet, why)
	}
}

func (d *Desk) showReport(written model.Description) {
	none := func() {}
	r := &draft{stop: none, cancel: none, wait: func() bool { return true }}
	r.sheet = form.NewReport(d.session.Board, written, d.words, d.session.Now(), d.reportActs(r))
	d.workspace(r.sheet.Object)
	d.sheet = r.sheet
	d.refresh = func() {
		r.sheet.Show(d.session.Board, d.session.Now())
		d.soon(r)
	}
	d.leaving = func() { r.wait(); r.stop() }
	d.paginate(r)
}

func (d *Desk) reportActs(r *draft) form.ReportActs {
	return form.ReportActs{
		Write:   func(was, is model.Description) { d.writeTexts(r.sheet, was, is) },
		Touched: func(place string) { r.place = place; d.soon(r); d.restReport(r) },
		Copy: func(text string) {
			d.app.Clipboard().SetContent(text)
			d.foot.say(d.words.T("report.copied"))
		},
		Card:    func(id model.ID) { back := d.guard(d.backTo(r)); d.openCard(id); d.behind = back },
		Log:     d.guard(func() { back := d.guard(d.backTo(r)); d.openDeviations(); d.behind = back }),
		Further: d.appendixActs(r),
		Cover:   d.coverActs(r),
		Export:  func() { d.exportFrom(r) },
		Cancel:  func() { r.cancel() },
		Open:    d.openFile,
		Folder:  func(path string) { d.openFile(filepath.Dir(path)) },
		Turn:    func(page int) { r.page, r.place = page, ""; d.draw(r, r.pages) },
		Close:   d.closePanel,
	}
}

// workspace opens a panel that has most of the window, or all of it where it is small.
func (d *Desk) workspace(content fyne.CanvasObject) {
	d.panel(content)
	d.works = true
	d.window.Content().Refresh()
	stops, has := kit.Stops(content), d.window.Canvas().Focused()
	if slices.Contains(stops, has) { // its first field is far down
		d.window.Canvas().Focus(stops[0])
	}
}

// soon lays the pages out once the hand rests.
func (d *Desk) soon(r *draft) {
	r.wait()
	r.wait = d.options.After(pageRest, func() {
		d.onMain(func() {
			if d.sheet == r.sheet {
				d.paginate(r)
			}
		})
	})
}

// restReport stores what is written once the hand rests.
func (d *Desk) restReport(r *draft) {
	if d.rest != nil {
		d.rest()
	}
	d.rest = d.options.After(restTime, func() {
		d.onMain(func() {
			if d.sheet == r.sheet {
				r.sheet.Save()
			}
		})
	})
}

// writeTexts stores the particulars of the race and the texts of the report; where that
// is refused, the sheet comes back with them.
func (d *Desk) writeTexts(from *form.Report, was, is model.Description) {
	d.session.Do(func(b *model.Board) (model.Edit, error) {
		was.Groups, is.Groups = b.Groups(), b.Groups() // are not written on here
		return b.AmendRace(was, is)
	}, func(err error) {
		if err != nil {
			d.onMain(func() {
				d.comeBack(from, func() { d.showReport(d.session.Board.Description().Overlay(was, is)) })
			})
		}
	})
}

// paginate lays the pages out, away from the goroutine that draws, and shows the one
// that is written on.
func (d *Desk) paginate(r *draft) {
	r.stop()
	ctx, stop := context.WithCancel(context.Background())
	r.stop = stop
	src := report.Source{Board: r.sheet.Draft(), Words: d.words, At: d.here()}
	session, history := d.session, r.history
	go func() {
		var after int64
		if n := len(history); n > 0 {
			after = history[n-1].Seq
		}
		news, err := session.Journal(after)
		if err != nil {
			slog.Warn("read history for preview", "err", err) // the pages go without
		}
		src.History = slices.Concat(history, news) // several may be laid out at once
		pages, err := d.options.Preview(ctx, src)
		d.onMain(func() {
			switch {
			case ctx.Err() != nil || d.sheet != r.sheet:
			case err != nil:
				d.foot.say(Explain(err, d.words))
			default:
				r.history = src.History
				r.sheet.Pages.Lacks(report.Lacking(pages.Missing(), d.words))
				d.draw(r, pages)
			}
		})
	}()
}

// draw shows the page of the moment.
func (d *Desk) draw(r *draft, pages Pages) {
	if pages == nil {
		return
	}
	r.stop()
	ctx, stop := context.WithCancel(context.Background())
	r.stop, r.pages = stop, pages
	if at := pages.Find(r.place); r.place != "" && at >= 0 {
		r.page = at
	}
	r.page = max(0, min(r.page, pages.Count()-1))
	page, wide := r.page, d.pageWide(r)
	show := func(img *image.RGBA) {
		d.onMain(func() {
			if ctx.Err() == nil {
				r.sheet.Pages.Show(img, page, pages.Count())
			}
		})
	}
	go func() {
		show(pages.Draw(page, wide))
		img, err := pages.Complete(ctx, page, wide)
		switch {
		case err != nil && ctx.Err() == nil:
			slog.Warn("draw attached page", "err", err) // its frame stays
		case img != nil:
			show(img)
		}
	}()
}

// pageWide is how many pixels wide a page is shown.
func (d *Desk) pageWide(r *draft) int {
	const least, most, high = 300, 2400, 1.4142 // for each unit of width
	room := r.sheet.Pages.Size()
	return max(least, min(most, int(min(room.Width, room.Height/high)*d.window.Canvas().Scale())))
}

// exportFrom writes the file that the pages show, and says on the sheet how far it is.
func (d *Desk) exportFrom(r *draft) {
	r.sheet.Save()
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel = cancel
	r.sheet.Pages.Busy(0, max(1, r.count()))
	d.session.Do(nothing, func(error) { // when what is written is on the board
		d.writeReport(ctx, func(done, of int) {
			if ctx.Err() == nil {
				r.sheet.Pages.Busy(done, of)
			}
		}, func(path string, err error) {
			cancel()
			if err != nil {
				r.sheet.Pages.Idle()
				return
			}
			r.sheet.Pages.Done(path)
		})
	})
}

func (r *draft) count() int {
	if r.pages == nil {
		return 0
	}
	return r.pages.Count()
}
