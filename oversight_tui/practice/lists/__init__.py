"""Every list of the program as a table for other programs: long, tidy, one thing a row, headings that stay.

`base` says what a table is, `of_board` what the board shows, `of_records` what was recorded.
"""
