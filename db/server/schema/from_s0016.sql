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

ALTER TABLE "decision_review" ADD COLUMN "overturned" BOOLEAN;

ALTER TABLE "action" ADD COLUMN "audit_id" INTEGER REFERENCES "audit" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE;
CREATE INDEX "action_audit_id" ON "action" ("audit_id");

ALTER TABLE "seen" ADD COLUMN "place" TEXT COLLATE "C" CHECK (place IN ('home', 'placement', 'school', 'office', 'elsewhere'));
ALTER TABLE "seen" ADD COLUMN "booking_id" INTEGER REFERENCES "booking" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE;
CREATE INDEX "seen_booking_id" ON "seen" ("booking_id");

ALTER TABLE "personal_record" DROP CONSTRAINT "personal_record_personal_kind_check";
ALTER TABLE "personal_record" ADD CONSTRAINT "personal_record_personal_kind_check" CHECK (personal_kind IN ('reflection', 'wellbeing', 'learning', 'goal', 'performance', 'agreement', 'observation', 'feedback', 'record', 'appraisal', 'probation'));
ALTER TABLE "personal_record" ADD COLUMN "session_id" INTEGER REFERENCES "session_held" ("entry_id") ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE;
ALTER TABLE "personal_record" ADD COLUMN "step" TEXT COLLATE "C" CHECK (step IN ('sent', 'agreed', 'otherwise'));
CREATE INDEX "personal_record_session_id" ON "personal_record" ("session_id");

ALTER TABLE "open_item" DROP CONSTRAINT "open_item_kind_check";
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_kind_check" CHECK (kind IN ('worry', 'action', 'decision_without_because', 'decision_review', 'discussion_not_on_file', 'discussion_open', 'escalation', 'session_planned', 'session_not_rebooked', 'session_cut_short', 'sign_off', 'work_returned', 'own_file', 'import_conflict', 'consultation', 'booking', 'work_due', 'referral', 'handover_planned', 'audit', 'incident', 'worker_date'));
ALTER TABLE "open_item" ADD COLUMN "which" TEXT COLLATE "C" CHECK (which IN ('visit', 'meeting', 'court', 'other', 'same_day', 'soon', 'not_urgent', 'notify_and_review', 'notify', 'review', 'close', 'registration', 'car_insurance', 'contract_end', 'own_date', 'audit'));
ALTER TABLE "open_item" ADD COLUMN "minutes" INTEGER;
ALTER TABLE "open_item" ADD COLUMN "place" TEXT COLLATE "C";

ALTER TABLE "child_now" ADD COLUMN "no_worker_since" TEXT COLLATE "C";
