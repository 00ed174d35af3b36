package store

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// Describe says in words what the tables that Export writes hold: for each what the schema's comments say of it, and its columns with type, key,
// reference and allowed values. It is Markdown.
func (tx *Tx) Describe() (string, error) {
	names, err := tx.Tables()
	if err != nil {
		return "", err
	}
	comments, err := schemaComments()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "## %s\n\n", name)
		if text := comments[name]; text != "" {
			fmt.Fprintf(&b, "%s\n\n", text)
		}
		columns, err := tx.describeColumns(name, comments)
		if err != nil {
			return "", err
		}
		b.WriteString("| Column | Type | Key | Refers to | Values |\n|---|---|---|---|---|\n" + columns + "\n")
	}
	return b.String(), nil
}

func (tx *Tx) describeColumns(table string, comments map[string]string) (string, error) {
	sql, err := queryAll(tx, scanName, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", table)
	if err != nil {
		return "", err
	}
	to, err := queryAll(tx, func(r row) ([2]string, error) {
		var pair [2]string
		return pair, r.Scan(&pair[0], &pair[1])
	}, `SELECT "from", "table" FROM pragma_foreign_key_list(?)`, table)
	if err != nil {
		return "", err
	}
	refers := map[string]string{}
	for _, pair := range to {
		refers[pair[0]] = pair[1]
	}
	lines, err := queryAll(tx, func(r row) (string, error) {
		var name, kind string
		var key int
		if err := r.Scan(&name, &kind, &key); err != nil {
			return "", err
		}
		mark := ""
		if key > 0 {
			mark = fmt.Sprint(key)
		}
		values := allowedValues(strings.Join(sql, "\n"), name)
		if note := comments[table+"."+name]; note != "" {
			values = strings.Trim(values+"; "+note, "; ")
		}
		return fmt.Sprintf("| %s | %s | %s | %s | %s |\n", name, kind, mark, refers[name], values), nil
	}, "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", table)
	return strings.Join(lines, ""), err
}

// allowedValues returns the values that a CHECK allows for a column: "cell, committee".
func allowedValues(sql, column string) string {
	found := regexp.MustCompile(`CHECK \(` + regexp.QuoteMeta(column) + ` IN \(([^)]*)\)\)`).FindStringSubmatch(sql)
	if found == nil {
		return ""
	}
	return strings.ReplaceAll(strings.ReplaceAll(found[1], "'", ""), "|", "/")
}

var (
	tableLine  = regexp.MustCompile(`^CREATE TABLE (\w+) \(`)
	columnLine = regexp.MustCompile(`^\s+(\w+) [^-]*-- (.+)$`)
	addedLine  = regexp.MustCompile(`^ALTER TABLE (\w+) ADD COLUMN (\w+) `)
)

// schemaComments reads what the migrations' comments say of tables ("member") and columns ("member.search"): the comment above a table, the one behind
// a column, and the one above columns that were added later.
func schemaComments() (map[string]string, error) {
	comments := map[string]string{}
	files, err := fs.Glob(embeddedMigrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := embeddedMigrations.ReadFile(file)
		if err != nil {
			return nil, err
		}
		gatherComments(comments, string(text))
	}
	return comments, nil
}

func gatherComments(comments map[string]string, script string) {
	above, table := "", ""
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		if text, is := strings.CutPrefix(line, "-- "); is {
			above = strings.TrimSpace(above + " " + text)
			continue
		}
		if found := tableLine.FindStringSubmatch(line); found != nil {
			table, comments[found[1]] = found[1], above
		} else if found := addedLine.FindStringSubmatch(line); found != nil {
			comments[found[1]+"."+found[2]] = above
			continue // the comment is of all columns added below it
		} else if found := columnLine.FindStringSubmatch(line); found != nil && table != "" {
			comments[table+"."+found[1]] = found[2]
		}
		above = ""
	}
}
