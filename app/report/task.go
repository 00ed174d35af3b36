package report

import (
	"sort"

	"sochibo/app"
)

func sortTasks(tasks []app.Task) {
	sort.SliceStable(tasks, func(i, j int) bool {
		if tasks[i].No != tasks[j].No {
			return tasks[i].No < tasks[j].No
		}
		return tasks[i].ID < tasks[j].ID
	})
}

// assignmentTable lists tasks with who and by when; with partners in the resolution, without in the minutes.
func assignmentTable(tasks []app.Task, people roster, partners bool) Table {
	table := Table{Columns: []Column{
		{Head: "TT", Width: 9, Align: Center},
		{Head: "Nhiệm vụ", Width: 84, Align: Left},
		{Head: "Phụ trách", Width: 46, Align: Left},
		{Head: "Hạn", Width: 26, Align: Center},
	}}
	if partners {
		table.Columns = []Column{
			{Head: "TT", Width: 9, Align: Center},
			{Head: "Nhiệm vụ", Width: 58, Align: Left},
			{Head: "Phụ trách", Width: 41, Align: Left},
			{Head: "Phối hợp", Width: 32, Align: Left},
			{Head: "Hạn", Width: 25, Align: Center},
		}
	}
	for i, t := range tasks {
		texts := []string{itoa(i + 1), t.Title, people.name(t.AssigneeID), t.DueOn.String()}
		if partners {
			texts = []string{itoa(i + 1), t.Title, people.name(t.AssigneeID), t.With, t.DueOn.String()}
		}
		table.Rows = append(table.Rows, rowOf(texts...))
	}
	return table
}

// reviewTable lists the tasks of the last resolution with their state and result.
func reviewTable(tasks []reviewed, on app.Date) Table {
	table := Table{Columns: []Column{
		{Head: "TT", Width: 9, Align: Center},
		{Head: "Nhiệm vụ đề ra", Width: 66, Align: Left},
		{Head: "Tình trạng", Width: 36, Align: Left},
		{Head: "Kết quả", Width: 54, Align: Left},
	}}
	for i, t := range tasks {
		table.Rows = append(table.Rows, rowOf(itoa(i+1), t.Title, t.state(on), t.review.Result))
	}
	return table
}
