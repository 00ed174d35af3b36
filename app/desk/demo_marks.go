package desk

import (
	"fmt"
	"math/rand/v2"

	"sochibo/app"
)

// usually returns the best option of a criterion, now and then the second.
func usually(random *rand.Rand, id string, second int) app.Mark {
	option := 1
	if random.IntN(100) < second {
		option = 2
	}
	return app.Mark{ID: id, Option: fmt.Sprintf("%s_o%d", id, option)}
}

func ticked(id string) app.Mark {
	yes := true
	return app.Mark{ID: id, Done: &yes}
}

// marks scores a sample meeting by the sheet of 42-HD/BTCTW; what the book computes is left to it.
func (s *demoSitting) marks(thematic bool) []app.Mark {
	content := []app.Mark{usually(s.random, "m4b15", 25)}
	if thematic {
		content = []app.Mark{usually(s.random, "m4b10", 25), usually(s.random, "m4c", 20)}
	}
	marks := append(content, usually(s.random, "m3a", 15), usually(s.random, "m3b", 15), usually(s.random, "m3c", 5), usually(s.random, "m4a", 10),
		usually(s.random, "m4d", 50), usually(s.random, "m4i", 20), usually(s.random, "m4k", 35), usually(s.random, "m4l", 45),
		usually(s.random, "m5b", 40), usually(s.random, "m7a", 3), usually(s.random, "m7b", 10))
	for _, id := range []string{"m3d", "m4f", "m4h", "m4m", "m5a", "m5c", "m5d"} {
		marks = append(marks, ticked(id))
	}
	return marks
}

// inventCriteria scores a month by the sample of the frame for model cells of private enterprises; what follows from meeting and
// points is left to the book.
func inventCriteria(random *rand.Rand) []app.Mark {
	marks := []app.Mark{
		usually(random, "k1a", 10), usually(random, "k2a", 10), usually(random, "k2b", 40), usually(random, "k2c", 25), usually(random, "k3c", 20),
		usually(random, "k4a", 35), usually(random, "k5a", 20), usually(random, "k5b", 40), usually(random, "k5c", 20), usually(random, "q2b", 35),
		usually(random, "q3_tn_d", 15), usually(random, "q4_tn_b", 25), ticked("q3_tn_c"),
		{ID: "dues.paid_percent", Number: "100"},
		{ID: "q3_tn_a", Number: fmt.Sprint(96 + random.IntN(7))},
		{ID: "q3_tn_b", Number: fmt.Sprint(88 + random.IntN(12))},
	}
	return marks
}
