"""Where a child was seen, and why a child was not."""

from __future__ import annotations

from typing import Literal

SeenPlace = Literal["home", "placement", "school", "office", "elsewhere"]
# Nobody in, refused, away, seen at school only: the reasons that members ask for beside a red figure of visits
# (Wokingham, mgAi 14642); the others are local.
NotSeenWhy = Literal["not_at_home", "refused", "child_away", "worker_away", "called_off", "other"]
