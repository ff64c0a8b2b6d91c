-- The first schema. It belongs to assess_owner, which bypasses row-level security and is nobody's
-- login; the service works as a member of assess_service, which owns nothing.

-- ---------------------------------------------------------------- who asks

-- What the transaction was told of who asks; nothing was said: nobody, who sees no row.

CREATE FUNCTION me() RETURNS uuid LANGUAGE sql STABLE
    RETURN nullif(current_setting('assess.account', true), '')::uuid;

CREATE FUNCTION my_device() RETURNS uuid LANGUAGE sql STABLE
    RETURN nullif(current_setting('assess.device', true), '')::uuid;

CREATE FUNCTION my_roles() RETURNS text[] LANGUAGE sql STABLE
    RETURN coalesce(string_to_array(nullif(current_setting('assess.roles', true), ''), ','), '{}');

CREATE FUNCTION my_countries() RETURNS text[] LANGUAGE sql STABLE
    RETURN coalesce(string_to_array(nullif(current_setting('assess.countries', true), ''), ','), '{}');

-- Reviewers, the board and auditors see every case. Administrators see none: they keep accounts.
CREATE FUNCTION sees_all() RETURNS boolean LANGUAGE sql STABLE
    RETURN me() IS NOT NULL AND my_roles() && ARRAY['reviewer', 'board', 'auditor'];

-- ---------------------------------------------------------------- accounts

CREATE TABLE account (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    roles text[] NOT NULL CHECK (
        cardinality(roles) > 0 AND roles <@ ARRAY[
            'expert', 'coordinator', 'reviewer', 'board', 'steward', 'auditor', 'administrator']),
    countries text[] NOT NULL DEFAULT '{}',
    made_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz
);

-- Of a code only its hash is kept, so that a copy of the database enrols nobody.
CREATE TABLE enrolment (
    code_sha256 bytea PRIMARY KEY CHECK (length(code_sha256) = 32),
    account uuid NOT NULL REFERENCES account,
    made_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);

CREATE TABLE device (
    id uuid PRIMARY KEY,
    account uuid NOT NULL REFERENCES account,
    public_key bytea NOT NULL UNIQUE CHECK (length(public_key) = 32),
    recipient text,  -- for whom files to this device are encrypted
    name text NOT NULL,
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);
CREATE INDEX device_account ON device (account);

