package assets

import "embed"

//go:embed frameworks/*.json
var frameworks embed.FS

// Frameworks returns the score sheets that the program brings along as JSON, in the order of their file names.
// The error is that of the embedded file system.
func Frameworks() ([][]byte, error) {
	entries, err := frameworks.ReadDir("frameworks")
	if err != nil {
		return nil, err
	}
	files := make([][]byte, 0, len(entries))
	for _, entry := range entries {
		data, err := frameworks.ReadFile("frameworks/" + entry.Name())
		if err != nil {
			return nil, err
		}
		files = append(files, data)
	}
	return files, nil
}
