package desk

import (
	"strconv"

	"sochibo/app"
	"sochibo/assets"
)

// badgeRule says after how many years of membership a Party badge is awarded and on which days (01-HD/TW; data).
type badgeRule struct {
	Years  []int    `json:"years"`
	Awards []string `json:"awards"` // "02-03" is 3 February
}

func loadBadgeRule() (badgeRule, error) {
	var rule badgeRule
	return rule, decodeAsset(assets.Badges, &rule)
}

// nextAward returns the first award day not before a day.
func (r badgeRule) nextAward(day app.Date) app.Date {
	for year := day.Year(); year <= day.Year()+1; year++ {
		for _, award := range r.Awards {
			if on := app.Date(strconv.Itoa(year) + "-" + award); on >= day {
				return on
			}
		}
	}
	return day
}

// previousAward returns the last award day before a day.
func (r badgeRule) previousAward(day app.Date) app.Date {
	var last app.Date
	for year := day.Year() - 1; year <= day.Year(); year++ {
		for _, award := range r.Awards {
			if on := app.Date(strconv.Itoa(year) + "-" + award); on < day {
				last = on
			}
		}
	}
	return last
}
