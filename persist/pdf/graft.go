package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"racedesk/model"
)

// A graft copies objects of a file that somebody brought into ours.
type graft struct {
	*brought
	to    *archive
	moved map[types.IndirectRef]int
	wait  []types.IndirectRef // that have a number and are not copied yet
}

// ofWhole are the keys of what belongs to a whole document, and not to what a page draws.
var ofWhole = []string{"Parent", "StructParent", "StructParents", "PieceInfo", "Metadata", "Ref", "OPI", "Length"}

// graft sets the pages of brought files onto the pages that are kept for them: each
// becomes a form that is drawn beneath what is ours.
func (a *archive) graft(brought [][]broughtPage) error {
	at := a.pages()
	if len(at) != len(brought) {
		return errObjects
	}
	open := map[*byte]*graft{}
	for i, pages := range brought {
		for _, p := range pages {
			g := open[&p.data[0]]
			if g == nil {
				b, err := bring(p.data)
				if err != nil {
					return err
				}
				g = &graft{brought: b, to: a, moved: map[types.IndirectRef]int{}}
				open[&p.data[0]] = g
			}
			if err := g.set(at[i], p); err != nil {
				return fmt.Errorf("%s, page %d: %w: %w", p.name, p.page+1, model.ErrNoPDF, err)
			}
		}
	}
	return nil
}

// pages are the places of the pages among the objects, in order.
func (a *archive) pages() []int {
	var out []int
	for i, o := range a.objects {
		if bytes.HasPrefix(o, []byte("<<\n  /Type /Page\n")) {
			out = append(out, i)
		}
	}
	return out
}

// set draws a page of the brought file on a page of ours.
func (g *graft) set(page int, p broughtPage) error {
	if p.page >= len(g.boxes) {
		return errObjects
	}
	box := g.boxes[p.page]
	form, err := g.form(box)
	if err != nil {
		return err
	}
	size := box.size()
	draws := fmt.Sprintf("q %s cm /Brought Do Q\n", numbers(p.w/size.Width, 0, 0, p.h/size.Height, p.x, paperH-p.y-p.h))
	drawn := g.to.add(stream("", []byte(draws)))
	o := g.to.objects[page]
	o = bytes.Replace(o, []byte("/Contents "), fmt.Appendf(nil, "/Contents [%d 0 R ", drawn), 1)
	o = bytes.Replace(o, []byte(" 0 R \n>>"), []byte(" 0 R]\n>>"), 1)
	own := bytes.TrimSpace(g.to.objects[resources])
	with := bytes.Replace(own, []byte("/XObject <<"), fmt.Appendf(nil, "/XObject <<\n\t\t/Brought %d 0 R", form), 1)
	o = bytes.Replace(o, fmt.Appendf(nil, "/Resources %d 0 R", resources+1), append([]byte("/Resources "), with...), 1)
	if bytes.Equal(with, own) || !bytes.Contains(o, []byte("/Brought ")) || !bytes.Contains(o, []byte(" 0 R]")) {
		return errObjects
	}
	g.to.objects[page] = o
	return nil
}

// resources is where the library keeps what its pages draw with, among the objects.
const resources = 3

// form adds a page as a form with its corner at the origin, and returns its number.
func (g *graft) form(p pageBox) (int, error) {
	content, err := g.content(p)
	if err != nil {
		return 0, err
	}
	var used types.Object = p.attrs.Resources
	if own := p.page["Resources"]; own != nil {
		used = own
	}
	dict := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [%s] /Matrix [%s] /Resources %s",
		numbers(p.seen.LL.X, p.seen.LL.Y, p.seen.UR.X, p.seen.UR.Y), numbers(p.upright()...), g.text(used))
	if group := p.page["Group"]; group != nil {
		dict += " /Group " + g.text(group)
	}
	n := g.to.add(stream(dict+" /Filter /FlateDecode", packed(content)))
	for len(g.wait) > 0 {
		ref := g.wait[0]
		g.wait = g.wait[1:]
		o, err := g.ctx.Dereference(ref)
		if err != nil {
			return 0, err
		}
		g.to.objects[g.moved[ref]-1] = g.object(o)
	}
	return n, nil
}

// object writes an object, with its stream if it has one.
func (g *graft) object(o types.Object) []byte {
	if s, is := o.(types.StreamDict); is {
		dict := g.text(s.Dict)
		return stream(dict[2:len(dict)-2], s.Raw)
	}
	return []byte(g.text(o))
}

// text writes an object; what it refers to is copied later.
func (g *graft) text(o types.Object) string {
	switch o := o.(type) {
	case nil:
		return "null"
	case types.IndirectRef:
		n, known := g.moved[o]
		if !known {
			n = g.to.add(nil)
			g.moved[o] = n
			g.wait = append(g.wait, o)
		}
		return fmt.Sprintf("%d 0 R", n)
	case types.Dict:
		var out strings.Builder
		for _, key := range slices.Sorted(maps.Keys(o)) {
			if !slices.Contains(ofWhole, key) {
				out.WriteString(types.Name(key).PDFString() + " " + g.text(o[key]) + " ")
			}
		}
		return "<<" + out.String() + ">>"
	case types.Array:
		var out strings.Builder
		for _, one := range o {
			out.WriteString(g.text(one) + " ")
		}
		return "[" + out.String() + "]"
	case types.StreamDict: // a stream is referred to, always
		return "null"
	case types.Float:
		return numbers(float64(o))
	}
	return o.PDFString()
}

// numbers writes numbers as a PDF has them, without exponents.
func numbers(all ...float64) string {
	out := make([]string, len(all))
	for i, n := range all {
		out[i] = strconv.FormatFloat(n, 'f', -1, 64)
	}
	return strings.Join(out, " ")
}

func packed(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}
