"""Line of sight over teams: what the store says of a day, of its months, and of what came of it."""
