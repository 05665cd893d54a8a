package report

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"racedesk/model"
)

// A Block is a paragraph, or an item of a list.
type Block struct {
	Depth  int    // of the list it stands in; 0 outside any, Deepest at most
	Marker string // "•" or "3.", where an item begins
	Spans  []Span
}

// A Span is a part of a block that is set in one way. A \n in it begins a new line.
type Span struct {
	Text string
	Bold bool
	URL  string // leads to a page on the web; none where empty
}

// Deepest is how deep lists are shown in lists.
const Deepest = 4

// reader knows as much of Markdown as a report shows: paragraphs, lists, bold and
// links. All else, such as HTML, is text, or what homely makes of it.
var reader = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewListParser(), 1), util.Prioritized(parser.NewListItemParser(), 2),
		util.Prioritized(parser.NewParagraphParser(), 3)),
	parser.WithInlineParsers(util.Prioritized(parser.NewLinkParser(), 1), util.Prioritized(parser.NewAutoLinkParser(), 2),
		util.Prioritized(parser.NewEmphasisParser(), 3)))

// Parse reads a text as people type it.
func Parse(prose string) []Block {
	prose = simple(plainer(shallow(homely(model.CleanText(prose)))))
	var p prosody
	p.source = []byte(prose)
	_ = ast.Walk(reader.Parse(text.NewReader(p.source)), p.visit) // visit returns no error
	return p.blocks
}

// prosody gathers the blocks of a text.
type prosody struct {
	source []byte
	blocks []Block
	marker string // of the item whose first block comes next
	depth  int
	bold   int
	links  []string
}

func (p *prosody) visit(n ast.Node, enter bool) (ast.WalkStatus, error) {
	switch n := n.(type) {
	case *ast.List:
		p.depth += sign(enter)
	case *ast.ListItem:
		if p.marker = ""; enter {
			p.marker = marker(n)
		}
	case *ast.Paragraph, *ast.TextBlock:
		if enter {
			p.blocks = append(p.blocks, Block{Depth: min(p.depth, Deepest), Marker: p.marker})
			p.marker = ""
		}
	case *ast.Emphasis:
		p.bold += sign(enter)
	case *ast.Link:
		p.link(string(n.Destination), enter)
	case *ast.AutoLink:
		if p.link(string(n.URL(p.source)), enter); enter {
			p.add(string(n.Label(p.source)))
		}
	case *ast.Text:
		if enter {
			p.add(unescaped(n.Value(p.source)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				p.add("\n")
			}
		}
	}
	return ast.WalkContinue, nil
}

func sign(enter bool) int {
	if enter {
		return 1
	}
	return -1
}

// marker is what stands before an item.
func marker(item *ast.ListItem) string {
	list, ok := item.Parent().(*ast.List)
	if !ok || !list.IsOrdered() {
		return "•"
	}
	at := list.Start
	for before := item.PreviousSibling(); before != nil; before = before.PreviousSibling() {
		at++
	}
	return strconv.Itoa(at) + "."
}

func (p *prosody) link(address string, enter bool) {
	if !enter {
		p.links = p.links[:len(p.links)-1]
		return
	}
	p.links = append(p.links, address)
}

// add puts text at the end of the last block, in the way of the moment.
func (p *prosody) add(text string) {
	if len(p.blocks) == 0 || text == "" {
		return
	}
	s := Span{Text: text, Bold: p.bold > 0}
	if len(p.links) > 0 {
		s.URL = webPage(p.links[len(p.links)-1])
	}
	b := &p.blocks[len(p.blocks)-1]
	if last := len(b.Spans) - 1; last >= 0 && b.Spans[last].Bold == s.Bold && b.Spans[last].URL == s.URL {
		b.Spans[last].Text += text
		return
	}
	b.Spans = append(b.Spans, s)
}

// unescaped takes away the backslash before a sign that would mean something.
func unescaped(text []byte) string { return string(util.UnescapePunctuations(text)) }

// webPage returns an address in plain ASCII where it leads to a page, else "".
func webPage(address string) string {
	whole, ok := model.WebAddress(address)
	if !ok {
		return ""
	}
	u, err := url.Parse(whole)
	if err != nil {
		return ""
	}
	u.User = nil
	return u.String()
}

// brackets finds what a bracket may begin: a sign that means nothing, a whole link, or
// a bracket alone.
var brackets = regexp.MustCompile(`\\[\s\S]|\[[^\[\]]*\]\((?:[^()\s]|\([^()\s]*\))*\)|\[`)

// simple leaves to the parser only brackets that make a link: to look for the end of
// every other one would take it long.
func simple(prose string) string {
	return brackets.ReplaceAllStringFunc(prose, func(found string) string {
		if found == "[" {
			return `\[`
		}
		return found
	})
}

// mostSigns is how many signs a paragraph may have that mean bold or a link.
const mostSigns = 1000

// plainer takes their meaning from the signs of a paragraph that has more of them than
// anybody writes: to pair them would take long.
func plainer(prose string) string {
	paragraphs := strings.Split(prose, "\n\n")
	for i, p := range paragraphs {
		if strings.Count(p, "*")+strings.Count(p, "_")+strings.Count(p, "](") > mostSigns {
			paragraphs[i] = strings.NewReplacer("*", `\*`, "_", `\_`, "](", `]\(`).Replace(p)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// shallow takes away what makes lists deeper than anything shows, so that no text
// costs more than its length.
func shallow(prose string) string {
	const columns, markers = 4 * (Deepest + 2), 2 * Deepest
	lines := strings.Split(prose, "\n")
	for i, line := range lines {
		rest := strings.TrimLeft(line, " \t")
		if in := len(line) - len(rest); in > columns {
			line = line[:columns] + rest
			lines[i] = line
		}
		if heads := strings.Fields(rest); len(heads) > markers && listed(heads[:markers]) {
			lines[i] = `\` + rest
		}
	}
	return strings.Join(lines, "\n")
}

// listed says whether all words are such as begin an item of a list.
func listed(words []string) bool {
	for _, w := range words {
		if w != "-" && w != "*" && w != "+" && strings.Trim(w, "0123456789") != "." && strings.Trim(w, "0123456789") != ")" {
			return false
		}
	}
	return true
}
