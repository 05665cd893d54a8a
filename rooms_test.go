// Package racedesk_test keeps the house in order: which room may know which,
// how large things grow, and that every wording is there in every language.
package racedesk_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"image/png"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"racedesk/assets"
)

const (
	module = "racedesk"
	fyne   = "fyne.io/fyne/v2"
	app    = fyne + "/app"
	fake   = fyne + "/test" // the driver without a display
)

// A room says what a package may import besides the standard library.
type room struct {
	why    string   // said when the room's rule is broken
	ours   []string // rooms; "*" is every room
	theirs []string // foreign modules or packages, and all beneath them
	only   []string // the only standard packages, where there are few
	not    []string // standard packages that are out of place, and all beneath
}

// rooms is the plan of the house; ARCHITECTURE.md tells it in words.
var rooms = map[string]room{
	".": {
		why:    "the root holds tests of the whole house: rooms, and their speed against what they are built on",
		ours:   []string{"*"},
		theirs: []string{"github.com/jmoiron/sqlx", "github.com/signintech/gopdf", "golang.org/x/image/font/sfnt"},
	},
	"model": {
		why: "what a race is holds with no window, no disk and no network",
		not: []string{"database/sql", "net", "os"},
	},
	"assets":         {why: "assets embeds and does nothing else", only: []string{"embed"}},
	"assets/hyphens": {why: "hyphens knows where words part and nothing else", only: []string{"embed", "strings", "sync", "unicode/utf8"}},
	"assets/words":   {why: "words looks up wordings and knows no race", theirs: []string{"golang.org/x/text"}},
	"report": {
		why:    "what the report says is read from the board, with no page and no window",
		ours:   []string{"model", "assets", "assets/words"},
		theirs: []string{"github.com/yuin/goldmark"},
		not:    []string{"os"},
	},
	"persist": {
		why:    "persist keeps races: it neither draws nor words anything",
		ours:   []string{"model"},
		theirs: []string{"github.com/jmoiron/sqlx", "modernc.org/sqlite", "github.com/jackc/pgx/v5"},
	},
	"persist/pdf": {
		why:  "the report is made from a board, without a window or a store",
		ours: []string{"model", "report", "assets", "assets/hyphens", "assets/words"},
		theirs: []string{"github.com/signintech/gopdf", "github.com/pdfcpu/pdfcpu", "github.com/go-text/typesetting",
			"github.com/klippa-app/go-pdfium", "github.com/tetratelabs/wazero", "golang.org/x/image", "golang.org/x/text"},
	},
	"persist/exchange": {
		why:    "files that people bring and take are read and written here alone",
		ours:   []string{"model"},
		theirs: []string{"github.com/xuri/excelize/v2", "golang.org/x/text"},
	},
	"ui/kit": {
		why:    "the kit knows Fyne and nothing of races",
		ours:   []string{"assets/hyphens"},
		theirs: []string{fyne, "golang.org/x/text/unicode/bidi", "github.com/clipperhouse/uax29/v2"},
	},
	"ui/touch": {
		why:    "touch knows fingers, neither the race nor the board",
		theirs: []string{fyne, "C", "golang.org/x/sys"},
	},
	"ui/board": {
		why:    "the board shows cards and signals what people want; rooms under ui do not know each other",
		ours:   []string{"model", "assets/words", "ui/kit", "ui/touch"},
		theirs: []string{fyne},
	},
	"ui/projector": {
		why:    "the projector shows the clock to the room; rooms under ui do not know each other",
		ours:   []string{"model", "assets/words", "ui/kit"},
		theirs: []string{fyne, "github.com/go-gl/glfw/v3.4/glfw", "rsc.io/qr"},
	},
	"ui/form": {
		why:    "a sheet edits one thing; rooms under ui do not know each other",
		ours:   []string{"model", "report", "assets/words", "ui/kit"},
		theirs: []string{fyne},
	},
	"ui/picture": {
		why:    "picture reads what people bring and knows neither Fyne nor the board",
		ours:   []string{"model"},
		theirs: []string{"golang.org/x/image"},
		not:    []string{"os", "net"},
	},
	"ui/gong": {
		why:    "the gong makes a sound and knows neither Fyne nor races",
		theirs: []string{"github.com/ebitengine/oto/v3"},
		not:    []string{"os", "net"},
	},
	"ui/keyboard": {
		why:    "the keyboard writes into an entry and knows nothing of races",
		ours:   []string{"ui/kit"},
		theirs: []string{fyne},
	},
	"ui": {
		why: "the desk is handed a model.Store and an export function: it never imports persist",
		ours: []string{"model", "report", "assets", "assets/words",
			"ui/board", "ui/form", "ui/gong", "ui/keyboard", "ui/kit", "ui/picture", "ui/projector", "ui/touch"},
		theirs: []string{fyne, "github.com/rymdport/portal", "golang.org/x/sys", "golang.org/x/text/unicode/norm"},
	},
	"cmd/racedesk": {
		why:    "the command puts the rooms together and leaves the work to them",
		ours:   []string{"*"},
		theirs: []string{"github.com/alecthomas/kong", fyne, "golang.org/x/term"},
	},
}

