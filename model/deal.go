package model

import "strconv"

// vote turns the votes on cards into the dots of the rounds that they were given in.
// An outline tells how many votes a card got, not who gave them: they are dealt out
// one by one to as many voters as it takes.
func (o Outline) vote(columns []Edit) []Change {
	var changes []Change
	for i, r := range o.Rounds {
		round := Round{ID: ID("round" + strconv.Itoa(i+1)), Name: CleanLine(r.Name), Stage: r.Stage, Dots: max(1, r.Dots), Shown: true, Order: i}
		changes = append(changes, Change{After: round})
		var left []Card
		for _, column := range columns {
			for j, c := range column.Changes {
				if c := c.After.(Card); c.Stage == r.Stage && c.Votes > 0 {
					left = append(left, c)
					c.Votes = 0
					column.Changes[j].After = c
				}
			}
		}
		for voter := 1; len(left) > 0; voter++ {
			v := Ballot{Round: round.ID, Voter: ID("voter" + strconv.Itoa(voter)), Dots: map[ID]int{}}
			v.ID = v.Round + "/" + v.Voter
			left = deal(v.Dots, round.Dots, left)
			changes = append(changes, Change{After: v})
		}
	}
	return changes
}

// deal places one voter's dots on the cards that still have votes to get, each on
// the next one, and returns those that have some left after that.
func deal(dots map[ID]int, n int, left []Card) []Card {
	for ; n > 0 && len(left) > 0; n-- {
		c := left[0]
		dots[c.ID]++
		left = left[1:]
		if c.Votes--; c.Votes > 0 {
			left = append(left, c)
		}
	}
	return left
}
