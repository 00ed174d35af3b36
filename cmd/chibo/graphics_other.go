//go:build !windows

package main

// graphicsReady asks nothing: other systems bring OpenGL along, by software where need be.
func graphicsReady() bool { return true }
