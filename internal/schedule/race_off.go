//go:build !race

package schedule

func raceDisable() {}
func raceEnable()  {}
