package store

import (
	"fmt"
	"time"
)

// Which backups are kept: the newest ones and all of the last days, then one a day, a week and a month, always the last of each.
const (
	keptNewest   = 10
	keptAllHours = 48
	keptDaily    = 14 // days
	keptWeekly   = 10 // weeks
	keptMonthly  = 60 // months
)

// superfluous returns those of a book's backups, oldest first, that may go. One of a later time than now stays: the clock was set back.
func superfluous(list []BackupInfo, now time.Time) []BackupInfo {
	var old []BackupInfo
	kept := make(map[string]bool) // spans of time that have their backup
	for i := len(list) - 1; i >= 0; i-- {
		at := list[i].At
		span := spanOf(at, now)
		if len(list)-i > keptNewest && now.Sub(at) > keptAllHours*time.Hour && (span == "" || kept[span]) {
			old = append(old, list[i])
		}
		kept[span] = true
	}
	return old
}

// spanOf names the day, week or month of which one backup is kept; "" if it is too long ago.
func spanOf(at, now time.Time) string {
	at = at.In(now.Location()) // days as the user counts them
	day := 24 * time.Hour
	switch age := now.Sub(at); {
	case age <= keptDaily*day:
		return at.Format("2006-01-02")
	case age <= (keptDaily+7*keptWeekly)*day:
		year, week := at.ISOWeek()
		return fmt.Sprintf("%d week %d", year, week)
	case at.After(now.AddDate(0, -keptMonthly, 0)):
		return at.Format("2006-01")
	}
	return ""
}
