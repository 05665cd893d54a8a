package racedesk_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/signintech/gopdf"

	"racedesk/assets"
	"racedesk/assets/words"
	"racedesk/model"
	"racedesk/persist"
	"racedesk/persist/pdf"
	"racedesk/report"
)

// ratio times ours and a baseline in turns and prints the median of the ratios,
// so that a machine that slows down slows both.
func ratio(name string, goal float64, rounds int, ours, baseline func()) {
	took := func(f func()) float64 {
		start := time.Now()
		f()
		return time.Since(start).Seconds()
	}
	ours()
	baseline()
	var ratios []float64
	for range rounds {
		ratios = append(ratios, took(ours)/took(baseline))
	}
	slices.Sort(ratios)
	fmt.Printf("ratio %s %.2f goal %.2f\n", name, ratios[len(ratios)/2], goal)
}

func sampleRace(b *testing.B, state model.SampleState) (string, *persist.Store) {
	outline, err := model.ParseOutline(assets.Sample)
	check(b, err)
	path := filepath.Join(b.TempDir(), "a.race")
	check(b, persist.Create(b.Context(), path, outline.Edits(state)...))
	store, err := persist.Open(b.Context(), path)
	check(b, err)
	b.Cleanup(func() { check(b, store.Close()) })
	return path, store
}

// bare opens a database of the driver with a race's pragmas and nothing else.
func bare(b *testing.B, path string) *sqlx.DB {
	db, err := sqlx.Open("sqlite", "file:"+path+
		"?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(ON)&_txlock=immediate")
	check(b, err)
	return db
}

func check(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// raceOf makes a race of some cards with a history of some edits.
func raceOf(b *testing.B, cards, edits int) string {
	board := model.NewBoard(0, nil)
	all := []model.Edit{{Label: model.LabelSample}}
	for n := range cards {
		all[0].Changes = append(all[0].Changes, model.Change{After: model.Card{
			ID: model.ID(fmt.Sprintf("card-%010d", n)), Stage: model.Problem, Rank: model.Rank(n) << 32,
			Title: fmt.Sprintf("Problem %d, with a title of usual length", n),
			Text:  "Two lines that say what the problem is,\nwhose it is, and since when it has been one."}})
	}
	board.Apply(all[0].Stamped(1, time.Now()))
	for n := range edits - 1 {
		e, err := board.Vote(all[0].Changes[n%cards].After.Ref().ID, 1)
		check(b, err)
		e = e.Stamped(board.Seq+1, time.Now())
		board.Apply(e)
		all = append(all, e)
	}
	path := filepath.Join(b.TempDir(), "a.race")
	check(b, persist.Create(b.Context(), path, all...))
	return path
}

// BenchmarkRatioMove compares a confirmed move on a race of 500 cards with a bare
// transaction that updates one row and inserts one.
func BenchmarkRatioMove(b *testing.B) {
	store, err := persist.Open(b.Context(), raceOf(b, 500, 1))
	check(b, err)
	defer store.Close() //nolint:errcheck // a scratch race
	board, err := store.Load(b.Context())
	check(b, err)
	db := bare(b, filepath.Join(b.TempDir(), "bare.db"))
	defer db.Close() //nolint:errcheck // a scratch database
	db.MustExec(`CREATE TABLE one (id TEXT PRIMARY KEY, body TEXT); CREATE TABLE log (seq INTEGER PRIMARY KEY, body TEXT);
		INSERT INTO one VALUES ('a', '')`)
	for range b.N {
		ratio("confirmed-move", 1.3, 1000, func() {
			column := board.Column(model.Problem)
			edit, err := board.Move(column[0].ID, "")
			check(b, err)
			edit.Desk = "bench"
			stored, err := store.Commit(context.Background(), edit)
			check(b, err)
			board.Apply(stored)
		}, func() {
			tx := db.MustBegin()
			tx.MustExec(`UPDATE one SET body = ? WHERE id = 'a'`, string(make([]byte, 300)))
			tx.MustExec(`INSERT INTO log (body) VALUES (?)`, string(make([]byte, 600)))
			check(b, tx.Commit())
		})
	}
}

// BenchmarkRatioOpen compares opening and loading a race with opening the same
// file and selecting the same rows: the sample, and races with a long history.
func BenchmarkRatioOpen(b *testing.B) {
	sample, _ := sampleRace(b, model.SampleRunning)
	for range b.N {
		openRatio(b, "open-sample", sample, 60)
		for _, cards := range []int{100, 1000, 10000} {
			openRatio(b, fmt.Sprintf("open-%d-cards", cards), raceOf(b, cards, 50000), 40)
		}
	}
}

func openRatio(b *testing.B, name, path string, rounds int) {
	ratio(name, 1.5, rounds, func() {
		store, err := persist.Open(b.Context(), path)
		check(b, err)
		_, err = store.Load(b.Context())
		check(b, err)
		check(b, store.Close())
	}, func() {
		db := bare(b, path)
		var rows []struct {
			Kind, ID, Body string
			Rev, Sum       int64
		}
		check(b, db.Select(&rows, `SELECT * FROM entities`))
		check(b, db.Close())
	})
}

// BenchmarkRatioReport compares the finished sample's report with a bare PDF of
// the same fonts and as many lines of text.
func BenchmarkRatioReport(b *testing.B) {
	_, store := sampleRace(b, model.SampleFinished)
	board, err := store.Load(b.Context())
	check(b, err)
	for range b.N {
		ratio("report", 1.5, 15, func() {
			pages, err := pdf.Lay(b.Context(), report.Source{Board: board, Words: words.For("sv"), At: time.Unix(1371038400, 0)})
			if err == nil {
				_, err = pages.Bytes(b.Context())
			}
			check(b, err)
		}, func() {
			var doc gopdf.GoPdf
			doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
			check(b, doc.AddTTFFontData("r", assets.FontRegular))
			check(b, doc.AddTTFFontData("b", assets.FontBold))
			for range 18 {
				doc.AddPage()
				for _, font := range []string{"r", "b"} {
					check(b, doc.SetFont(font, "", 10))
					for line := range 22 {
						doc.SetXY(70, 70+15*float64(line))
						check(b, doc.Text("Lån till den som odlar, syr eller kör ut varor på cykel"))
					}
				}
			}
			_, err := doc.GetBytesPdfReturnErr()
			check(b, err)
		})
	}
}
