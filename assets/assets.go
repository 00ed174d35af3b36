// Package assets holds the data that is built into the programs: translations, icons, notices, fonts, frameworks.
// It imports nothing but embed, so that every room may read it.
package assets
