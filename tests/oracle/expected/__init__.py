"""What the morning list must say, by the definitions and from what was typed alone.

Left open by the definitions, and so left out of every comparison:

- a limit while the worker is away (the absence still runs), and the state of somebody never supervised who is away;
- where a worker stands in the lists before the first day and after the last one;
- lines for what is only coming (a worry of low severity, a talk not yet late on its file, a conference ahead);
- the first line of a worker or child who came by a file, while opening dates are asked for in one line for all;
- when a visit is due to a child whose status, or whose last visit, is not known;
- a planned session of which nothing was said, once a later one was held;
- whether a child counts as discussed in a session when the words about the child are withdrawn and the session stands;
- a cancelled session while another was held since and before its day, on no plan that was its new date;
- the first day of an absence, and covers that contradict each other;
- the words of a line, and how many points a factor gives: the score must be the sum that is shown.
"""
