-- Who may use the store: written by whoever keeps the server, read by nobody but through functions.
CREATE TABLE IF NOT EXISTS main.member (
    login text COLLATE "C" NOT NULL PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    role text COLLATE "C" NOT NULL CHECK (role IN ('manager', 'deputy', 'service', 'auditor', 'reader')),
    all_teams boolean NOT NULL DEFAULT false,
    may_erase boolean NOT NULL DEFAULT false,
    reads_own_files boolean NOT NULL DEFAULT false,
    manager_login text COLLATE "C",
    carries boolean NOT NULL DEFAULT false,
    active boolean NOT NULL DEFAULT true
);

-- The name as it is matched in any spelling, by the program: lower() of a server knows the letters of its own place alone.
ALTER TABLE main.member ADD COLUMN IF NOT EXISTS name_key text COLLATE "C" UNIQUE;

CREATE TABLE IF NOT EXISTS main.member_team (
    login text COLLATE "C" NOT NULL REFERENCES main.member (login) ON DELETE CASCADE,
    team_id integer NOT NULL REFERENCES main.team (id),
    PRIMARY KEY (login, team_id)
);

CREATE TABLE IF NOT EXISTS main.acting (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deputy_login text COLLATE "C" NOT NULL REFERENCES main.member (login) ON DELETE CASCADE,
    for_login text COLLATE "C" NOT NULL REFERENCES main.member (login) ON DELETE CASCADE,
    first_day text COLLATE "C" NOT NULL,
    last_day text COLLATE "C" NOT NULL CHECK (last_day >= first_day),
    UNIQUE (deputy_login, for_login, first_day)
);

-- With which team a child or a worker was from a day on until another day, at which they are with the next; no last day
-- for where they are now. Follows from the records, in the transaction that writes them. `supervisor` is as it is matched.
CREATE TABLE IF NOT EXISTS main.child_place (
    child_id integer NOT NULL,
    team_id integer,
    worker_id integer,
    first_day text COLLATE "C",
    last_day text COLLATE "C"
);
CREATE INDEX IF NOT EXISTS child_place_child ON main.child_place (child_id);
CREATE INDEX IF NOT EXISTS child_place_team ON main.child_place (team_id, child_id);
CREATE INDEX IF NOT EXISTS child_place_now ON main.child_place (team_id) WHERE last_day IS NULL;

CREATE TABLE IF NOT EXISTS main.worker_place (
    worker_id integer NOT NULL,
    team_id integer,
    supervisor text COLLATE "C",
    first_day text COLLATE "C",
    last_day text COLLATE "C"
);
CREATE INDEX IF NOT EXISTS worker_place_worker ON main.worker_place (worker_id);
CREATE INDEX IF NOT EXISTS worker_place_team ON main.worker_place (team_id, worker_id);
CREATE INDEX IF NOT EXISTS worker_place_now ON main.worker_place (team_id) WHERE last_day IS NULL;
CREATE INDEX IF NOT EXISTS worker_place_supervisor ON main.worker_place (supervisor) WHERE last_day IS NULL;

-- Whom each team has now; team 0 has those of no team.
CREATE TABLE IF NOT EXISTS main.team_reach (
    team_id integer NOT NULL PRIMARY KEY,
    children integer[] NOT NULL,
    workers integer[] NOT NULL
);

-- Whom an event touched that was recorded by somebody who may not see all of them: worked out with the next event of one
-- who may.
CREATE TABLE IF NOT EXISTS main.left_over (
    about text COLLATE "C" NOT NULL CHECK (about IN ('child', 'worker')),
    id integer NOT NULL,
    PRIMARY KEY (about, id)
);
CREATE INDEX IF NOT EXISTS child_place_worker ON main.child_place (worker_id) WHERE last_day IS NULL;
