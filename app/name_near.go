package app

// nearDistance is how many letters two names may differ in, without regard to accents, to be asked about: a slip or two of the keyboard.
const nearDistance = 2

// NearName reports whether two different names are near enough that they may mean one person: the same but for accents, or with at most two
// letters wrong, missing or swapped. It is a reason to ask, never to decide.
func NearName(a, b string) bool {
	x, y := []rune(Fold(a)), []rune(Fold(b))
	if len(x) < 4 || len(y) < 4 || len(x)-len(y) > nearDistance || len(y)-len(x) > nearDistance {
		return false
	}
	return letterDistance(x, y, nearDistance) <= nearDistance
}

// NearNumber reports whether two different numbers may mean one card: one digit wrong, missing or too many, or two neighbours swapped.
func NearNumber(a, b string) bool {
	x, y := []rune(numberKey(a)), []rune(numberKey(b))
	if len(x) < 6 || len(y) < 6 {
		return false
	}
	return letterDistance(x, y, 1) <= 1
}

// letterDistance counts the letters that must be changed, taken out, put in or swapped with their neighbour to make one text of the other; it
// gives up with most+1 where it is more than most.
func letterDistance(x, y []rune, most int) int {
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := row[0]
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
