CREATE TABLE "team" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "team_name_key" ON "team" ("name_key");

CREATE TABLE "worker" (
    "id" INTEGER NOT NULL PRIMARY KEY
);

CREATE TABLE "child" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "reference" TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX "child_reference" ON "child" ("reference");

CREATE TABLE "snapshot" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "format" TEXT COLLATE "C" NOT NULL,
    "file_name" TEXT COLLATE "C" NOT NULL,
    "sha256" TEXT COLLATE "C" NOT NULL,
    "as_at" TEXT COLLATE "C" NOT NULL CHECK (as_at IS NULL OR (length(as_at) = 10 AND as_at LIKE '____-__-__' AND substr(as_at, 1, 4) BETWEEN '1900' AND '2999' AND substr(as_at, 6, 2) BETWEEN '01' AND '12' AND substr(as_at, 9, 2) BETWEEN '01' AND '31')),
    "lists" TEXT COLLATE "C" NOT NULL,
    "teams" TEXT COLLATE "C" NOT NULL,
    "counts" TEXT COLLATE "C" NOT NULL,
    "refused" TEXT COLLATE "C" NOT NULL,
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "recorded_by" TEXT COLLATE "C" NOT NULL
);
CREATE INDEX "snapshot_sha256" ON "snapshot" ("sha256");

