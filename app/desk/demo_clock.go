package desk

import (
	"hash/fnv"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/google/uuid"

	"sochibo/app"
)

// demoClock stands where the demo put it, so that a seed always gives the same book.
type demoClock struct {
	mu  sync.Mutex
	now time.Time
}

// Now returns where the clock stands.
func (c *demoClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// set puts the clock to a time of day in Viet Nam; it never goes back.
func (c *demoClock) set(day app.Date, hour, minute int) {
	t := day.Time()
	moment := time.Date(t.Year(), t.Month(), t.Day(), hour, minute, 0, 0, time.FixedZone("ICT", 7*60*60))
	c.mu.Lock()
	defer c.mu.Unlock()
	if moment.After(c.now) {
		c.now = moment
	}
}

// chance returns a source of chance that is the same for the same seed and purpose, whatever was drawn elsewhere.
func chance(seed uint64, purpose string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	return rand.New(rand.NewPCG(seed, h.Sum64()))
}

// demoIDs returns ids of the form of UUIDv7 that repeat for the same seed and owner.
func demoIDs(seed uint64, owner string, clock *demoClock) func() string {
	random := chance(seed, "ids "+owner)
	var mu sync.Mutex
	return func() string {
		mu.Lock()
		defer mu.Unlock()
		var id uuid.UUID
		ms := clock.Now().UnixMilli()
		for i := range 6 {
			id[i] = byte(ms >> (8 * (5 - i)))
		}
		for i := 6; i < len(id); i++ {
			id[i] = byte(random.Uint32())
		}
		id[6] = id[6]&0x0f | 0x70
		id[8] = id[8]&0x3f | 0x80
		return id.String()
	}
}

// pick returns one of a list.
func pick[T any](random *rand.Rand, list []T) T { return list[random.IntN(len(list))] }

// some returns n different ones of a list, in a shuffled order; all if there are fewer.
func some[T any](random *rand.Rand, list []T, n int) []T {
	shuffled := append([]T(nil), list...)
	random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	return shuffled[:min(n, len(shuffled))]
}
