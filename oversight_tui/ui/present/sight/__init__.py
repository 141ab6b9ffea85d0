"""Line of sight as rows, plots and words: numbers in groups, many teams as a table, months, who supervises."""
