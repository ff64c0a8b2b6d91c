-- Publishing: what was accepted and decided is collected by a steward, who publishes snapshots of it.

-- The revisions that were accepted, as they were sent. Whoever publishes sees nothing else.
CREATE FUNCTION accepted_cases() RETURNS TABLE (case_id text, document bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp AS $$
    SELECT c.id, r.document FROM "case" c
        CROSS JOIN LATERAL (SELECT d.sha256 FROM decision d
                            WHERE d.case_id = c.id AND d.kind = 'accepted'
                            ORDER BY d.at DESC LIMIT 1) AS newest
        JOIN revision r ON r.sha256 = newest.sha256
    WHERE c.state IN ('accepted', 'label_proposed', 'decided', 'published')
        AND c.erased_at IS NULL AND r.document IS NOT NULL AND 'steward' = ANY (my_roles())
    ORDER BY c.id $$;

-- What the board decided, oldest first; a refusal is of the level that was proposed.
CREATE FUNCTION board_decisions()
    RETURNS TABLE (id uuid, case_id text, kind text, level text, reason text, at timestamptz,
                   by text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp AS $$
    SELECT d.id, d.case_id, d.kind,
        coalesce(d.level, (SELECT p.level FROM decision p WHERE p.case_id = d.case_id
                           AND p.kind = 'proposed' AND p.at <= d.at ORDER BY p.at DESC LIMIT 1)),
        d.reason, d.at, a.name FROM register_entry e
        JOIN decision d ON d.id = e.decision JOIN account a ON a.id = d.account
        JOIN "case" c ON c.id = d.case_id
    WHERE c.erased_at IS NULL AND 'steward' = ANY (my_roles()) ORDER BY e.at, e.id $$;

-- Publish a snapshot. The same content again is the same snapshot. NULL: the asker may not.
CREATE FUNCTION publish_snapshot(of_kind text, what bytea, signed bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
DECLARE
    last record;
    new_number bigint;
BEGIN
    IF NOT 'steward' = ANY (my_roles()) THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(8241, 3);
    SELECT number, sha256 INTO last FROM snapshot WHERE kind = of_kind
        ORDER BY number DESC LIMIT 1;
    IF last.sha256 = sha256(what) THEN
        RETURN last.number;
    END IF;
    new_number := coalesce(last.number, 0) + 1;
    INSERT INTO snapshot (kind, number, sha256, content, signature)
        VALUES (of_kind, new_number, sha256(what), what, signed);
    RETURN new_number;
END $$;

-- Cases whose decision stands in the published register.
CREATE FUNCTION mark_published(these text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
DECLARE
    of_case text;
BEGIN
    IF NOT 'steward' = ANY (my_roles()) THEN
        RETURN;
    END IF;
    FOR of_case IN UPDATE "case" SET state = 'published', state_since = now()
            WHERE id = ANY (these) AND state = 'decided' RETURNING id LOOP
        PERFORM add_event(of_case, 'state', '{"state": "published"}');
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION accepted_cases(), board_decisions(), publish_snapshot(text, bytea, bytea),
    mark_published(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accepted_cases(), board_decisions(),
    publish_snapshot(text, bytea, bytea), mark_published(text[]) TO assess_service;
