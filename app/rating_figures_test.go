package app

import (
	"reflect"
	"testing"
)

func TestRatingFiguresComeFromTheNewestPeriodWithResults(t *testing.T) {
	levels := []RatingLevel{{"excellent", "Xuất sắc"}, {"good", "Tốt"}, {"completed", "Hoàn thành"}}
	rated := func(period SheetPeriod, cell string, members ...string) PeriodRatings {
		p := PeriodRatings{Round: RatingRound{Period: period}, Levels: levels, Rows: []RatedSubject{{Rating: Rating{Subject: CellSubject, Period: period, Self: RatingFigure{Level: cell}}}}}
		for _, level := range members {
			p.Rows = append(p.Rows, RatedSubject{Rating: Rating{Subject: "m", Period: period, Self: RatingFigure{Level: level}}})
		}
		return p
	}
	for name, c := range map[string]struct {
		list []PeriodRatings
		want *RatingFigures
	}{
		"none":                 {nil, nil},
		"nobody has a result":  {[]PeriodRatings{rated("2026-Q4", "", "")}, nil},
		"the one before":       {[]PeriodRatings{rated("2026-Q4", "", ""), rated("2026-Q3", "good", "good", "excellent", "good")}, &RatingFigures{"2026-Q3", "Tốt", true, []LevelCount{{"Xuất sắc", 1}, {"Tốt", 2}, {"Hoàn thành", 0}}}},
		"best counts as well":  {[]PeriodRatings{rated("2026", "excellent")}, &RatingFigures{"2026", "Xuất sắc", true, []LevelCount{{"Xuất sắc", 0}, {"Tốt", 0}, {"Hoàn thành", 0}}}},
		"completed is not yet": {[]PeriodRatings{rated("2026", "completed")}, &RatingFigures{"2026", "Hoàn thành", false, []LevelCount{{"Xuất sắc", 0}, {"Tốt", 0}, {"Hoàn thành", 0}}}},
	} {
		if got := RatingsOf(c.list); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

func TestTheSignatureOfACommitteeFollowsItsName(t *testing.T) {
	for name, want := range map[string]string{"Đảng ủy Công ty CP May": "T/M ĐẢNG ỦY", "ĐẢNG UỶ KHỐI": "T/M ĐẢNG ỦY", "Huyện ủy Mỹ Hào": "T/M HUYỆN ỦY", "Đảng bộ cơ sở X": "T/M ĐẢNG ỦY",
		"Ban Thường vụ": "T/M CẤP ỦY", "": "T/M CẤP ỦY"} {
		if got := CommitteeAuthority(name); got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
}