CREATE TABLE "snapshot_team" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "snapshot_id" INTEGER NOT NULL,
    "team_id" INTEGER NOT NULL,
    "as_at" TEXT COLLATE "C" NOT NULL CHECK (as_at IS NULL OR (length(as_at) = 10 AND as_at LIKE '____-__-__' AND substr(as_at, 1, 4) BETWEEN '1900' AND '2999' AND substr(as_at, 6, 2) BETWEEN '01' AND '12' AND substr(as_at, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "snapshot_team_snapshot_id" ON "snapshot_team" ("snapshot_id");
CREATE INDEX "snapshot_team_team_id" ON "snapshot_team" ("team_id");
CREATE INDEX "snapshot_team_team_id_as_at" ON "snapshot_team" ("team_id", "as_at");

CREATE TABLE "entry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT COLLATE "C" NOT NULL,
    "child_id" INTEGER,
    "worker_id" INTEGER,
    "happened_on" TEXT COLLATE "C" CHECK (happened_on IS NULL OR (length(happened_on) = 10 AND happened_on LIKE '____-__-__' AND substr(happened_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(happened_on, 6, 2) BETWEEN '01' AND '12' AND substr(happened_on, 9, 2) BETWEEN '01' AND '31')),
    "happened_at" TEXT COLLATE "C" CHECK (happened_at IS NULL OR (length(happened_at) = 5 AND happened_at BETWEEN '00:00' AND '23:59')),
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "recorded_by" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL CHECK (source IN ('manager', 'import', 'opening')),
    "snapshot_id" INTEGER,
    "sensitive" BOOLEAN NOT NULL,
    "corrects_id" INTEGER,
    FOREIGN KEY ("child_id") REFERENCES "child" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("snapshot_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("corrects_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "entry_child_id" ON "entry" ("child_id");
CREATE INDEX "entry_worker_id" ON "entry" ("worker_id");
CREATE INDEX "entry_corrects_id" ON "entry" ("corrects_id");
CREATE INDEX "entry_child_id_kind" ON "entry" ("child_id", "kind", "happened_on");
CREATE INDEX "entry_worker_id_kind" ON "entry" ("worker_id", "kind");
CREATE INDEX "entry_kind_happened_on" ON "entry" ("kind", "happened_on");

CREATE TABLE "audit_pick" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "auditor" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '____-__-__' AND substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN '01' AND '12' AND substr(due_on, 9, 2) BETWEEN '01' AND '31')),
    "seed" INTEGER,
    "stratum" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "audit" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "auditor" TEXT COLLATE "C" NOT NULL,
    "must_change" TEXT COLLATE "C",
    "pick_id" INTEGER,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("pick_id") REFERENCES "audit_pick" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "audit_pick_id" ON "audit" ("pick_id");

CREATE TABLE "audit_answer" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "audit_id" INTEGER NOT NULL,
    "question" TEXT COLLATE "C" NOT NULL,
    "says" TEXT COLLATE "C" NOT NULL CHECK (says IN ('yes', 'partly', 'no')),
    "words" TEXT COLLATE "C",
    FOREIGN KEY ("audit_id") REFERENCES "audit" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "audit_answer_audit_id" ON "audit_answer" ("audit_id");
CREATE UNIQUE INDEX "audit_answer_audit_id_question" ON "audit_answer" ("audit_id", "question");

CREATE TABLE "session_plan" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "session_kind" TEXT COLLATE "C" NOT NULL CHECK (session_kind IN ('one_to_one', 'group', 'observation')),
    "planned_for" TEXT COLLATE "C" NOT NULL CHECK (planned_for IS NULL OR (length(planned_for) = 10 AND planned_for LIKE '____-__-__' AND substr(planned_for, 1, 4) BETWEEN '1900' AND '2999' AND substr(planned_for, 6, 2) BETWEEN '01' AND '12' AND substr(planned_for, 9, 2) BETWEEN '01' AND '31')),
    "minutes" INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440),
    "supervisor" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "session_held" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "plan_id" INTEGER,
    "session_kind" TEXT COLLATE "C" NOT NULL CHECK (session_kind IN ('one_to_one', 'group', 'observation')),
    "minutes" INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440),
    "supervisor" TEXT COLLATE "C",
    "opening" BOOLEAN NOT NULL,
    "counts" BOOLEAN,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("plan_id") REFERENCES "session_plan" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "session_held_plan_id" ON "session_held" ("plan_id");

CREATE TABLE "not_discussed" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "reason" TEXT COLLATE "C" NOT NULL,
    "session_id" INTEGER,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "not_discussed_session_id" ON "not_discussed" ("session_id");

CREATE TABLE "agenda_change" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "session_on" TEXT COLLATE "C" NOT NULL CHECK (session_on IS NULL OR (length(session_on) = 10 AND session_on LIKE '____-__-__' AND substr(session_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(session_on, 6, 2) BETWEEN '01' AND '12' AND substr(session_on, 9, 2) BETWEEN '01' AND '31')),
    "change" TEXT COLLATE "C" NOT NULL CHECK (change IN ('added', 'dropped', 'not_reached')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "session_cancelled" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "plan_id" INTEGER NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("plan_id") REFERENCES "session_plan" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "session_cancelled_plan_id" ON "session_cancelled" ("plan_id");

CREATE TABLE "discussion" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "setting" TEXT COLLATE "C" NOT NULL CHECK (setting IN ('supervision', 'group', 'same_day', 'opening')),
    "session_id" INTEGER,
    "answers_id" INTEGER,
    "asked_for" BOOLEAN NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "what_changed" TEXT COLLATE "C",
    "worries" TEXT COLLATE "C",
    "going_well" TEXT COLLATE "C",
    "analysis" TEXT COLLATE "C",
    "childs_view" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("answers_id") REFERENCES "discussion" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "discussion_session_id" ON "discussion" ("session_id");
CREATE INDEX "discussion_answers_id" ON "discussion" ("answers_id");

CREATE TABLE "filing" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "discussion_id" INTEGER NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("discussion_id") REFERENCES "discussion" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "filing_discussion_id" ON "filing" ("discussion_id");

CREATE TABLE "decision" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "because" TEXT COLLATE "C",
    "decision_kind" TEXT COLLATE "C" NOT NULL,
    "review_on" TEXT COLLATE "C" CHECK (review_on IS NULL OR (length(review_on) = 10 AND review_on LIKE '____-__-__' AND substr(review_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(review_on, 6, 2) BETWEEN '01' AND '12' AND substr(review_on, 9, 2) BETWEEN '01' AND '31')),
    "discussion_id" INTEGER,
    "childs_view" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("discussion_id") REFERENCES "discussion" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "decision_discussion_id" ON "decision" ("discussion_id");

CREATE TABLE "decision_reason" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "decision_id" INTEGER NOT NULL,
    "because" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "decision_reason_decision_id" ON "decision_reason" ("decision_id");

CREATE TABLE "decision_review" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "decision_id" INTEGER NOT NULL,
    "next_on" TEXT COLLATE "C" CHECK (next_on IS NULL OR (length(next_on) = 10 AND next_on LIKE '____-__-__' AND substr(next_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(next_on, 6, 2) BETWEEN '01' AND '12' AND substr(next_on, 9, 2) BETWEEN '01' AND '31')),
    "reason" TEXT COLLATE "C" NOT NULL,
    "changed" BOOLEAN,
    "overturned" BOOLEAN,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "decision_review_decision_id" ON "decision_review" ("decision_id");

CREATE TABLE "disagreement" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "decision_id" INTEGER NOT NULL,
    "who" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "disagreement_decision_id" ON "disagreement" ("decision_id");

CREATE TABLE "action" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "owner" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '____-__-__' AND substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN '01' AND '12' AND substr(due_on, 9, 2) BETWEEN '01' AND '31')),
    "decision_id" INTEGER,
    "owner_worker_id" INTEGER,
    "audit_id" INTEGER,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("decision_id") REFERENCES "decision" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("owner_worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("audit_id") REFERENCES "audit" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "action_decision_id" ON "action" ("decision_id");
CREATE INDEX "action_owner_worker_id" ON "action" ("owner_worker_id");
CREATE INDEX "action_audit_id" ON "action" ("audit_id");

CREATE TABLE "action_outcome" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "action_id" INTEGER NOT NULL,
    "done" BOOLEAN NOT NULL,
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("action_id") REFERENCES "action" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "action_outcome_action_id" ON "action_outcome" ("action_id");

CREATE TABLE "action_carried" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "action_id" INTEGER NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '____-__-__' AND substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN '01' AND '12' AND substr(due_on, 9, 2) BETWEEN '01' AND '31')),
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("action_id") REFERENCES "action" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "action_carried_action_id" ON "action_carried" ("action_id");

CREATE TABLE "work_handed_in" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "author" TEXT COLLATE "C" NOT NULL,
    "author_worker_id" INTEGER,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("author_worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "work_handed_in_author_worker_id" ON "work_handed_in" ("author_worker_id");

CREATE TABLE "work_handed_in_again" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "work_id" INTEGER NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("work_id") REFERENCES "work_handed_in" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "work_handed_in_again_work_id" ON "work_handed_in_again" ("work_id");

CREATE TABLE "work_answer" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "work_id" INTEGER NOT NULL,
    "approved" BOOLEAN NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "who" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("work_id") REFERENCES "work_handed_in" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "work_answer_work_id" ON "work_answer" ("work_id");

CREATE TABLE "worry" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "who" TEXT COLLATE "C",
    "if_nothing_changes" TEXT COLLATE "C",
    "severity" INTEGER CHECK (severity IS NULL OR severity BETWEEN 1 AND 5),
    "owner" TEXT COLLATE "C",
    "review_on" TEXT COLLATE "C" CHECK (review_on IS NULL OR (length(review_on) = 10 AND review_on LIKE '____-__-__' AND substr(review_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(review_on, 6, 2) BETWEEN '01' AND '12' AND substr(review_on, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "worry_review" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "worry_id" INTEGER NOT NULL,
    "next_on" TEXT COLLATE "C" NOT NULL CHECK (next_on IS NULL OR (length(next_on) = 10 AND next_on LIKE '____-__-__' AND substr(next_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(next_on, 6, 2) BETWEEN '01' AND '12' AND substr(next_on, 9, 2) BETWEEN '01' AND '31')),
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("worry_id") REFERENCES "worry" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "worry_review_worry_id" ON "worry_review" ("worry_id");

CREATE TABLE "worry_close" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "worry_id" INTEGER NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("worry_id") REFERENCES "worry" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "worry_close_worry_id" ON "worry_close" ("worry_id");

CREATE TABLE "escalation" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "sent_to" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "escalation_answer" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "escalation_id" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("escalation_id") REFERENCES "escalation" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "escalation_answer_escalation_id" ON "escalation_answer" ("escalation_id");

CREATE TABLE "consultation" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "asked_of" TEXT COLLATE "C" NOT NULL,
    "adviser" TEXT COLLATE "C" NOT NULL CHECK (adviser IN ('principal_social_worker', 'head_of_quality_assurance', 'legal', 'fellow_manager', 'senior_leader', 'other')),
    "for_information" BOOLEAN NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "consultation_answer" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "consultation_id" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "changed" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("consultation_id") REFERENCES "consultation" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "consultation_answer_consultation_id" ON "consultation_answer" ("consultation_id");

CREATE TABLE "absence" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "first_day" TEXT COLLATE "C" NOT NULL CHECK (first_day IS NULL OR (length(first_day) = 10 AND first_day LIKE '____-__-__' AND substr(first_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(first_day, 6, 2) BETWEEN '01' AND '12' AND substr(first_day, 9, 2) BETWEEN '01' AND '31')),
    "last_day" TEXT COLLATE "C" CHECK (last_day IS NULL OR (length(last_day) = 10 AND last_day LIKE '____-__-__' AND substr(last_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(last_day, 6, 2) BETWEEN '01' AND '12' AND substr(last_day, 9, 2) BETWEEN '01' AND '31')),
    "reason" TEXT COLLATE "C" NOT NULL CHECK (reason IN ('leave', 'sickness', 'training', 'other')),
    "note" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    CHECK (last_day IS NULL OR last_day >= first_day)
);

CREATE TABLE "absence_end" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "absence_id" INTEGER NOT NULL,
    "last_day" TEXT COLLATE "C" NOT NULL CHECK (last_day IS NULL OR (length(last_day) = 10 AND last_day LIKE '____-__-__' AND substr(last_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(last_day, 6, 2) BETWEEN '01' AND '12' AND substr(last_day, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("absence_id") REFERENCES "absence" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "absence_end_absence_id" ON "absence_end" ("absence_id");

CREATE TABLE "cover" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "covered_by" TEXT COLLATE "C" NOT NULL,
    "first_day" TEXT COLLATE "C" NOT NULL CHECK (first_day IS NULL OR (length(first_day) = 10 AND first_day LIKE '____-__-__' AND substr(first_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(first_day, 6, 2) BETWEEN '01' AND '12' AND substr(first_day, 9, 2) BETWEEN '01' AND '31')),
    "last_day" TEXT COLLATE "C" CHECK (last_day IS NULL OR (length(last_day) = 10 AND last_day LIKE '____-__-__' AND substr(last_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(last_day, 6, 2) BETWEEN '01' AND '12' AND substr(last_day, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    CHECK (last_day IS NULL OR last_day >= first_day)
);

CREATE TABLE "own_note" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "about_child_id" INTEGER,
    "about_worker_id" INTEGER,
    "text" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("about_child_id") REFERENCES "child" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("about_worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "own_note_about_child_id" ON "own_note" ("about_child_id");
CREATE INDEX "own_note_about_worker_id" ON "own_note" ("about_worker_id");

CREATE TABLE "personal_record" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "personal_kind" TEXT COLLATE "C" NOT NULL CHECK (personal_kind IN ('reflection', 'wellbeing', 'learning', 'goal', 'performance', 'agreement', 'observation', 'feedback', 'record', 'appraisal', 'probation')),
    "text" TEXT COLLATE "C" NOT NULL,
    "support_offered" TEXT COLLATE "C",
    "next_step" TEXT COLLATE "C",
    "follows_id" INTEGER,
    "signed_by_worker" TEXT COLLATE "C" CHECK (signed_by_worker IS NULL OR (length(signed_by_worker) = 10 AND signed_by_worker LIKE '____-__-__' AND substr(signed_by_worker, 1, 4) BETWEEN '1900' AND '2999' AND substr(signed_by_worker, 6, 2) BETWEEN '01' AND '12' AND substr(signed_by_worker, 9, 2) BETWEEN '01' AND '31')),
    "signed_by_manager" TEXT COLLATE "C" CHECK (signed_by_manager IS NULL OR (length(signed_by_manager) = 10 AND signed_by_manager LIKE '____-__-__' AND substr(signed_by_manager, 1, 4) BETWEEN '1900' AND '2999' AND substr(signed_by_manager, 6, 2) BETWEEN '01' AND '12' AND substr(signed_by_manager, 9, 2) BETWEEN '01' AND '31')),
    "renew_on" TEXT COLLATE "C" CHECK (renew_on IS NULL OR (length(renew_on) = 10 AND renew_on LIKE '____-__-__' AND substr(renew_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(renew_on, 6, 2) BETWEEN '01' AND '12' AND substr(renew_on, 9, 2) BETWEEN '01' AND '31')),
    "look_again_on" TEXT COLLATE "C" CHECK (look_again_on IS NULL OR (length(look_again_on) = 10 AND look_again_on LIKE '____-__-__' AND substr(look_again_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(look_again_on, 6, 2) BETWEEN '01' AND '12' AND substr(look_again_on, 9, 2) BETWEEN '01' AND '31')),
    "changed" BOOLEAN,
    "session_id" INTEGER,
    "step" TEXT COLLATE "C" CHECK (step IN ('sent', 'agreed', 'otherwise')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("follows_id") REFERENCES "personal_record" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "personal_record_follows_id" ON "personal_record" ("follows_id");
CREATE INDEX "personal_record_session_id" ON "personal_record" ("session_id");

CREATE TABLE "booking" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "booking_kind" TEXT COLLATE "C" NOT NULL CHECK (booking_kind IN ('visit', 'meeting', 'court', 'other')),
    "text" TEXT COLLATE "C",
    "minutes" INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440),
    "place" TEXT COLLATE "C",
    "who" TEXT COLLATE "C",
    "going_id" INTEGER,
    "brings" TEXT COLLATE "C" CHECK (brings IN ('visit_interval', 'strategy_discussion', 'conference', 'core_group', 'review_conference', 'looked_after_review', 'next_review', 'pre_proceedings', 'family_group_offer', 'proceedings_issued', 'missing_from', 'returned', 'interview_offered')),
    "outside_id" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("going_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "booking_going_id" ON "booking" ("going_id");
CREATE INDEX "booking_outside_id" ON "booking" ("outside_id");

CREATE TABLE "booking_given" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "booking_id" INTEGER NOT NULL,
    "who" TEXT COLLATE "C" NOT NULL,
    "going_id" INTEGER,
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("booking_id") REFERENCES "booking" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("going_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "booking_given_booking_id" ON "booking_given" ("booking_id");
CREATE INDEX "booking_given_going_id" ON "booking_given" ("going_id");

CREATE TABLE "booking_end" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "booking_id" INTEGER NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL CHECK (outcome IN ('took_place', 'called_off')),
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("booking_id") REFERENCES "booking" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "booking_end_booking_id" ON "booking_end" ("booking_id");

CREATE TABLE "not_seen" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "why" TEXT COLLATE "C" NOT NULL CHECK (why IN ('not_at_home', 'refused', 'child_away', 'worker_away', 'called_off', 'other')),
    "text" TEXT COLLATE "C",
    "who" TEXT COLLATE "C",
    "booking_id" INTEGER,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("booking_id") REFERENCES "booking" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "not_seen_booking_id" ON "not_seen" ("booking_id");

CREATE TABLE "duty_turn" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "first_day" TEXT COLLATE "C" NOT NULL CHECK (first_day IS NULL OR (length(first_day) = 10 AND first_day LIKE '____-__-__' AND substr(first_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(first_day, 6, 2) BETWEEN '01' AND '12' AND substr(first_day, 9, 2) BETWEEN '01' AND '31')),
    "last_day" TEXT COLLATE "C" NOT NULL CHECK (last_day IS NULL OR (length(last_day) = 10 AND last_day LIKE '____-__-__' AND substr(last_day, 1, 4) BETWEEN '1900' AND '2999' AND substr(last_day, 6, 2) BETWEEN '01' AND '12' AND substr(last_day, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    CHECK (last_day >= first_day)
);

CREATE TABLE "work_due" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "due_on" TEXT COLLATE "C" NOT NULL CHECK (due_on IS NULL OR (length(due_on) = 10 AND due_on LIKE '____-__-__' AND substr(due_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(due_on, 6, 2) BETWEEN '01' AND '12' AND substr(due_on, 9, 2) BETWEEN '01' AND '31')),
    "who" TEXT COLLATE "C" NOT NULL,
    "owner_worker_id" INTEGER,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("owner_worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "work_due_owner_worker_id" ON "work_due" ("owner_worker_id");

CREATE TABLE "work_due_end" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "due_id" INTEGER NOT NULL,
    "handed_in_id" INTEGER,
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("due_id") REFERENCES "work_due" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("handed_in_id") REFERENCES "work_handed_in" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "work_due_end_due_id" ON "work_due_end" ("due_id");
CREATE INDEX "work_due_end_handed_in_id" ON "work_due_end" ("handed_in_id");

CREATE TABLE "referral" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "from_whom" TEXT COLLATE "C" NOT NULL,
    "urgency" TEXT COLLATE "C" NOT NULL CHECK (urgency IN ('same_day', 'soon', 'not_urgent')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "referral_decision" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "referral_id" INTEGER NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL CHECK (outcome IN ('assessment', 'strategy_discussion', 'early_help', 'advice', 'no_further_action', 'other')),
    "reason" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("referral_id") REFERENCES "referral" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "referral_decision_referral_id" ON "referral_decision" ("referral_id");

CREATE TABLE "waiting_look" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "who" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "hand_over_plan" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "going_to_id" INTEGER,
    "bucket" TEXT COLLATE "C" CHECK (bucket IN ('unallocated', 'duty', 'held_by_manager')),
    "with_actions" BOOLEAN NOT NULL,
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("going_to_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    CHECK ((going_to_id IS NULL) <> (bucket IS NULL))
);
CREATE INDEX "hand_over_plan_going_to_id" ON "hand_over_plan" ("going_to_id");

CREATE TABLE "hand_over_plan_end" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "plan_id" INTEGER NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL CHECK (outcome IN ('took_place', 'called_off')),
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("plan_id") REFERENCES "hand_over_plan" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "hand_over_plan_end_plan_id" ON "hand_over_plan_end" ("plan_id");

CREATE TABLE "incident" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "incident_told" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "incident_id" INTEGER NOT NULL,
    "who" TEXT COLLATE "C" NOT NULL,
    "said" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "incident_told_incident_id" ON "incident_told" ("incident_id");

CREATE TABLE "incident_step" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "incident_id" INTEGER NOT NULL,
    "step" TEXT COLLATE "C" NOT NULL CHECK (step IN ('notified', 'not_notifiable', 'reviewed', 'no_review', 'closed')),
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "incident_step_incident_id" ON "incident_step" ("incident_id");

CREATE TABLE "worker_date" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "what" TEXT COLLATE "C" NOT NULL CHECK (what IN ('registration', 'car_insurance', 'contract_end')),
    "day" TEXT COLLATE "C" CHECK (day IS NULL OR (length(day) = 10 AND day LIKE '____-__-__' AND substr(day, 1, 4) BETWEEN '1900' AND '2999' AND substr(day, 6, 2) BETWEEN '01' AND '12' AND substr(day, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "worker_details" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "staff_id" TEXT COLLATE "C",
    "team_id" INTEGER,
    "role" TEXT COLLATE "C",
    "fte" REAL CHECK (fte IS NULL OR (fte >= 0 AND fte <= 2)),
    "newly_qualified_from" TEXT COLLATE "C" CHECK (newly_qualified_from IS NULL OR (length(newly_qualified_from) = 10 AND newly_qualified_from LIKE '____-__-__' AND substr(newly_qualified_from, 1, 4) BETWEEN '1900' AND '2999' AND substr(newly_qualified_from, 6, 2) BETWEEN '01' AND '12' AND substr(newly_qualified_from, 9, 2) BETWEEN '01' AND '31')),
    "agency" BOOLEAN,
    "starts" TEXT COLLATE "C" CHECK (starts IS NULL OR (length(starts) = 10 AND starts LIKE '____-__-__' AND substr(starts, 1, 4) BETWEEN '1900' AND '2999' AND substr(starts, 6, 2) BETWEEN '01' AND '12' AND substr(starts, 9, 2) BETWEEN '01' AND '31')),
    "leaves" TEXT COLLATE "C" CHECK (leaves IS NULL OR (length(leaves) = 10 AND leaves LIKE '____-__-__' AND substr(leaves, 1, 4) BETWEEN '1900' AND '2999' AND substr(leaves, 6, 2) BETWEEN '01' AND '12' AND substr(leaves, 9, 2) BETWEEN '01' AND '31')),
    "supervisor" TEXT COLLATE "C",
    "second_supervisor" TEXT COLLATE "C",
    "own_limit" TEXT COLLATE "C",
    "own_until" TEXT COLLATE "C" CHECK (own_until IS NULL OR (length(own_until) = 10 AND own_until LIKE '____-__-__' AND substr(own_until, 1, 4) BETWEEN '1900' AND '2999' AND substr(own_until, 6, 2) BETWEEN '01' AND '12' AND substr(own_until, 9, 2) BETWEEN '01' AND '31')),
    "seen_by" TEXT COLLATE "C" CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND substr(seen_by, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "worker_details_name_key" ON "worker_details" ("name_key");
CREATE INDEX "worker_details_staff_id" ON "worker_details" ("staff_id");
CREATE INDEX "worker_details_team_id" ON "worker_details" ("team_id");

CREATE TABLE "worker_alias" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "name_key" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "worker_alias_name_key" ON "worker_alias" ("name_key");

CREATE TABLE "child_details" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT COLLATE "C",
    "date_of_birth" TEXT COLLATE "C" CHECK (date_of_birth IS NULL OR (length(date_of_birth) = 10 AND date_of_birth LIKE '____-__-__' AND substr(date_of_birth, 1, 4) BETWEEN '1900' AND '2999' AND substr(date_of_birth, 6, 2) BETWEEN '01' AND '12' AND substr(date_of_birth, 9, 2) BETWEEN '01' AND '31')),
    "family" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "child_alias" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "reference" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "child_alias_reference" ON "child_alias" ("reference");

CREATE TABLE "allocation" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "allocated_worker_id" INTEGER,
    "team_id" INTEGER,
    "bucket" TEXT COLLATE "C" CHECK (bucket IN ('unallocated', 'duty', 'held_by_manager')),
    "role" TEXT COLLATE "C" NOT NULL CHECK (role IN ('lead', 'co_worker', 'personal_adviser')),
    "starts" TEXT COLLATE "C" CHECK (starts IS NULL OR (length(starts) = 10 AND starts LIKE '____-__-__' AND substr(starts, 1, 4) BETWEEN '1900' AND '2999' AND substr(starts, 6, 2) BETWEEN '01' AND '12' AND substr(starts, 9, 2) BETWEEN '01' AND '31')),
    "seen_by" TEXT COLLATE "C" CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND substr(seen_by, 9, 2) BETWEEN '01' AND '31')),
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("allocated_worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    CHECK (allocated_worker_id IS NULL OR bucket IS NULL)
);
CREATE INDEX "allocation_allocated_worker_id" ON "allocation" ("allocated_worker_id");
CREATE INDEX "allocation_team_id" ON "allocation" ("team_id");

CREATE TABLE "allocation_end" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "allocation_id" INTEGER NOT NULL,
    "ends" TEXT COLLATE "C" CHECK (ends IS NULL OR (length(ends) = 10 AND ends LIKE '____-__-__' AND substr(ends, 1, 4) BETWEEN '1900' AND '2999' AND substr(ends, 6, 2) BETWEEN '01' AND '12' AND substr(ends, 9, 2) BETWEEN '01' AND '31')),
    "seen_by" TEXT COLLATE "C" CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND substr(seen_by, 9, 2) BETWEEN '01' AND '31')),
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("allocation_id") REFERENCES "allocation" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "allocation_end_allocation_id" ON "allocation_end" ("allocation_id");

CREATE TABLE "status_episode" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "status" TEXT COLLATE "C" NOT NULL CHECK (status IN ('looked_after', 'protection_plan', 'in_need', 'assessment', 'care_leaver')),
    "starts" TEXT COLLATE "C" CHECK (starts IS NULL OR (length(starts) = 10 AND starts LIKE '____-__-__' AND substr(starts, 1, 4) BETWEEN '1900' AND '2999' AND substr(starts, 6, 2) BETWEEN '01' AND '12' AND substr(starts, 9, 2) BETWEEN '01' AND '31')),
    "seen_by" TEXT COLLATE "C" CHECK (seen_by IS NULL OR (length(seen_by) = 10 AND seen_by LIKE '____-__-__' AND substr(seen_by, 1, 4) BETWEEN '1900' AND '2999' AND substr(seen_by, 6, 2) BETWEEN '01' AND '12' AND substr(seen_by, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "status_end" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "episode_id" INTEGER NOT NULL,
    "ends" TEXT COLLATE "C" CHECK (ends IS NULL OR (length(ends) = 10 AND ends LIKE '____-__-__' AND substr(ends, 1, 4) BETWEEN '1900' AND '2999' AND substr(ends, 6, 2) BETWEEN '01' AND '12' AND substr(ends, 9, 2) BETWEEN '01' AND '31')),
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("episode_id") REFERENCES "status_episode" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "status_end_episode_id" ON "status_end" ("episode_id");

CREATE TABLE "risk_rating" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "rating" TEXT COLLATE "C" NOT NULL CHECK (rating IN ('low', 'medium', 'high', 'very_high')),
    "reason" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "child_date" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "what" TEXT COLLATE "C" NOT NULL CHECK (what IN ('visit_interval', 'strategy_discussion', 'conference', 'core_group', 'review_conference', 'looked_after_review', 'next_review', 'pre_proceedings', 'family_group_offer', 'proceedings_issued', 'missing_from', 'returned', 'interview_offered', 'interview_held', 'interview_declined', 'section_47_ended', 'plan_ended', 'pre_proceedings_ended', 'proceedings_ended')),
    "day" TEXT COLLATE "C" CHECK (day IS NULL OR (length(day) = 10 AND day LIKE '____-__-__' AND substr(day, 1, 4) BETWEEN '1900' AND '2999' AND substr(day, 6, 2) BETWEEN '01' AND '12' AND substr(day, 9, 2) BETWEEN '01' AND '31')),
    "days" INTEGER CHECK (days IS NULL OR days BETWEEN 1 AND 400),
    "reason" TEXT COLLATE "C",
    "who" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    CHECK ((day IS NULL) <> (days IS NULL))
);

CREATE TABLE "seen" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "alone" BOOLEAN,
    "place" TEXT COLLATE "C" CHECK (place IN ('home', 'placement', 'school', 'office', 'elsewhere')),
    "booking_id" INTEGER,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("booking_id") REFERENCES "booking" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "seen_booking_id" ON "seen" ("booking_id");

CREATE TABLE "extract_row" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "open" BOOLEAN NOT NULL,
    "last_seen" TEXT COLLATE "C" CHECK (last_seen IS NULL OR (length(last_seen) = 10 AND last_seen LIKE '____-__-__' AND substr(last_seen, 1, 4) BETWEEN '1900' AND '2999' AND substr(last_seen, 6, 2) BETWEEN '01' AND '12' AND substr(last_seen, 9, 2) BETWEEN '01' AND '31')),
    "last_seen_source" TEXT COLLATE "C",
    "content" TEXT COLLATE "C" NOT NULL,
    "digest" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "not_covered" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "list_name" TEXT COLLATE "C" NOT NULL,
    "held_on" TEXT COLLATE "C" NOT NULL CHECK (held_on IS NULL OR (length(held_on) = 10 AND held_on LIKE '____-__-__' AND substr(held_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(held_on, 6, 2) BETWEEN '01' AND '12' AND substr(held_on, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "missing" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "note" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "legal_hold" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "reason" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "legal_hold_end" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "hold_id" INTEGER NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("hold_id") REFERENCES "legal_hold" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "legal_hold_end_hold_id" ON "legal_hold_end" ("hold_id");

CREATE TABLE "policy_version" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "withdrawal" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "withdrawn_id" INTEGER NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("withdrawn_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "withdrawal_withdrawn_id" ON "withdrawal" ("withdrawn_id");

CREATE TABLE "mark" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "marked_id" INTEGER NOT NULL,
    "mark" TEXT COLLATE "C" NOT NULL CHECK (mark IN ('sensitive', 'significant')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("marked_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "mark_marked_id" ON "mark" ("marked_id");

CREATE TABLE "import_undone" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "undone_id" INTEGER NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("undone_id") REFERENCES "snapshot" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "import_undone_undone_id" ON "import_undone" ("undone_id");

CREATE TABLE "list_answer" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "about" TEXT COLLATE "C" NOT NULL CHECK (about IN ('status', 'one_person')),
    "said" TEXT COLLATE "C" NOT NULL,
    "means" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "team_posts" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "team_id" INTEGER NOT NULL,
    "fte" REAL NOT NULL CHECK (fte >= 0 AND fte <= 500),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "team_posts_team_id" ON "team_posts" ("team_id");

CREATE TABLE "programme" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT COLLATE "C" NOT NULL,
    "ends_on" TEXT COLLATE "C" CHECK (ends_on IS NULL OR (length(ends_on) = 10 AND ends_on LIKE '____-__-__' AND substr(ends_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(ends_on, 6, 2) BETWEEN '01' AND '12' AND substr(ends_on, 9, 2) BETWEEN '01' AND '31')),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "programme_end" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "programme_id" INTEGER NOT NULL,
    "completed" BOOLEAN NOT NULL,
    "reason" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("programme_id") REFERENCES "programme" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "programme_end_programme_id" ON "programme_end" ("programme_id");

CREATE TABLE "session_child" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "session_id" INTEGER NOT NULL,
    "child_id" INTEGER NOT NULL,
    FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("child_id") REFERENCES "child" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "session_child_session_id" ON "session_child" ("session_id");
CREATE INDEX "session_child_child_id" ON "session_child" ("child_id");
CREATE UNIQUE INDEX "session_child_session_id_child_id" ON "session_child" ("session_id", "child_id");

CREATE TABLE "session_worker" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "session_id" INTEGER NOT NULL,
    "worker_id" INTEGER NOT NULL,
    FOREIGN KEY ("session_id") REFERENCES "session_held" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE,
    FOREIGN KEY ("worker_id") REFERENCES "worker" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "session_worker_session_id" ON "session_worker" ("session_id");
CREATE INDEX "session_worker_worker_id" ON "session_worker" ("worker_id");
CREATE UNIQUE INDEX "session_worker_session_id_worker_id" ON "session_worker" ("session_id", "worker_id");

CREATE TABLE "scale_reading" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "entry_id" INTEGER NOT NULL,
    "who" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL CHECK (number BETWEEN 0 AND 10),
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "scale_reading_entry_id" ON "scale_reading" ("entry_id");

CREATE TABLE "journal" (
    "seq" INTEGER NOT NULL PRIMARY KEY,
    "at" TEXT COLLATE "C" NOT NULL,
    "who" TEXT COLLATE "C" NOT NULL,
    "what" TEXT COLLATE "C" NOT NULL,
    "entry_id" INTEGER,
    "digest" TEXT COLLATE "C" NOT NULL,
    "previous" TEXT COLLATE "C" NOT NULL,
    "hash" TEXT COLLATE "C" NOT NULL
);
CREATE INDEX "journal_entry_id" ON "journal" ("entry_id");
CREATE UNIQUE INDEX "journal_hash" ON "journal" ("hash");
CREATE INDEX "journal_erased" ON "journal" ("seq") WHERE "what" = 'erased';

CREATE TABLE "erasure" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT COLLATE "C" NOT NULL CHECK (kind IN ('child', 'supervision', 'own_file', 'own_notes', 'drafts')),
    "entries" INTEGER NOT NULL,
    "counts" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "erased_on" TEXT COLLATE "C" NOT NULL CHECK (erased_on IS NULL OR (length(erased_on) = 10 AND erased_on LIKE '____-__-__' AND substr(erased_on, 1, 4) BETWEEN '1900' AND '2999' AND substr(erased_on, 6, 2) BETWEEN '01' AND '12' AND substr(erased_on, 9, 2) BETWEEN '01' AND '31')),
    "backups_until" TEXT COLLATE "C" NOT NULL CHECK (backups_until IS NULL OR (length(backups_until) = 10 AND backups_until LIKE '____-__-__' AND substr(backups_until, 1, 4) BETWEEN '1900' AND '2999' AND substr(backups_until, 6, 2) BETWEEN '01' AND '12' AND substr(backups_until, 9, 2) BETWEEN '01' AND '31')),
    "recorded_at" TEXT COLLATE "C" NOT NULL,
    "recorded_by" TEXT COLLATE "C" NOT NULL
);

CREATE TABLE "journal_content" (
    "seq" INTEGER NOT NULL PRIMARY KEY,
    "salt" TEXT COLLATE "C" NOT NULL,
    "before" TEXT COLLATE "C",
    "after" TEXT COLLATE "C",
    FOREIGN KEY ("seq") REFERENCES "journal" ("seq") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);

CREATE TABLE "worker_now" (
    "worker_id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT COLLATE "C" NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "staff_id" TEXT COLLATE "C",
    "team_id" INTEGER,
    "role" TEXT COLLATE "C",
    "fte" REAL,
    "newly_qualified_from" TEXT COLLATE "C",
    "agency" BOOLEAN,
    "starts" TEXT COLLATE "C",
    "leaves" TEXT COLLATE "C",
    "supervisor" TEXT COLLATE "C",
    "second_supervisor" TEXT COLLATE "C",
    "own_limit" TEXT COLLATE "C",
    "own_until" TEXT COLLATE "C",
    "earlier_rules" TEXT COLLATE "C",
    "seen_by" TEXT COLLATE "C",
    "last_held" TEXT COLLATE "C",
    "last_held_is_opening" BOOLEAN NOT NULL,
    "last_held_by" TEXT COLLATE "C",
    "next_planned" TEXT COLLATE "C",
    "last_held_cut_short" BOOLEAN NOT NULL,
    "cut_short_on" TEXT COLLATE "C",
    FOREIGN KEY ("worker_id") REFERENCES "worker" ("id") DEFERRABLE,
    FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE
);
CREATE INDEX "worker_now_name_key" ON "worker_now" ("name_key");
CREATE INDEX "worker_now_staff_id" ON "worker_now" ("staff_id");
CREATE INDEX "worker_now_team_id" ON "worker_now" ("team_id");

CREATE TABLE "child_now" (
    "child_id" INTEGER NOT NULL PRIMARY KEY,
    "reference" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C",
    "date_of_birth" TEXT COLLATE "C",
    "family" TEXT COLLATE "C",
    "open" BOOLEAN NOT NULL,
    "shown" BOOLEAN NOT NULL,
    "closed_on" TEXT COLLATE "C",
    "team_id" INTEGER,
    "worker_id" INTEGER,
    "bucket" TEXT COLLATE "C",
    "status" TEXT COLLATE "C",
    "status_since" TEXT COLLATE "C",
    "risk" TEXT COLLATE "C",
    "risk_since" TEXT COLLATE "C",
    "allocated_since" TEXT COLLATE "C",
    "seen_by" TEXT COLLATE "C",
    "came_from_another_worker" BOOLEAN NOT NULL,
    "here_since" TEXT COLLATE "C",
    "came_on_a_list" BOOLEAN NOT NULL,
    "last_seen" TEXT COLLATE "C",
    "last_seen_source" TEXT COLLATE "C",
    "last_discussed" TEXT COLLATE "C",
    "last_discussed_setting" TEXT COLLATE "C",
    "missing_since" TEXT COLLATE "C",
    "listed_on" TEXT COLLATE "C",
    "extract_digest" TEXT COLLATE "C",
    "no_worker_since" TEXT COLLATE "C",
    FOREIGN KEY ("child_id") REFERENCES "child" ("id") DEFERRABLE,
    FOREIGN KEY ("team_id") REFERENCES "team" ("id") DEFERRABLE,
    FOREIGN KEY ("worker_id") REFERENCES "worker" ("id") DEFERRABLE
);
CREATE INDEX "child_now_reference" ON "child_now" ("reference");
CREATE INDEX "child_now_open_team" ON "child_now" ("team_id", "open");
CREATE INDEX "child_now_open_worker" ON "child_now" ("worker_id", "open");
CREATE INDEX "child_now_shown_team" ON "child_now" ("team_id", "shown");
CREATE INDEX "child_now_shown_worker" ON "child_now" ("worker_id", "shown");

CREATE TABLE "open_item" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT COLLATE "C" NOT NULL CHECK (kind IN ('worry', 'action', 'decision_without_because', 'decision_review', 'discussion_not_on_file', 'discussion_open', 'escalation', 'session_planned', 'session_not_rebooked', 'session_cut_short', 'sign_off', 'work_returned', 'own_file', 'import_conflict', 'consultation', 'booking', 'work_due', 'referral', 'handover_planned', 'audit', 'incident', 'worker_date')),
    "child_id" INTEGER,
    "worker_id" INTEGER,
    "text" TEXT COLLATE "C" NOT NULL,
    "since" TEXT COLLATE "C",
    "due_on" TEXT COLLATE "C",
    "at" TEXT COLLATE "C",
    "who" TEXT COLLATE "C",
    "severity" INTEGER,
    "carried_over" INTEGER NOT NULL,
    "session_kind" TEXT COLLATE "C",
    "sensitive" BOOLEAN NOT NULL,
    "owner_id" INTEGER,
    "owner_name" TEXT COLLATE "C",
    "which" TEXT COLLATE "C" CHECK (which IN ('visit', 'meeting', 'court', 'other', 'same_day', 'soon', 'not_urgent', 'notify_and_review', 'notify', 'review', 'close', 'registration', 'car_insurance', 'contract_end', 'own_date', 'audit')),
    "minutes" INTEGER,
    "place" TEXT COLLATE "C",
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") DEFERRABLE,
    FOREIGN KEY ("child_id") REFERENCES "child" ("id") DEFERRABLE,
    FOREIGN KEY ("worker_id") REFERENCES "worker" ("id") DEFERRABLE,
    FOREIGN KEY ("owner_id") REFERENCES "worker" ("id") DEFERRABLE
);
CREATE INDEX "open_item_child_id" ON "open_item" ("child_id");
CREATE INDEX "open_item_worker_id" ON "open_item" ("worker_id");
CREATE INDEX "open_item_owner_id" ON "open_item" ("owner_id");

CREATE TABLE "unwritten" (
    "listing_id" INTEGER NOT NULL PRIMARY KEY,
    "session_id" INTEGER NOT NULL,
    "child_id" INTEGER NOT NULL,
    "worker_id" INTEGER NOT NULL,
    "held_on" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("listing_id") REFERENCES "session_child" ("id") DEFERRABLE,
    FOREIGN KEY ("session_id") REFERENCES "entry" ("id") DEFERRABLE,
    FOREIGN KEY ("child_id") REFERENCES "child" ("id") DEFERRABLE,
    FOREIGN KEY ("worker_id") REFERENCES "worker" ("id") DEFERRABLE
);
CREATE INDEX "unwritten_child_id" ON "unwritten" ("child_id");
CREATE INDEX "unwritten_worker_id" ON "unwritten" ("worker_id");

CREATE TABLE "team_month" (
    "team_id" INTEGER NOT NULL,
    "last_day" TEXT COLLATE "C" NOT NULL,
    "figures" TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY ("last_day", "team_id"),
    FOREIGN KEY ("team_id") REFERENCES "team" ("id") DEFERRABLE
);

CREATE TABLE "said" (
    "entry_id" INTEGER NOT NULL PRIMARY KEY,
    "child_id" INTEGER,
    "worker_id" INTEGER,
    "day" TEXT COLLATE "C" NOT NULL,
    "stands" BOOLEAN NOT NULL,
    "words" TEXT COLLATE "C" NOT NULL,
    FOREIGN KEY ("entry_id") REFERENCES "entry" ("id") DEFERRABLE,
    FOREIGN KEY ("child_id") REFERENCES "child" ("id") DEFERRABLE,
    FOREIGN KEY ("worker_id") REFERENCES "worker" ("id") DEFERRABLE
);
CREATE INDEX "said_child_id" ON "said" ("child_id");
CREATE INDEX "said_worker_id" ON "said" ("worker_id");

CREATE TABLE "draft" (
    "login" TEXT COLLATE "C" NOT NULL DEFAULT session_user,
    "form" TEXT COLLATE "C" NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,
    "saved_at" TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY ("login", "form")
);

CREATE TABLE "seen_mark" (
    "login" TEXT COLLATE "C" NOT NULL DEFAULT session_user,
    "who" TEXT COLLATE "C" NOT NULL,
    "journal_seq" INTEGER NOT NULL,
    PRIMARY KEY ("login", "who")
);

CREATE TABLE "setting" (
    "login" TEXT COLLATE "C" NOT NULL DEFAULT session_user,
    "key" TEXT COLLATE "C" NOT NULL,
    "content" TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY ("login", "key")
);

-- CASE and not COALESCE: only of what it knows to leak nothing does a server ask before its policies, by an index.
CREATE VIEW entry_in_force WITH (security_invoker = true) AS SELECT e.id, e.kind, e.child_id, e.worker_id, e.happened_on, e.happened_at, e.recorded_at, e.recorded_by, e.source, e.snapshot_id, e.sensitive, e.corrects_id, CASE WHEN e.corrects_id IS NULL THEN e.id ELSE e.corrects_id END AS root_id FROM entry e WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.withdrawn_id IN (e.id, e.corrects_id) AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.withdrawn_id = w.entry_id AND NOT EXISTS (SELECT 1 FROM withdrawal u WHERE u.withdrawn_id = v.entry_id))) AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects_id = CASE WHEN e.corrects_id IS NULL THEN e.id ELSE e.corrects_id END AND c.id > e.id AND NOT EXISTS (SELECT 1 FROM withdrawal y WHERE y.withdrawn_id = c.id AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.withdrawn_id = y.entry_id AND NOT EXISTS (SELECT 1 FROM withdrawal u WHERE u.withdrawn_id = v.entry_id))));

-- The highest number that a row of a table was ever given; kept by a trigger, in the transaction of the row.
CREATE TABLE "number_given" (
    "name" TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    "number" BIGINT NOT NULL
);

-- The step of the schema at which the store stands; one row.
CREATE TABLE "schema_step" (
    "number" INTEGER NOT NULL PRIMARY KEY
);
