"""What a login may do to what stands already: the questions that are asked of what a row points at, and of when.

To see an entry is not yet to have it in hand: a team still sees what it recorded of a child who has gone to another.
"""

from __future__ import annotations

# An entry that may be answered, ended or taken back is about a child or worker of the login's now, in any version.
MAY_FOLLOW = """
BEGIN
    RETURN main.carries() OR (main.sees_entry($1) AND EXISTS (
        SELECT 1 FROM main.entry v WHERE (v.id = $1 OR v.corrects_id = $1) AND (
            main.is_our_child(v.child_id)
            OR (v.child_id IS NULL AND (v.worker_id IS NULL OR main.is_our_worker(v.worker_id))))));
END"""
# A worker of another team who only holds a child of ours stays with that team. And a worker's own file follows their
# supervisor and team: whoever acts for somebody takes no worker to themselves, so that nobody lets themselves in.
MAY_SAY_OF_WORKER = """
DECLARE
    here main.worker_place;
    me text := main.matched(main.my_name());
    own int[] := (SELECT coalesce(array_agg(team_id), '{}') FROM main.member_team WHERE login = session_user);
BEGIN
    SELECT p.* INTO here FROM main.entry e JOIN main.worker_place p ON p.worker_id = e.worker_id
    WHERE e.id = $1 AND p.last_day IS NULL;
    IF main.carries() OR EXISTS (SELECT 1 FROM main.member WHERE login = session_user AND active AND all_teams) THEN
        RETURN true;
    ELSIF here.team_id <> ALL(main.my_teams()) THEN
        RETURN false;
    END IF;
    RETURN here.team_id IS NULL OR here.team_id = ANY(own) OR coalesce(here.supervisor = me, false)
        OR NOT coalesce(main.matched($2) = me OR $3 = ANY(own), false);
END"""
# What is recorded has the time of the server, which a program takes when its transaction begins.
IS_OF_NOW = """
BEGIN
    RETURN $1 BETWEEN
        to_char((transaction_timestamp() - interval '10 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        AND to_char((clock_timestamp() + interval '10 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS');
END"""
IS_GONE = """
BEGIN
    RETURN NOT EXISTS (SELECT 1 FROM main.entry WHERE id = $1);
END"""
# Each looked through where it lies: whoever erases reads nobody's drafts.
FORGET_DRAFTS = """
DECLARE
    one record;
    said text;
BEGIN
    IF NOT (main.writes() AND pg_has_role(session_user, 'oversight_eraser', 'MEMBER')) THEN
        RAISE EXCEPTION 'drafts of others go with an erasure' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOR one IN SELECT login, form, content FROM main.draft LOOP
        BEGIN
            said := (SELECT string_agg(value, ' ') FROM jsonb_each_text(one.content::jsonb));
        EXCEPTION WHEN data_exception THEN
            said := one.content;
        END;
        IF right(one.form, length($1) + 1) = ':' || $1
            OR substr(one.form, position(':' IN one.form) + 1) = ANY($2)
            OR EXISTS (SELECT 1 FROM unnest($3) named WHERE one.form ~* named OR said ~* named)
        THEN
            DELETE FROM main.draft WHERE login = one.login AND form = one.form;
        END IF;
    END LOOP;
END"""