CREATE TABLE spent_nonce (
    nonce bytea PRIMARY KEY,
    spent_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX spent_nonce_at ON spent_nonce (spent_at);

-- ---------------------------------------------------------------- cases

-- The states are the server's; a revision never changes one backwards but by taking back an approval.
CREATE TABLE "case" (
    id text PRIMARY KEY CHECK (id <> ''),
    country text NOT NULL,
    organisation text NOT NULL,
    state text NOT NULL DEFAULT 'submitted' CHECK (state IN (
        'submitted', 'national_check', 'central_check', 'returned', 'accepted',
        'label_proposed', 'decided', 'published', 'withdrawn')),
    state_since timestamptz NOT NULL DEFAULT now(),
    made_at timestamptz NOT NULL DEFAULT now(),
    erased_at timestamptz
);
CREATE INDEX case_queue ON "case" (state, state_since);
CREATE INDEX case_country ON "case" (country);

CREATE TABLE assignment (
    case_id text NOT NULL REFERENCES "case",
    account uuid NOT NULL REFERENCES account,
    made_by uuid REFERENCES account,
    made_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    PRIMARY KEY (case_id, account)
);
CREATE INDEX assignment_account ON assignment (account);

-- A revision is never changed. Its document is the canonical JSON that its name is the SHA-256 of.
CREATE TABLE revision (
    sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
    case_id text NOT NULL REFERENCES "case",
    number bigint NOT NULL,  -- in its case, in order of arrival
    head bytea NOT NULL CHECK (length(head) = 32),
    entries integer NOT NULL,
    catalogue text NOT NULL,
    language text NOT NULL,
    public_key bytea NOT NULL CHECK (length(public_key) = 32),
    signature bytea NOT NULL CHECK (length(signature) = 64),
    account uuid NOT NULL REFERENCES account,
    device uuid NOT NULL REFERENCES device,
    received_at timestamptz NOT NULL DEFAULT now(),
    document bytea,  -- gone when the case was erased; the name and the head stay
    UNIQUE (case_id, number)
);

-- The revisions of a case that no other of it extends: two or more are a fork.
CREATE TABLE case_head (
    case_id text NOT NULL REFERENCES "case",
    sha256 bytea NOT NULL REFERENCES revision,
    head bytea NOT NULL,
    PRIMARY KEY (case_id, sha256)
);

-- ---------------------------------------------------------------- what is said of a case

-- Numbers come in the order in which they are committed (see add_event), so that a reader who asks
-- for what is after the last number misses nothing.
CREATE TABLE event (
    number bigint PRIMARY KEY,
    case_id text NOT NULL REFERENCES "case",
    kind text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    account uuid REFERENCES account,
    body jsonb NOT NULL
);
CREATE INDEX event_case ON event (case_id, number);

-- The stream of review, which is only added to. `parent` is the question that is answered or closed.
CREATE TABLE question (
    id uuid PRIMARY KEY,
    case_id text NOT NULL REFERENCES "case",
    sha256 bytea NOT NULL REFERENCES revision,  -- the revision that was looked at
    kind text NOT NULL CHECK (kind IN ('question', 'suggestion', 'answer', 'closing')),
    parent uuid REFERENCES question,
    body jsonb NOT NULL,
    account uuid NOT NULL REFERENCES account,
    device uuid NOT NULL REFERENCES device,
    at timestamptz NOT NULL DEFAULT now(),
    CHECK ((parent IS NULL) = (kind IN ('question', 'suggestion')))
);
CREATE INDEX question_case ON question (case_id);

-- A decision is bound to the revision that was seen.
CREATE TABLE decision (
    id uuid PRIMARY KEY,
    case_id text NOT NULL REFERENCES "case",
    sha256 bytea NOT NULL REFERENCES revision,
    kind text NOT NULL,
    reason text,
    account uuid NOT NULL REFERENCES account,
    device uuid NOT NULL REFERENCES device,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX decision_case ON decision (case_id);

-- ---------------------------------------------------------------- what follows from cases

CREATE TABLE register_entry (
    id uuid PRIMARY KEY,
    case_id text REFERENCES "case",
    decision uuid REFERENCES decision,
    at timestamptz NOT NULL DEFAULT now(),
    body jsonb NOT NULL
);

CREATE TABLE snapshot (
    kind text NOT NULL CHECK (kind IN ('register', 'peers')),
    number bigint NOT NULL,
    sha256 bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    content bytea NOT NULL,
    signature bytea NOT NULL,
    PRIMARY KEY (kind, number)
);

-- ---------------------------------------------------------------- the trail

-- Each row has the hash of the row before it. What somebody did, never what is in a case.
CREATE TABLE audit (
    number bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    account uuid,
    device uuid,
    action text NOT NULL,
    case_id text,
    outcome text NOT NULL,
    before bytea NOT NULL,
    hash bytea NOT NULL
);

CREATE FUNCTION audit_hash(
    before bytea, number bigint, at timestamptz, account uuid, device uuid, action text,
    case_id text, outcome text) RETURNS bytea LANGUAGE sql STABLE
    RETURN sha256(before || convert_to(
        jsonb_build_array(number, extract(epoch FROM at), account, device, action, case_id,
                          outcome)::text, 'UTF8'));

-- ---------------------------------------------------------------- doors past the policies

-- These run as their owner; each does one thing that the policies cannot say.

-- Spend the nonce, find the device, and say in this transaction who asks. No row: no such device, or
-- it was revoked, or its account is closed. `is_fresh` is false where the nonce was spent before.
CREATE FUNCTION begin_request(key bytea, used_nonce bytea)
    RETURNS TABLE (device uuid, account uuid, name text, roles text[], countries text[],
                   is_fresh boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
DECLARE
    asking record;
    spent integer;
BEGIN
    SELECT d.id, d.account, a.name, a.roles, a.countries INTO asking
        FROM device d JOIN account a ON a.id = d.account
        WHERE d.public_key = key AND d.revoked_at IS NULL AND a.closed_at IS NULL;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    INSERT INTO spent_nonce (nonce) VALUES (used_nonce) ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS spent = ROW_COUNT;
    IF spent = 1 THEN
        PERFORM set_config('assess.account', asking.account::text, true),
                set_config('assess.device', asking.id::text, true),
                set_config('assess.roles', array_to_string(asking.roles, ','), true),
                set_config('assess.countries', array_to_string(asking.countries, ','), true);
    END IF;
    RETURN QUERY SELECT asking.id, asking.account, asking.name, asking.roles, asking.countries, spent = 1;
END $$;

CREATE FUNCTION forget_spent_nonces(older_than interval) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = assess, pg_temp
    AS 'DELETE FROM spent_nonce WHERE spent_at < now() - older_than';

-- Use a code once, and add the device that makes itself known by it. No row: the code is unknown,
-- used or past its day, or the account is closed. A key that is known stays with its account.
CREATE FUNCTION enrol(used_code bytea, new_device uuid, key bytea, recipient text, device_name text)
    RETURNS TABLE (device uuid, account uuid, name text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
DECLARE
    code record;
    known record;
BEGIN
    SELECT e.code_sha256, e.used_at, a.id, a.name INTO code
        FROM enrolment e JOIN account a ON a.id = e.account
        WHERE e.code_sha256 = used_code AND e.expires_at > now() AND a.closed_at IS NULL
        FOR UPDATE OF e;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT d.id, d.account, d.revoked_at INTO known FROM device d WHERE d.public_key = key;
    IF FOUND THEN  -- the answer to the first request was lost: it is the same device
        IF known.account = code.id AND known.revoked_at IS NULL AND code.used_at IS NOT NULL THEN
            RETURN QUERY SELECT known.id, code.id, code.name;
        END IF;
        RETURN;
    END IF;
    IF code.used_at IS NOT NULL THEN
        RETURN;
    END IF;
    UPDATE enrolment e SET used_at = now() WHERE e.code_sha256 = used_code;
    INSERT INTO device VALUES (new_device, code.id, key, recipient, device_name);
    RETURN QUERY SELECT new_device, code.id, code.name;
END $$;

-- Make the case of a first revision and assign it to who sends it; a case that is known stays.
CREATE FUNCTION open_case(new_id text, new_country text, new_organisation text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
BEGIN
    IF me() IS NULL OR NOT 'expert' = ANY (my_roles()) THEN
        RETURN false;
    END IF;
    INSERT INTO "case" (id, country, organisation) VALUES (new_id, new_country, new_organisation)
        ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO assignment (case_id, account, made_by) VALUES (new_id, me(), me());
    RETURN true;
END $$;

-- The lock lasts until the transaction ends, so numbers are committed in their order.
CREATE FUNCTION add_event(of_case text, of_kind text, what jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
DECLARE
    new_number bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(8241, 1);
    SELECT coalesce(max(number), 0) + 1 INTO new_number FROM event;
    INSERT INTO event (number, case_id, kind, account, body)
        VALUES (new_number, of_case, of_kind, me(), what);
    RETURN new_number;
END $$;

CREATE FUNCTION add_audit(what text, of_case text, how text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = assess, pg_temp AS $$
DECLARE
    last record;
    moment timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(8241, 2);
    SELECT number, hash INTO last FROM audit ORDER BY number DESC LIMIT 1;
    moment := clock_timestamp();
    INSERT INTO audit VALUES (
        coalesce(last.number, 0) + 1, moment, me(), my_device(), what, of_case, how,
        coalesce(last.hash, ''::bytea),
        audit_hash(coalesce(last.hash, ''::bytea), coalesce(last.number, 0) + 1, moment, me(),
                   my_device(), what, of_case, how));
END $$;

-- The first number at which the trail does not follow from what is before it; NULL: it is whole.
CREATE FUNCTION first_audit_fault() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT min(number) FROM (
        SELECT number, hash <> audit_hash(before, number, at, account, device, action, case_id,
                                          outcome)
               OR before <> lag(hash, 1, ''::bytea) OVER (ORDER BY number)
               OR number <> row_number() OVER (ORDER BY number) AS is_wrong
        FROM audit) AS checked
    WHERE is_wrong $$;

-- The cases that somebody is assigned to; policies cannot ask a table whose policy asks theirs.
CREATE FUNCTION my_cases() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = assess, pg_temp
    AS 'SELECT case_id FROM assignment WHERE account = me() AND ended_at IS NULL';

-- ---------------------------------------------------------------- policies

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY own_or_kept ON account FOR SELECT
    USING (id = me() OR sees_all() OR 'administrator' = ANY (my_roles()));
CREATE POLICY kept ON account FOR ALL
    USING ('administrator' = ANY (my_roles())) WITH CHECK ('administrator' = ANY (my_roles()));

ALTER TABLE device ENABLE ROW LEVEL SECURITY;
ALTER TABLE device FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON device FOR SELECT USING (account = me());
CREATE POLICY kept ON device FOR ALL
    USING ('administrator' = ANY (my_roles())) WITH CHECK ('administrator' = ANY (my_roles()));

ALTER TABLE enrolment ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrolment FORCE ROW LEVEL SECURITY;
CREATE POLICY kept ON enrolment FOR ALL
    USING ('administrator' = ANY (my_roles())) WITH CHECK ('administrator' = ANY (my_roles()));

ALTER TABLE spent_nonce ENABLE ROW LEVEL SECURITY;
ALTER TABLE spent_nonce FORCE ROW LEVEL SECURITY;

ALTER TABLE "case" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "case" FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON "case" FOR SELECT USING (
    (SELECT sees_all())
    OR ('coordinator' = ANY ((SELECT my_roles())::text[])
        AND country = ANY ((SELECT my_countries())::text[]))
    OR ('expert' = ANY ((SELECT my_roles())::text[]) AND id IN (SELECT my_cases())));
CREATE POLICY moved ON "case" FOR UPDATE USING (
    (SELECT sees_all())
    OR ('coordinator' = ANY ((SELECT my_roles())::text[])
        AND country = ANY ((SELECT my_countries())::text[]))
    OR ('expert' = ANY ((SELECT my_roles())::text[]) AND id IN (SELECT my_cases())));

ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON assignment FOR SELECT USING (
    account = me() OR EXISTS (SELECT FROM "case" c WHERE c.id = case_id));

ALTER TABLE revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE revision FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON revision FOR SELECT USING (
    (SELECT sees_all()) OR EXISTS (SELECT FROM "case" c WHERE c.id = case_id));
CREATE POLICY sent ON revision FOR INSERT WITH CHECK (
    account = me() AND device = my_device() AND case_id IN (SELECT my_cases()));

ALTER TABLE case_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_head FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON case_head FOR SELECT USING (
    (SELECT sees_all()) OR EXISTS (SELECT FROM "case" c WHERE c.id = case_id));
CREATE POLICY sent ON case_head FOR INSERT WITH CHECK (case_id IN (SELECT my_cases()));
CREATE POLICY extended ON case_head FOR DELETE USING (case_id IN (SELECT my_cases()));

ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON event FOR SELECT USING (
    (SELECT sees_all()) OR EXISTS (SELECT FROM "case" c WHERE c.id = case_id));

ALTER TABLE question ENABLE ROW LEVEL SECURITY;
ALTER TABLE question FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON question FOR SELECT USING (
    (SELECT sees_all()) OR EXISTS (SELECT FROM "case" c WHERE c.id = case_id));
CREATE POLICY said ON question FOR INSERT WITH CHECK (
    account = me() AND device = my_device() AND EXISTS (SELECT FROM "case" c WHERE c.id = case_id));

ALTER TABLE decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE decision FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON decision FOR SELECT USING (
    (SELECT sees_all()) OR EXISTS (SELECT FROM "case" c WHERE c.id = case_id));
CREATE POLICY taken ON decision FOR INSERT WITH CHECK (
    account = me() AND device = my_device() AND EXISTS (SELECT FROM "case" c WHERE c.id = case_id));

ALTER TABLE register_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON register_entry FOR SELECT USING (me() IS NOT NULL);

ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY visible ON snapshot FOR SELECT USING (me() IS NOT NULL);

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON audit FOR SELECT USING ('auditor' = ANY (my_roles()));

-- ---------------------------------------------------------------- what the roles may

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA assess FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA assess TO assess_service, assess_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA assess TO assess_backup;

GRANT SELECT ON schema_version TO assess_service;
GRANT SELECT, INSERT ON account, enrolment TO assess_service;
GRANT UPDATE (name, roles, countries, closed_at) ON account TO assess_service;
GRANT SELECT ON device, audit, assignment, event, register_entry, snapshot TO assess_service;
GRANT UPDATE (revoked_at) ON device TO assess_service;
GRANT SELECT ON "case" TO assess_service;
GRANT UPDATE (state, state_since, country, organisation) ON "case" TO assess_service;
GRANT SELECT, INSERT ON revision, question, decision TO assess_service;
GRANT SELECT, INSERT, DELETE ON case_head TO assess_service;
