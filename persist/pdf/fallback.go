package pdf

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// maxSearches ends the search through the system's fonts for letters that, by
// all signs, are nowhere: each one reads the character map of every file.
const maxSearches = 64

// A fallback finds fonts for what Noto Sans lacks, among files given in order
// of preference.
type fallback struct {
	files    func() []string
	list     []string
	listed   bool
	rejected map[string]bool
	searches int
}

// find returns a font that draws the letter, or nil.
func (f *fallback) find(letter []rune) *source {
	if f.searches >= maxSearches || f.files == nil {
		return nil
	}
	f.searches++
	if !f.listed {
		f.list, f.listed, f.rejected = f.files(), true, map[string]bool{}
	}
	for _, path := range f.list {
		if f.rejected[path] || !covers(path, letter[0]) {
			continue
		}
		found, err := open(path, letter)
		if err != nil {
			f.rejected[path] = true
		}
		if found != nil {
			f.searches = 0
			return found
		}
	}
	return nil
}

// open reads a font, and of several in one file the one that suits the letter. It
// is nil where none draws it.
func open(path string, letter []rune) (*source, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	faces, err := font.ParseTTC(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var found *source
	for _, face := range faces {
		s := newSource(path, face)
		simplified := strings.HasSuffix(face.Describe().Family, " SC")
		if s.has(letter) && (found == nil || simplified && unicode.Is(unicode.Han, letter[0])) {
			found = s
		}
	}
	return found, nil
}

// covers reads no more of the file than its character map, and whether the maker
// lets it be embedded.
func covers(path string, r rune) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close() //nolint:errcheck // it was only read
	loaders, err := ot.NewLoaders(file)
	if err != nil || len(loaders) == 0 {
		return false
	}
	l := loaders[0]
	const restricted, kind = 2, 8 // the licence that forbids it, and where it stands
	if os2, err := l.RawTable(ot.MustNewTag("OS/2")); err == nil && len(os2) > kind+1 && os2[kind+1]&0xF == restricted {
		return false
	}
	raw, err := l.RawTable(ot.MustNewTag("cmap"))
	if err != nil {
		return false
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return false
	}
	cmap, _, err := font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		return false
	}
	_, has := cmap.Lookup(r)
	return has
}

// systemFonts lists the system's font files, plain upright ones first.
func systemFonts() []string {
	var files []string
	for _, dir := range fontFolders() {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && slices.Contains([]string{".ttf", ".otf", ".ttc"}, strings.ToLower(filepath.Ext(path))) {
				files = append(files, path)
			}
			return nil // a folder that cannot be read has no fonts for us
		})
	}
	slices.SortFunc(files, func(a, b string) int {
		return cmp.Or(cmp.Compare(fancy(a), fancy(b)), cmp.Compare(a, b))
	})
	return files
}

func fontFolders() []string {
	home, _ := os.UserHomeDir()
	return []string{
		"/usr/share/fonts", "/usr/local/share/fonts",
		filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts"),
		"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts"),
		filepath.Join(cmp.Or(os.Getenv("WINDIR"), `C:\Windows`), "Fonts"),
		filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts"),
	}
}

// fancy counts what makes a font less fit to stand among Noto Sans.
func fancy(path string) int {
	name, n := strings.ToLower(filepath.Base(path)), 0
	for _, word := range []string{"bold", "italic", "oblique", "light", "thin", "black", "mono",
		"serif", "condensed", "math", "narrow"} {
		if strings.Contains(name, word) {
			n += 2
		}
	}
	for _, word := range []string{"sans", "noto"} {
		if !strings.Contains(name, word) {
			n++
		}
	}
	return n
}
