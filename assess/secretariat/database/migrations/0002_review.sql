-- Review: interests that are declared, decisions within four eyes, entries of the register.

ALTER TABLE decision ADD COLUMN level text;
ALTER TABLE decision ADD CONSTRAINT decision_kind CHECK (kind IN (
    'begun', 'passed', 'returned', 'accepted', 'proposed', 'awarded', 'refused', 'withdrawn'));

CREATE INDEX case_age ON "case" (state_since, id) WHERE erased_at IS NULL;
CREATE INDEX question_parent ON question (parent) WHERE kind = 'closing';

-- Who has an interest in the organisation of a case decides on none of its cases.
CREATE TABLE interest (
    id uuid PRIMARY KEY,
    case_id text NOT NULL REFERENCES "case",
    account uuid NOT NULL REFERENCES account,
    device uuid NOT NULL REFERENCES device,
    body jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX interest_case ON interest (case_id);
CREATE INDEX interest_account ON interest (account);

-- Whether the asker sent something of the case, was ever assigned to it, or declared an interest.
CREATE FUNCTION has_part_in(of_case text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp AS $$
    SELECT EXISTS (SELECT FROM revision r WHERE r.case_id = of_case AND r.account = me())
        OR EXISTS (SELECT FROM assignment a WHERE a.case_id = of_case AND a.account = me())
        OR EXISTS (SELECT FROM interest i WHERE i.case_id = of_case AND i.account = me()) $$;

-- The name of an account, for who may read what it said but not the accounts.
CREATE FUNCTION name_of(of_account uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp
    AS 'SELECT name FROM account WHERE id = of_account AND me() IS NOT NULL';

-- Whether somebody checks the cases of a country before the secretariat does.
CREATE FUNCTION has_coordinator(of_country text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp AS $$
    SELECT EXISTS (SELECT FROM account WHERE 'coordinator' = ANY (roles)
                   AND of_country = ANY (countries) AND closed_at IS NULL) $$;

-- The experts to whom the asker can assign a case.
CREATE FUNCTION experts() RETURNS TABLE (id uuid, name text, countries text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp AS $$
    SELECT a.id, a.name, a.countries FROM account a
    WHERE 'expert' = ANY (a.roles) AND a.closed_at IS NULL AND (
        'reviewer' = ANY (my_roles())
        OR ('coordinator' = ANY (my_roles())
            AND (cardinality(a.countries) = 0 OR a.countries && my_countries())))
    ORDER BY lower(a.name), a.id $$;

-- Assign a case to an expert. NULL: the asker may not, or it is nobody who can be assigned.
CREATE FUNCTION assign_case(of_case text, expert uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM experts() e JOIN "case" c ON c.id = of_case
                   WHERE e.id = expert AND c.erased_at IS NULL
                   AND ('reviewer' = ANY (my_roles()) OR c.country = ANY (my_countries()))
                   AND (cardinality(e.countries) = 0 OR c.country = ANY (e.countries))) THEN
        RETURN NULL;
    END IF;
    INSERT INTO assignment AS a (case_id, account, made_by) VALUES (of_case, expert, me())
        ON CONFLICT (case_id, account) DO UPDATE SET ended_at = NULL WHERE a.ended_at IS NOT NULL;
    RETURN FOUND;
END $$;

-- A decision of the board becomes an entry of the register, in the transaction that takes it.
CREATE FUNCTION enter_decision(of_decision uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
BEGIN
    INSERT INTO register_entry (id, case_id, decision, body)
        SELECT d.id, d.case_id, d.id, jsonb_build_object(
            'kind', d.kind, 'organisation', c.organisation, 'country', c.country,
            'level', d.level, 'revision', encode(d.sha256, 'hex'))
        FROM decision d JOIN "case" c ON c.id = d.case_id
        WHERE d.id = of_decision AND d.account = me() AND d.kind IN ('awarded', 'refused')
            AND 'board' = ANY (my_roles())
        ON CONFLICT DO NOTHING;
END $$;

ALTER TABLE interest ENABLE ROW LEVEL SECURITY;
ALTER TABLE interest FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON interest FOR SELECT USING (
    account = me() OR (SELECT sees_all()) OR EXISTS (SELECT FROM "case" c WHERE c.id = case_id));
CREATE POLICY declared ON interest FOR INSERT WITH CHECK (
    account = me() AND device = my_device() AND EXISTS (SELECT FROM "case" c WHERE c.id = case_id));

-- Four eyes hold in the database too: nobody accepts or decides what is partly their own.
DROP POLICY taken ON decision;
CREATE POLICY taken ON decision FOR INSERT WITH CHECK (
    account = me() AND device = my_device() AND EXISTS (SELECT FROM "case" c WHERE c.id = case_id)
    AND (kind = 'withdrawn' OR NOT has_part_in(case_id))
    AND (kind NOT IN ('awarded', 'refused') OR 'board' = ANY ((SELECT my_roles())::text[])));

REVOKE ALL ON FUNCTION has_part_in(text), name_of(uuid), has_coordinator(text), experts(), assign_case(text, uuid), enter_decision(uuid)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_part_in(text), name_of(uuid), has_coordinator(text), experts(), assign_case(text, uuid),
    enter_decision(uuid) TO assess_service;
GRANT SELECT ON interest TO assess_backup;
GRANT SELECT, INSERT ON interest TO assess_service;
