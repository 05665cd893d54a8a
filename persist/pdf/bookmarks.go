package pdf

import (
	"bytes"
	"fmt"
	"regexp"
)

// A bookmark is one in the file: its title, and how deep it lies beneath others.
type bookmark struct {
	title string
	depth int
}

var destination = regexp.MustCompile(`/Dest \[[^\]]*\]`)

// bookmarks writes the bookmarks anew, each beneath the last one before it that lies less
// deep: the library garbles titles beyond the first plane, and knows no depths. Those that
// have others beneath them are closed.
func (a *archive) bookmarks(marks []bookmark) {
	var at []int // the numbers of their objects
	for i, o := range a.objects {
		if bytes.HasPrefix(o, []byte("<<\n  /Parent")) && bytes.Contains(o, []byte("/Title <FEFF")) && len(at) < len(marks) {
			at = append(at, i+1)
		}
	}
	if len(at) == 0 {
		return
	}
	under := beneath(marks[:len(at)])
	for parent, all := range under {
		above := outlineRoot
		if parent != root {
			above = at[parent]
		}
		for n, i := range all {
			own := fmt.Appendf(nil, "<<\n/Parent %d 0 R\n%s\n/Title %s\n", above, destination.Find(a.objects[at[i]-1]), hexText(marks[i].title))
			if n > 0 {
				own = fmt.Appendf(own, "/Prev %d 0 R\n", at[all[n-1]])
			}
			if n+1 < len(all) {
				own = fmt.Appendf(own, "/Next %d 0 R\n", at[all[n+1]])
			}
			if deeper := under[i]; len(deeper) > 0 {
				own = fmt.Appendf(own, "/First %d 0 R\n/Last %d 0 R\n/Count -%d\n", at[deeper[0]], at[deeper[len(deeper)-1]], len(deeper))
			}
			a.objects[at[i]-1] = append(own, ">>\n"...)
		}
	}
	top := under[root]
	a.objects[outlineRoot-1] = fmt.Appendf(nil, "<<\n/Type /Outlines\n/Count %d\n/First %d 0 R\n/Last %d 0 R\n>>\n",
		len(top), at[top[0]], at[top[len(top)-1]])
}

// root stands for what all bookmarks lie beneath.
const root = -1

// beneath lists the places of the bookmarks that lie directly beneath each one, and
// beneath the root.
func beneath(marks []bookmark) map[int][]int {
	out := map[int][]int{}
	way := []int{root}
	for i, m := range marks {
		for len(way) > 1 && marks[way[len(way)-1]].depth >= m.depth {
			way = way[:len(way)-1]
		}
		above := way[len(way)-1]
		out[above] = append(out[above], i)
		way = append(way, i)
	}
	return out
}
