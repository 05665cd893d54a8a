package pdf

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/image/font/sfnt"
)

// maxSearches ends the search through the system's fonts for letters that, by
// all signs, are nowhere: each one reads the character map of every file.
const maxSearches = 64

// A fallback finds fonts for what Noto Sans lacks, among files given in order
// of preference.
type fallback struct {
	files    func() []string
	usable   func(data []byte, r rune) bool // whether the painter can take the font
	list     []string
	listed   bool
	rejected map[string]bool
	searches int
}

// find returns a face that has the letter, or nil.
func (f *fallback) find(r rune) *face {
	if f.searches >= maxSearches || f.files == nil {
		return nil
	}
	f.searches++
	if !f.listed {
		f.list, f.listed, f.rejected = f.files(), true, map[string]bool{}
	}
	for _, path := range f.list {
		if f.rejected[path] || !covers(path, r) {
			continue
		}
		if made := f.load(path, r); made != nil {
			f.searches = 0
			return made
		}
		f.rejected[path] = true
	}
	return nil
}

func (f *fallback) load(path string, r rune) *face {
	data, err := os.ReadFile(path)
	if err != nil || !outlined(data) || !f.usable(data, r) {
		return nil
	}
	made, err := newFace(path, data)
	if err != nil {
		return nil
	}
	return made
}

// covers reads no more of the file than its character map.
func covers(path string, r rune) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close() //nolint:errcheck // it was only read
	font, err := sfnt.ParseReaderAt(file)
	if err != nil {
		return false
	}
	var buf sfnt.Buffer
	g, err := font.GlyphIndex(&buf, r)
	return err == nil && g != 0
}

// outlined says whether the font has TrueType outlines: those are the only ones
// that can be embedded.
func outlined(data []byte) bool {
	head := data[:min(len(data), 12+16*64)]
	return len(head) > 12 && bytes.Contains(head, []byte("glyf")) && bytes.Contains(head, []byte("loca"))
}

// systemFonts lists the system's TrueType files, plain upright ones first.
func systemFonts() []string {
	var files []string
	for _, dir := range fontFolders() {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && strings.EqualFold(filepath.Ext(path), ".ttf") {
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
	if !strings.Contains(name, "sans") {
		n++
	}
	return n
}