// The sizes that a person still reads in one go.
const (
	maxFile     = 300 // lines
	maxTestFile = 600
	maxFunc     = 40 // lines between the braces
)

// A source is one Go file of the house.
type source struct {
	path string // from the root, with slashes
	room string
	test bool
	file *ast.File
}

func TestImports(t *testing.T) {
	for _, s := range sources(t) {
		r, known := rooms[s.room]
		if !known {
			t.Errorf("%s: there is no room %s: put the file into one, or add the room to rooms_test.go with its reason", s.path, s.room)
			continue
		}
		if s.room == "." && !s.test {
			t.Errorf("%s: %s", s.path, r.why)
		}
		for _, spec := range s.file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if !r.allows(s, imported) {
				t.Errorf("%s imports %s: %s", s.path, imported, r.why)
			}
		}
	}
}

// allows says whether a file of the room may import a package.
func (r room) allows(s source, imported string) bool {
	if own, ours := strings.CutPrefix(imported, module+"/"); ours {
		return slices.Contains(r.ours, "*") || slices.Contains(r.ours, own) || s.test && own == s.room
	}
	first, _, _ := strings.Cut(imported, "/")
	if imported != "C" && !strings.Contains(first, ".") {
		if s.test {
			return true // tests read files and start programs
		}
		return (r.only == nil || slices.Contains(r.only, imported)) && !beneath(imported, r.not)
	}
	switch {
	case beneath(imported, []string{app}):
		return s.room == "cmd/racedesk" // one place makes the app
	case beneath(imported, []string{fake}):
		return s.test
	}
	return beneath(imported, r.theirs)
}

// beneath says whether a package is one of the roots or lies under one.
func beneath(imported string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool {
		return imported == root || strings.HasPrefix(imported, root+"/")
	})
}

func TestPackageComments(t *testing.T) {
	signs := map[string]int{}
	for _, s := range sources(t) {
		switch {
		case s.test:
		case s.file.Doc == nil:
			signs[s.room] += 0 // heard of, even where it has none
		default:
			signs[s.room]++
		}
	}
	for room, n := range signs {
		if n != 1 {
			t.Errorf("%s has %d package comments, want one, in doc.go", room, n)
		}
	}
}

func TestSizes(t *testing.T) {
	files := token.NewFileSet()
	for _, s := range parse(t, files) {
		limit := maxFile
		if s.test {
			limit = maxTestFile
		}
		if lines := files.File(s.file.Pos()).LineCount(); lines > limit {
			t.Errorf("%s has %d lines, at most %d: split it by topic", s.path, lines, limit)
		}
		if s.test {
			continue
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				continue
			}
			first, last := files.Position(f.Body.Lbrace).Line, files.Position(f.Body.Rbrace).Line
			if lines := last - first - 1; lines > maxFunc {
				t.Errorf("%s:%d: %s has %d lines, at most %d: take a part out and name it", s.path, first, f.Name.Name, lines, maxFunc)
			}
		}
	}
}

