package persist

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/jmoiron/sqlx"

	"racedesk/model"
)

// sample makes a race of some edits and returns its path.
func sample(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "race.racedesk")
	var cards []model.Card
	for n := range int64(60) {
		cards = append(cards, card(n))
	}
	edits := []model.Edit{{Label: "first", Changes: made(full(1)...)}, {Label: "second", Changes: made(cards...)}}
	if err := Create(t.Context(), path, edits...); err != nil {
		t.Fatal(err)
	}
	return path
}

// alter runs SQL on a file as another program would.
func alter(t *testing.T, path, statements string) {
	t.Helper()
	db, err := sqlx.Open("sqlite", dsn(path, "rwc", asks))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// folder returns the files of a folder with their bytes.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out[e.Name()] = ""
		if e.Type().IsRegular() {
			out[e.Name()] = string(readFile(t, filepath.Join(dir, e.Name())))
		}
	}
	return out
}

// badFiles are files that are no race, or none that can be opened. Each is made
// out of a sound one.
var badFiles = []struct {
	name string
	make func(t *testing.T, path string)
	want error
}{
	{"missing", func(t *testing.T, path string) { remove(t, path) }, model.ErrMissing},
	{"folder", func(t *testing.T, path string) {
		remove(t, path)
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
	}, model.ErrNotRace},
	{"empty", func(t *testing.T, path string) { writeFile(t, path, nil) }, model.ErrNotRace},
	{"text", func(t *testing.T, path string) { writeFile(t, path, []byte("a race, honestly\n")) }, model.ErrNotRace},
	{"zeros", func(t *testing.T, path string) { writeFile(t, path, make([]byte, 20000)) }, model.ErrNotRace},
	{"only the header", func(t *testing.T, path string) { writeFile(t, path, readFile(t, path)[:60]) }, model.ErrNotRace},
	{"cut off", func(t *testing.T, path string) {
		data := readFile(t, path)
		writeFile(t, path, data[:len(data)/2])
	}, model.ErrDamaged},
	{"cut off in the first page", func(t *testing.T, path string) {
		writeFile(t, path, readFile(t, path)[:2000])
	}, model.ErrDamaged},
	{"page overwritten", func(t *testing.T, path string) {
		data := readFile(t, path)
		copy(data[4096:8192], bytes.Repeat([]byte("\xff"), 4096))
		writeFile(t, path, data)
	}, model.ErrDamaged},
	{"another program's", func(t *testing.T, path string) {
		remove(t, path)
		alter(t, path, `CREATE TABLE edits (x); PRAGMA application_id = 7`)
	}, model.ErrNotRace},
	{"another program's with a log", func(t *testing.T, path string) {
		remove(t, path)
		alter(t, path, `PRAGMA journal_mode = WAL; CREATE TABLE edits (x); PRAGMA user_version = 1`)
	}, model.ErrNotRace},
	{"newer", func(t *testing.T, path string) { alter(t, path, fmt.Sprint(`PRAGMA user_version = `, today+1)) }, model.ErrNewer},
	{"no version", func(t *testing.T, path string) { alter(t, path, `PRAGMA user_version = 0`) }, model.ErrDamaged},
	{"no tables", func(t *testing.T, path string) {
		remove(t, path)
		alter(t, path, sqliteDialect.mark(today))
	}, model.ErrDamaged},
	{"no timeline", func(t *testing.T, path string) { alter(t, path, `DELETE FROM timeline`) }, model.ErrDamaged},
	{"gap in the history", func(t *testing.T, path string) {
		alter(t, path, `DELETE FROM edits WHERE seq = 1`)
	}, model.ErrDamaged},
	{"newer in the log only", func(t *testing.T, path string) { crash(t, path, fmt.Sprint(`PRAGMA user_version = `, today+1)) }, model.ErrNewer},
	{"damaged in the log only", func(t *testing.T, path string) { crash(t, path, `DELETE FROM edits`) }, model.ErrDamaged},
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

// crash leaves a file as after a power cut: what the statement did is in the log
// only.
func crash(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sqlx.Open("sqlite", dsn(path, "rw", asksAll))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
	log, data := readFile(t, path+"-wal"), readFile(t, path)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if len(log) == 0 {
		t.Fatal("nothing in the log")
	}
	writeFile(t, path, data)
	writeFile(t, path+"-wal", log)
}

func TestOpenRefusesAndAltersNothing(t *testing.T) {
	for _, bad := range badFiles {
		t.Run(bad.name, func(t *testing.T) {
			t.Parallel()
			path := sample(t)
			bad.make(t, path)
			before := folder(t, filepath.Dir(path))
			s, err := Open(t.Context(), path)
			if err == nil {
				t.Error(s.Close())
			}
			if !errors.Is(err, bad.want) {
				t.Errorf("got %v, want %v", err, bad.want)
			}
			for _, other := range ours {
				if other != bad.want && errors.Is(err, other) {
					t.Errorf("%v is also %v", err, other)
				}
			}
			after := folder(t, filepath.Dir(path))
			delete(after, filepath.Base(path)+"-shm") // an index that a log has to have
			if !reflect.DeepEqual(before, after) {
				t.Error("something changed")
			}
		})
	}
}

func TestOpenRefusesOddThings(t *testing.T) {
	path := sample(t)
	for address, want := range map[string]error{
		path + "/below":          model.ErrMissing,
		path + ".folder/missing": model.ErrMissing,
		os.DevNull:               model.ErrNotRace,
		"":                       model.ErrMissing,
	} {
		if _, err := Open(t.Context(), address); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", address, err, want)
		}
	}
}

