package board

import (
	"racedesk/model"
	"racedesk/ui/kit"
)

// The measures of a card.
const (
	cardEdge  float32 = 6
	cardPad   float32 = 16
	cardMark  float32 = 12
	titleTop  float32 = 36
	voteRow   float32 = 36 // a row with the votes at its right
	voteWide  float32 = 28
	voteRound float32 = 36
	roomy     float32 = 300 // so wide, titles take two lines

	productGap = kit.Unit / 2 // between a product's title and the two lines beneath it
)

// cellHeight is how high the cards of a stage are that are so wide.
func cellHeight(stage model.Stage, width float32) float32 {
	return bareHeight(stage) + float32(titleLines(stage, width))*kit.LineHeight(kit.SizeTitle)
}

// bareHeight is how high a card is without its title. The foot of a problem stands beside its
// votes, that of a product, too, under what it carries; a project has a line of its own for it.
func bareHeight(stage model.Stage) float32 {
	height := titleTop + voteRow + kit.Unit/2
	switch stage {
	case model.Product:
		height += kit.Unit/2 + productGap
	case model.Project:
		height += kit.LineHeight(kit.SizeNote) + kit.Unit/2
	}
	return height
}

// titleLines is how many lines the title of a card may take that is so wide. Products
// have names, and a project's title has room enough on a wide card.
func titleLines(stage model.Stage, width float32) int {
	if stage == model.Product || stage == model.Project && width >= roomy {
		return 2
	}
	return 3
}
