package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// maker is the program, as the file names it.
const maker = "RaceDesk"

// An imprint is what the file says of itself.
type imprint struct {
	title, author string
	langs         []string // that it is written in, its own first
	at            time.Time
	mixed         bool               // pages of other files are in it
	progress      func(done, of int) // hears of every sheet; may be nil
}

// info is the document information; xmp says the same.
func (im imprint) info() []byte {
	author := ""
	if im.author != "" {
		author = "/Author " + hexText(im.author)
	}
	return fmt.Appendf(nil, "<</Title %s %s /Creator (%s) /Producer (%s) /CreationDate (D:%sZ)>>\n",
		hexText(im.title), author, maker, maker, im.at.UTC().Format("20060102150405"))
}

// xmp is the file's metadata, with the claim of PDF/A-2u unless pages of other files
// are in it.
func (im imprint) xmp() []byte {
	creator := ""
	if im.author != "" {
		creator = "<dc:creator><rdf:Seq><rdf:li>" + escaped(im.author) + "</rdf:li></rdf:Seq></dc:creator>"
	}
	langs := ""
	for _, lang := range im.langs {
		langs += "<rdf:li>" + lang + "</rdf:li>"
	}
	claim := "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n"
	if im.mixed {
		claim = ""
	}
	return fmt.Appendf(nil, `<?xpacket begin="`+"\uFEFF"+`" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
%s<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
%s<dc:language><rdf:Bag>%s</rdf:Bag></dc:language>
<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>
<xmp:CreateDate>%s</xmp:CreateDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`, claim, escaped(im.title), creator, langs, maker, maker, im.at.UTC().Format(time.RFC3339))
}

func escaped(text string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(text)) // a buffer takes everything
	return out.String()
}

// plain is a text that says what is seen: without what steers its neighbours, and
// of a length that a list of bookmarks can show.
func plain(title string) string {
	rs := []rune(strings.ToValidUTF8(title, string(missing)))
	if len(rs) > 200 {
		rs = append(rs[:199:199], '…')
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == zwj || r == zwnj:
			return r // they change how the letters look
		case invisible(r) && !unicode.Is(unicode.Variation_Selector, r) && r < 0x1F000, r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, string(rs))
}