func TestOpenAfterCrashKeepsTheLog(t *testing.T) {
	path := sample(t)
	crash(t, path, `UPDATE timeline SET at = 77`)
	s := open(t, path)
	var at int64
	if err := s.read.Get(&at, `SELECT at FROM timeline`); err != nil || at != 77 {
		t.Error(at, err)
	}
}

// TestOpenOfFlippedBits opens files with a wrong bit each. None may be altered by a
// look, what is told is told as damage, and where nothing is told nothing was
// lost: the bit was where SQLite keeps nothing.
func TestOpenOfFlippedBits(t *testing.T) {
	path := sample(t)
	whole := open(t, path)
	board, edits := content(load(t, whole)), history(t, whole, 0)
	if err := whole.Close(); err != nil {
		t.Fatal(err)
	}
	sound := readFile(t, path)
	random := rand.New(rand.NewPCG(1, 2))
	told := 0
	for range 250 {
		data := bytes.Clone(sound)
		at := random.IntN(len(data))
		data[at] ^= 1 << random.IntN(8)
		writeFile(t, path, data)
		s, err := Open(t.Context(), path)
		if err == nil {
			err = errors.Join(s.Check(t.Context()), sameAs(t.Context(), s, board, edits), s.Close())
		}
		if err != nil {
			told++
			known := slices.ContainsFunc([]error{model.ErrDamaged, model.ErrNotRace, model.ErrNewer, model.ErrReadOnly},
				func(m error) bool { return errors.Is(err, m) })
			if !known {
				t.Errorf("byte %d: %v", at, err)
			}
		}
		if !bytes.Equal(readFile(t, path), data) {
			t.Errorf("byte %d: file altered", at)
		}
	}
	t.Logf("%d of 250 told", told)
}

// sameAs says whether a store that can be read holds what it should.
func sameAs(ctx context.Context, s *Store, board map[model.Ref]model.Entity, edits []model.Edit) error {
	b, err := s.Load(ctx)
	if err != nil {
		return err
	}
	got, err := s.Edits(ctx, 0)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(content(b), board) || !reflect.DeepEqual(got, edits) {
		return errors.New("something else is read, and no damage told")
	}
	return nil
}

// visit opens a race, reads everything in it and closes it.
func visit(ctx context.Context, path string) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	_, err = s.Load(ctx)
	if err == nil {
		_, err = s.Edits(ctx, 0)
	}
	return errors.Join(err, s.Close())
}

func TestRowsThatDoNotDecode(t *testing.T) {
	for _, damage := range []string{
		`UPDATE entities SET body = '{' WHERE id = 'c1'`,
		`UPDATE entities SET body = '[]' WHERE id = 'c1'`,
		`UPDATE entities SET kind = 'ghost' WHERE id = 'c1'`,
		`UPDATE entities SET id = 'c1000' WHERE id = 'c1'`,
		`UPDATE entities SET rev = 'soon' WHERE id = 'c1'`,
		`UPDATE edits SET body = '[null]' WHERE seq = 2`,
		`UPDATE edits SET body = '[{"kind":"card"}]' WHERE seq = 2`,
		`UPDATE edits SET body = x'00' WHERE seq = 2`,
		`UPDATE edits SET at = 'noon' WHERE seq = 2`,
	} {
		path := sample(t)
		alter(t, path, damage)
		before := readFile(t, path)
		if err := visit(t.Context(), path); !errors.Is(err, model.ErrDamaged) {
			t.Errorf("%s: %v", damage, err)
		}
		if !bytes.Equal(readFile(t, path), before) {
			t.Errorf("%s: altered", damage)
		}
	}
}

// oddNames are names that a URI, a shell or a pragma could trip over.
var oddNames = []string{"plain.racedesk", "a b.racedesk", "å ä ö ÅÄÖ.racedesk", "what?mode=memory", "one#two",
	"100%", "%41%3f", "a&b=c;d", "it's \"so\"", "a+b", "-rf", "file:race", ":memory:", "ends with space ", "東京.racedesk",
	"with\nline", "nfd-a\u030a", "\xff\xfe.racedesk"}

func TestOddPaths(t *testing.T) {
	for _, name := range oddNames {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), name)
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			path, copied := filepath.Join(dir, name), filepath.Join(dir, name+".copy")
			if err := Create(t.Context(), path, model.NewRace(name)); err != nil {
				t.Fatal(err)
			}
			s := open(t, path)
			commitTo(t, s, model.Edit{Changes: made(card(1))})
			if err := s.Backup(t.Context(), copied); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			var names []string
			for n := range folder(t, dir) {
				names = append(names, n)
			}
			if slices.Sort(names); !slices.Equal(names, []string{name, name + ".copy"}) {
				t.Errorf("in the folder: %q", names)
			}
			for _, p := range []string{path, copied} {
				if b := load(t, open(t, p)); b.Seq != 2 {
					t.Errorf("%q is at %d", p, b.Seq)
				}
			}
		})
	}
}

func TestRelativePath(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, path := range []string{"race", "./a?b", "file:c"} {
		if err := Create(t.Context(), path, model.NewRace("x")); err != nil {
			t.Fatal(err)
		}
		if b := load(t, open(t, path)); b.Seq != 1 {
			t.Errorf("%s is at %d", path, b.Seq)
		}
	}
}
