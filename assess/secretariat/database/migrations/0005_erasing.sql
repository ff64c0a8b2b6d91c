-- Erasing a case: what was in it goes, and that there was one stays.

-- What is known of a case without seeing it, for who erases: its state, and how much there is of it.
CREATE FUNCTION erasable_case(of_case text)
    RETURNS TABLE (state text, revisions bigint, messages bigint, decisions bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp AS $$
    SELECT c.state, (SELECT count(*) FROM revision r WHERE r.case_id = c.id),
        (SELECT count(*) FROM question q WHERE q.case_id = c.id),
        (SELECT count(*) FROM decision d WHERE d.case_id = c.id)
    FROM "case" c WHERE c.id = of_case AND c.erased_at IS NULL
        AND 'administrator' = ANY (my_roles()) $$;

-- Documents and every text go; names of revisions, who did what and when, and what stands in the
-- register stay. False: there is no such case, it was erased before, or the asker may not.
CREATE FUNCTION erase_case(of_case text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
BEGIN
    IF NOT 'administrator' = ANY (my_roles()) THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(of_case, 8242));
    UPDATE "case" SET erased_at = now(), organisation = '', organisation_key = NULL
        WHERE id = of_case AND erased_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE revision SET document = NULL WHERE case_id = of_case;
    UPDATE question SET body = '{}' WHERE case_id = of_case;
    UPDATE interest SET body = '{}' WHERE case_id = of_case;
    UPDATE decision SET reason = NULL WHERE case_id = of_case;
    UPDATE event SET body = body - 'text' - 'value' - 'reason' - 'question' WHERE case_id = of_case;
    RETURN true;
END $$;

-- Cases that were kept longer than their periods, by their ids alone: undecided ones, and decided.
CREATE FUNCTION cases_kept_since(undecided timestamptz, decided timestamptz)
    RETURNS TABLE (id text, state text, since timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp AS $$
    SELECT c.id, c.state, c.state_since FROM "case" c
    WHERE c.erased_at IS NULL AND 'administrator' = ANY (my_roles()) AND c.state_since <
        CASE WHEN c.state IN ('decided', 'published') THEN decided ELSE undecided END
    ORDER BY c.state_since, c.id $$;

REVOKE ALL ON FUNCTION erasable_case(text), erase_case(text),
    cases_kept_since(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erasable_case(text), erase_case(text),
    cases_kept_since(timestamptz, timestamptz) TO assess_service;
