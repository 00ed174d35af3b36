package assets

import (
	"embed"
	"encoding/json"
)

//go:embed templates
var templates embed.FS

// AgendaItem is one line of an agenda template. {tháng} and {tháng trước} in Title stand for the meeting's month and the one before.
type AgendaItem struct {
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	Minutes int    `json:"minutes"`
}

// AgendaTemplate returns the agenda that a meeting of a kind ("regular", "thematic") begins with.
func AgendaTemplate(kind string) ([]AgendaItem, error) {
	data, err := templates.ReadFile("templates/agenda-" + kind + ".json")
	if err != nil {
		return nil, err
	}
	var items []AgendaItem
	return items, json.Unmarshal(data, &items)
}
