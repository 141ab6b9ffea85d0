"""What goes out of the store: each export is noted in the journal before its file is there, and says on its face its
protective marking, the day its figures are of, and who made it.
"""