// One place hands work to the goroutine that draws, so that tests can put a
// queue there which they turn by hand.
func TestOneDoorToTheDrawingGoroutine(t *testing.T) {
	var places []string
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Do" || sel.Sel.Name == "DoAndWait") {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "fyne" {
					places = append(places, s.path)
				}
			}
			return true
		})
	}
	if len(places) > 1 {
		t.Errorf("fyne.Do is mentioned in %s: go through onMain instead", strings.Join(places, ", "))
	}
}

// What of the toolkit takes the keys keeps those that it has no use for, Escape too, so
// that whoever comes there by Tab is caught: the kit's own leave them to the window.
func TestWhatTakesTheKeysIsTheKits(t *testing.T) {
	keeps := []string{"NewButton", "NewButtonWithIcon", "NewCheck", "NewSelect", "NewRadioGroup", "NewSlider", "NewEntry", "NewMultiLineEntry"}
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && !s.test && slices.Contains(keeps, sel.Sel.Name) {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "widget" {
					t.Errorf("%s: widget.%s: take the kit's", s.path, sel.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestWordsInEveryLanguage(t *testing.T) {
	sv, en := wordings(t, "sv"), wordings(t, "en")
	for key, text := range sv {
		other, there := en[key]
		if !there {
			t.Errorf("%s is said in Swedish and not in English: add it in assets/words/en", key)
		} else if verbs(text) != verbs(other) {
			t.Errorf("%s takes %d values in Swedish and %d in English", key, verbs(text), verbs(other))
		}
	}
	for key := range en {
		if _, there := sv[key]; !there {
			t.Errorf("%s is said in English and not in Swedish: add it in assets/words/sv", key)
		}
	}
}

// Keys that the code names must be there. Of a key put together while running,
// the beginning is looked at: T("column."+stage) wants some key of that kind.
func TestWordsOfTheCode(t *testing.T) {
	keys := slices.Sorted(maps.Keys(wordings(t, "en")))
	files := token.NewFileSet()
	for _, s := range parse(t, files) {
		if s.test {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !isT(call.Fun) || len(call.Args) == 0 {
				return true
			}
			key, whole := literal(call.Args[0])
			if known := slices.ContainsFunc(keys, func(k string) bool {
				return k == key || !whole && strings.HasPrefix(k, key)
			}); !known {
				t.Errorf("%s: no wording for %q: add it in assets/words/sv and assets/words/en", files.Position(call.Pos()), key)
			}
			return true
		})
	}
}

// A wording that nothing asks for is one that nobody reads. What is asked for
// stands in the code whole, or as a beginning or an end put together with a word
// that stands there too: T("column."+stage), T(key+".what").
func TestWordsAreUsed(t *testing.T) {
	said, begins, ends := spoken(t)
	for key := range wordings(t, "en") {
		used := said[key]
		for begin, open := range begins {
			rest, found := strings.CutPrefix(key, begin)
			used = used || found && (open || said[rest])
		}
		for end := range ends {
			rest, found := strings.CutSuffix(key, end)
			used = used || found && said[rest]
		}
		if !used {
			t.Errorf("nothing says %s: take it out of assets/words, or say it", key)
		}
	}
}

// TestLettersAreInOurFonts keeps from the screen what only some system's fonts have: there
// it may be a box, and each first one is looked for among all of them.
func TestLettersAreInOurFonts(t *testing.T) {
	var fonts []*sfnt.Font
	for _, data := range [][]byte{assets.FontRegular, assets.FontBold} {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		fonts = append(fonts, f)
	}
	check := func(where, text string) {
		for _, r := range text {
			for _, f := range fonts {
				if g, err := f.GlyphIndex(nil, r); unicode.IsPrint(r) && (g == 0 || err != nil) {
					t.Errorf("%s says %q: no font of ours has %q (%U)", where, text, r, r)
					break
				}
			}
		}
	}
	for _, lang := range []string{"sv", "en"} {
		for key, text := range wordings(t, lang) {
			check(lang+" "+key, text)
		}
	}
	for _, s := range sources(t) {
		if s.test || !beneath(s.room, []string{"ui"}) {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if n, is := n.(*ast.BasicLit); is && n.Kind == token.STRING {
				text, _ := literal(n)
				check(s.path, text)
			}
			return true
		})
	}
}

// spoken returns the texts that stand in the code, and those that a key is put
// together from: its ends, and its beginnings, of which some are open to any end,
// such as a number.
func spoken(t *testing.T) (said, begins, ends map[string]bool) {
	t.Helper()
	said, begins, ends = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		if s.test {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				text, _ := literal(n)
				said[text] = true
				if begin, _, numbered := strings.Cut(text, ".%d"); numbered {
					begins[begin+"."] = true
				}
			case *ast.ValueSpec: // a constant that keys are found by
				for _, v := range n.Values {
					if begin, whole := literal(v); whole && strings.HasSuffix(begin, ".") {
						begins[begin] = true
					}
				}
			case *ast.BinaryExpr:
				if begin, _ := literal(n.X); strings.HasSuffix(begin, ".") && !begins[begin] {
					begins[begin] = false
				}
				if end, whole := literal(n.Y); whole && strings.HasPrefix(end, ".") {
					ends[end] = true
				}
			}
			return true
		})
	}
	return said, begins, ends
}

