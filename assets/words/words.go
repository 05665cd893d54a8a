// Package words says everything the program says to people, in Swedish and in
// English: on the screen, in the report and on the command line. It is for
// looking up a wording by its key. What to say when is decided elsewhere.
package words

import (
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

//go:embed sv/*.json en/*.json
var files embed.FS

// Languages lists the languages there are, Swedish first.
var Languages = []string{"sv", "en"}

// names says what each language calls itself.
var names = map[string]string{"sv": "Svenska", "en": "English"}

// Words is one language's wordings.
type Words struct {
	Lang    string // "sv" or "en"
	printer *message.Printer
	keys    map[string]bool
}

// all is made once, each when it is first asked for: a command speaks one language. The
// files are part of the program, so a mistake in them is a mistake in the program and
// stops it at once.
var all = func() map[string]func() *Words {
	made := map[string]func() *Words{}
	for _, lang := range Languages {
		made[lang] = sync.OnceValue(func() *Words { return load(lang) })
	}
	return made
}()

// For returns the wordings of the language that best fits a locale such as
// "sv_SE.UTF-8" or "en-GB": Swedish for Swedish, English for all others.
func For(locale string) *Words {
	locale, _, _ = strings.Cut(strings.ReplaceAll(locale, "_", "-"), ".")
	if tag, err := language.Parse(locale); err == nil {
		base, _ := tag.Base()
		if w, ok := all[base.String()]; ok {
			return w()
		}
	}
	return all["en"]()
}

// T returns the wording of key with args put in its %-verbs. Numbers are written
// as the language writes them. An unknown key is returned as it is.
func (w *Words) T(key string, args ...any) string {
	if !w.keys[key] {
		return key
	}
	return w.printer.Sprintf(message.Key(key, key), args...)
}

// Has says whether there is a wording for key.
func (w *Words) Has(key string) bool { return w.keys[key] }

// Keys lists the keys in order.
func (w *Words) Keys() []string { return slices.Sorted(maps.Keys(w.keys)) }

// Name says what a language calls itself.
func Name(lang string) string { return names[lang] }

// Number writes a whole number with the language's grouping.
func (w *Words) Number(n int) string { return w.printer.Sprintf("%d", n) }

// ordinals name the plural forms that the Unicode CLDR gives ordinal numbers.
var ordinals = map[plural.Form]string{plural.One: "one", plural.Two: "two", plural.Few: "few"}

// Ordinal writes a place, from 1 on: 1:a, 2:a and 3:e, or 1st, 2nd and 3rd.
func (w *Words) Ordinal(n int) string {
	form := ordinals[plural.Ordinal.MatchPlural(language.MustParse(w.Lang), n, 0, 0, 0, 0)]
	return w.T("ordinal."+cmp.Or(form, "other"), n)
}

// Time writes a time of day in 24 hours.
func (w *Words) Time(t time.Time) string {
	if w.Lang == "sv" {
		return t.Format("15.04")
	}
	return t.Format("15:04")
}

// Date writes a day with the month in letters.
func (w *Words) Date(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), w.T(fmt.Sprintf("month.%d", t.Month())), t.Year())
}

// Day writes a day of this year with its weekday: fredag 27 november.
func (w *Words) Day(t time.Time) string {
	return w.T("weekday.day", w.T(fmt.Sprintf("weekday.%d", t.Weekday())), t.Day(), w.T(fmt.Sprintf("month.%d", t.Month())))
}

// Missing says how many edits a backup lacks; below zero nobody knows.
func (w *Words) Missing(edits int64) string {
	switch {
	case edits < 0:
		return w.T("backup.unknown")
	case edits == 0:
		return w.T("backup.whole")
	}
	return w.T("backup.missing", int(edits))
}

// Span writes a length of time as hours, minutes and seconds: 47:59:03, with a
// + before it where it is a second or more below zero.
func Span(d time.Duration) string {
	sign, s := "", int64(d/time.Second)
	if s < 0 {
		sign, s = "+", -s
	}
	return fmt.Sprintf("%s%02d:%02d:%02d", sign, s/3600, s/60%60, s%60)
}

// Brief writes a length of time, rounded to seconds, by its units: 2 h 5 min.
func Brief(d time.Duration) string {
	s := int64(d.Round(time.Second) / time.Second)
	var parts []string
	for _, u := range []struct {
		n    int64
		unit string
	}{{s / 3600, "h"}, {s / 60 % 60, "min"}, {s % 60, "s"}} {
		if u.n > 0 || u.unit == "s" && len(parts) == 0 {
			parts = append(parts, fmt.Sprintf("%d\u00a0%s", u.n, u.unit))
		}
	}
	return strings.Join(parts, " ")
}

// Shown is a time left as it is shown: in whole seconds, a started one counting as one
// that is left.
func Shown(left time.Duration) time.Duration {
	if left > 0 {
		left += time.Second - 1
	}
	return left.Truncate(time.Second)
}

// Minutes writes a short time left as minutes and seconds, as it is Shown: 6:05, with a +
// before it where it is over.
func Minutes(left time.Duration) string {
	sign, s := "", int64(Shown(left)/time.Second)
	if s < 0 {
		sign, s = "+", -s
	}
	return fmt.Sprintf("%s%d:%02d", sign, s/60, s%60)
}

// load reads a language's files. A value is a wording, or an object with "one"
// and "other" chosen by the first argument.
func load(lang string) *Words {
	tag := language.MustParse(lang)
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	w := &Words{Lang: lang, keys: map[string]bool{}}
	entries, err := files.ReadDir(lang)
	must(err)
	for _, entry := range entries {
		data, err := files.ReadFile(lang + "/" + entry.Name())
		must(err)
		var texts map[string]any
		must(json.Unmarshal(data, &texts))
		for key, text := range texts {
			if w.keys[key] {
				panic("words: " + key + " stands twice in " + lang)
			}
			w.keys[key] = true
			must(set(b, tag, key, text))
		}
	}
	w.printer = message.NewPrinter(tag, message.Catalog(b))
	return w
}

func set(b *catalog.Builder, tag language.Tag, key string, text any) error {
	switch text := text.(type) {
	case string:
		return b.SetString(tag, key, text)
	case map[string]any:
		return b.Set(tag, key, plural.Selectf(1, "%d",
			plural.One, text["one"].(string), plural.Other, text["other"].(string)))
	}
	return fmt.Errorf("words: %s in %s is neither a text nor one and other", key, tag)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
