package app

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var placeStep = regexp.MustCompile(`^([a-z_]+)(?:\[([0-9]+)\])?$`)

// PlaceWords says in Vietnamese where a place of a fault is ("groups[0].criteria[2].bands[1]"): "nhóm I, tiêu chí 3 “Dự họp”, mức điểm 2". A step
// that has no words stays as it is.
func (f *Framework) PlaceWords(place string) string {
	var words []string
	var group *Group
	var criterion *Criterion
	for _, step := range strings.Split(place, ".") {
		parts := placeStep.FindStringSubmatch(step)
		if parts == nil {
			words = append(words, step)
			continue
		}
		i, err := strconv.Atoi(parts[2])
		indexed := err == nil
		switch {
		case parts[1] == "groups" && indexed && i < len(f.Groups):
			group = &f.Groups[i]
			words = append(words, fmt.Sprintf("nhóm %d “%s”", i+1, group.Name))
		case parts[1] == "criteria" && indexed && group != nil && i < len(group.Criteria):
			criterion = &group.Criteria[i]
			words = append(words, fmt.Sprintf("tiêu chí %d “%s”", i+1, criterion.Name))
		case parts[1] == "items" && indexed && criterion != nil && i < len(criterion.Items):
			words = append(words, fmt.Sprintf("mục nhỏ %d “%s”", i+1, criterion.Items[i].Name))
		case parts[1] == "levels" && indexed && i < len(f.Levels):
			words = append(words, fmt.Sprintf("mức xếp loại %d “%s”", i+1, f.Levels[i].Name))
		default:
			words = append(words, stepWords(parts[1], indexed, i))
		}
	}
	return strings.Join(words, ", ")
}

// stepWords names a step that has no name of its own.
func stepWords(name string, indexed bool, i int) string {
	known := map[string]string{"bands": "mức điểm", "options": "phương án", "caps": "giới hạn", "conditions": "điều kiện", "vetoes": "điểm liệt", "parts": "phần",
		"groups": "các nhóm", "criteria": "các tiêu chí", "items": "các mục nhỏ", "levels": "các mức xếp loại", "max_total": "tổng điểm", "source": "nguồn số liệu",
		"code": "mã khung", "name": "tên", "valid_from": "ngày bắt đầu", "valid_to": "ngày hết hiệu lực", "version": "số bản", "framework": "khung",
		"auto_sources": "nguồn số liệu", "decimals": "số chữ số thập phân", "variants": "loại hình chi bộ"}
	words, found := known[name]
	if !found {
		words = name
	}
	if indexed {
		return fmt.Sprintf("%s %d", words, i+1)
	}
	return words
}