// isT says whether a call is to a function or method called T.
func isT(f ast.Expr) bool {
	switch f := f.(type) {
	case *ast.Ident:
		return f.Name == "T"
	case *ast.SelectorExpr:
		return f.Sel.Name == "T"
	}
	return false
}

// literal returns the text that a key begins with, and whether it is all of it.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(e.Value); err == nil {
			return text, true
		}
	case *ast.BinaryExpr:
		text, whole := literal(e.X)
		if !whole {
			return text, false
		}
		rest, all := literal(e.Y)
		return text + rest, all
	}
	return "", false
}

// wordings reads a language's files: the text of each key, or of its plural.
func wordings(t *testing.T, lang string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("assets", "words", lang, "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no wordings in %s: %v", lang, err)
	}
	all := map[string]string{}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]any
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		for key, text := range texts {
			switch text := text.(type) {
			case string:
				all[key] = text
			case map[string]any:
				all[key], _ = text["other"].(string)
			}
			if all[key] == "" {
				t.Errorf("%s: %s says nothing", p, key)
			}
		}
	}
	return all
}

var verb = regexp.MustCompile(`%[-+# 0-9.]*(\[\d+\])?[a-zA-Z]`)

// verbs counts the values that a wording takes.
func verbs(text string) int {
	return len(verb.FindAllString(strings.ReplaceAll(text, "%%", ""), -1))
}

func sources(t *testing.T) []source {
	t.Helper()
	return parse(t, token.NewFileSet())
}

// parse reads every Go file of the house.
func parse(t *testing.T, files *token.FileSet) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if p != "." && (strings.HasPrefix(name, ".") || slices.Contains([]string{"testdata", "bin", "out"}, name)) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		file, err := parser.ParseFile(files, p, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		slashed := filepath.ToSlash(p)
		all = append(all, source{slashed, path.Dir(slashed), strings.HasSuffix(name, "_test.go"), file})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestTheIconOfAPackage holds what packs the program to a file that is there.
func TestTheIconOfAPackage(t *testing.T) {
	plan, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(plan), "Icon = \"")
	name, _, _ := strings.Cut(rest, "\"")
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	if size, err := png.DecodeConfig(f); err != nil || size.Width != 512 || size.Height != 512 {
		t.Errorf("%s is %v, %v", name, size, err)
	}
}
