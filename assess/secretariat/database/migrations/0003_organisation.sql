-- Which cases are of one organisation is a column, so that nobody reads all cases to find them.

-- The name as `identity_key` of the program has it; what was there before is filled in by set-up.
ALTER TABLE "case" ADD COLUMN organisation_key text;
CREATE INDEX case_organisation ON "case" (country, organisation_key);

DROP FUNCTION open_case(text, text, text);

-- Make the case of a first revision and assign it to who sends it; a case that is known stays.
CREATE FUNCTION open_case(new_id text, new_country text, new_organisation text, new_key text)
    RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
BEGIN
    IF me() IS NULL OR NOT 'expert' = ANY (my_roles()) THEN
        RETURN false;
    END IF;
    INSERT INTO "case" (id, country, organisation, organisation_key)
        VALUES (new_id, new_country, new_organisation, new_key) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO assignment (case_id, account, made_by) VALUES (new_id, me(), me());
    RETURN true;
END $$;

-- Whether the asker sent something of the case, was ever assigned to it, or declared an interest in
-- its organisation, in this case or in another one.
CREATE OR REPLACE FUNCTION has_part_in(of_case text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp AS $$
    SELECT EXISTS (SELECT FROM revision r WHERE r.case_id = of_case AND r.account = me())
        OR EXISTS (SELECT FROM assignment a WHERE a.case_id = of_case AND a.account = me())
        OR EXISTS (SELECT FROM interest i JOIN "case" o ON o.id = i.case_id
                   JOIN "case" c ON c.id = of_case
                   WHERE i.account = me() AND (o.id = c.id OR (
                       o.country = c.country AND o.organisation_key = c.organisation_key))) $$;

REVOKE ALL ON FUNCTION open_case(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_case(text, text, text, text) TO assess_service;
