"""Values into words and typed words into values. Pure: the standard library only, and `today` is an argument."""
