package app

import (
	"slices"
	"strings"
)

// Source is a value that the book computes for score sheets. Its definition in words stands in each framework that uses it.
type Source struct {
	ID       string
	Share    bool // a share of a whole, in percent; else a number
	PerCheck bool // one value for each criterion with a monthly check
}

// knownSources are the names that frameworks and this program share; a framework that uses another one cannot be scored.
var knownSources = []Source{
	{ID: "meeting.minutes"},
	{ID: "meeting.attendance_percent", Share: true},
	{ID: "meeting.unexcused_count"},
	{ID: "meeting.max_excused_run"},
	{ID: "meeting.papers_days_before"},
	{ID: "meeting.final_papers_days_after"},
	{ID: "meeting.speakers_percent", Share: true},
	{ID: "meeting.ideology_minutes"},
	{ID: "meeting.quality_score"},
	{ID: "resolution.tasks_done_percent", Share: true},
	{ID: "month.regular_meetings_count"},
	{ID: "handbook.percent_at_threshold", Share: true},
	{ID: "dues.paid_percent", Share: true},
	{ID: "discipline.events_count"},
	{ID: "discipline.leadership_count"},
	{ID: "initiatives.count"},
	{ID: "commendations.count"},
	{ID: "admissions.count"},
	{ID: "handbook.below_count"},
	{ID: "thematic.quarter_count"},
	{ID: "ratings.best_percent", Share: true},
	{ID: "ratings.two_best_percent", Share: true},
	{ID: "ratings.lowest_count"},
	{ID: "period.thematic_percent", Share: true},
	{ID: "check.months_met_percent", Share: true, PerCheck: true},
	{ID: "period.tasks_done_percent", Share: true},
	{ID: "period.tasks_on_time_percent", Share: true},
	{ID: "period.tasks_exceeded_percent", Share: true},
	{ID: "period.meetings_good_percent", Share: true},
	{ID: "period.dues_paid_percent", Share: true},
	{ID: "period.handbook_percent", Share: true},
	{ID: "member.tasks_done_percent", Share: true},
	{ID: "member.tasks_on_time_percent", Share: true},
	{ID: "member.tasks_exceeded_percent", Share: true},
	{ID: "member.attendance_percent", Share: true},
	{ID: "member.handbook_months_percent", Share: true},
	{ID: "member.dues_paid_percent", Share: true},
	{ID: "faults.fixed_percent", Share: true},
	{ID: "unit.tasks_done_percent", Share: true},
	{ID: "unit.tasks_on_time_percent", Share: true},
	{ID: "unit.tasks_exceeded_percent", Share: true},
}

// Facts that rule computed settings; they are no sources of criteria.
const (
	FactCellMembers         = "cell_members"          // members on the cell's list that day
	FactSameSittingThematic = "same_sitting_thematic" // 1 if a thematic part was held in the same sitting
)

// Sources lists the values that the book computes for score sheets.
func Sources() []Source { return slices.Clone(knownSources) }

func sourceByID(id string) (Source, bool) {
	for _, s := range knownSources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

// shareOf splits "part.general.percent" into ("part", "general"); false for other names.
func shareOf(source string) (kind, id string, ok bool) {
	parts := strings.Split(source, ".")
	if len(parts) != 3 || parts[2] != "percent" || (parts[0] != "part" && parts[0] != "group") {
		return "", "", false
	}
	return parts[0], parts[1], true
}
