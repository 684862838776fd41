-- reference: small, read everywhere.
create table installation (
  single boolean primary key default true check (single),
  realm text not null check (realm in ('live', 'demo')),
  set_up_at timestamptz not null
);

-- reference: bodies that take part; authorities may lack a credit code.
create table organisation (
  id uuid primary key,
  name text not null,
  social_credit_code char(18),
  kind text not null,
  place_code char(6) collate "C" not null,
  realm text not null check (realm in ('live', 'demo')),
  created_at timestamptz not null,
  unique (realm, name)
);

-- reference: who can sign in. The id is also the id of the sign-in account.
create table person (
  id uuid primary key,
  username text not null unique,
  name text not null,
  organisation_id uuid not null references organisation,
  place_code char(6) collate "C" not null,
  realm text not null check (realm in ('live', 'demo')),
  active boolean not null default true,
  created_at timestamptz not null
);

-- reference: a role held for a place, from when to when. Rows are ended, never deleted.
create table role_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null,
  place_code char(6) collate "C" not null,
  realm text not null,
  granted_at timestamptz not null,
  ended_at timestamptz
);
create index role_grant_person on role_grant (person_id) where ended_at is null;

-- reference: keys of machines; only a hash is kept, the key is shown once.
create table api_key (
  id uuid primary key,
  name text not null,
  key_hash text not null unique,
  organisation_id uuid not null references organisation,
  role text not null,
  place_code char(6) collate "C" not null,
  realm text not null,
  created_at timestamptz not null,
  created_by uuid not null references person,
  revoked_at timestamptz
);

-- coordinator: failed sign-ins; usernames nobody has are counted too, so that a stranger cannot tell them apart.
create table sign_in_record (
  username text primary key,
  failures int not null,
  locked_until timestamptz
);

-- coordinator: sign-in accounts, sessions and second factors, in the shape the sign-in library wants.
create table auth_user (
  "id" text primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(), "twoFactorEnabled" boolean
);
-- coordinator
create table auth_session (
  "id" text primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references auth_user on delete cascade
);
create index auth_session_user on auth_session ("userId");
-- coordinator
create table auth_account (
  "id" text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth_user on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  "scope" text, "password" text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null
);
create index auth_account_user on auth_account ("userId");
-- coordinator
create table auth_verification (
  "id" text primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification ("identifier");
-- coordinator
create table auth_two_factor (
  "id" text primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null references auth_user on delete cascade,
  "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz
);
create index auth_two_factor_user on auth_two_factor ("userId");

alter table organisation enable row level security;
create policy organisation_scope on organisation using (in_realm(realm) and in_scope(place_code));
alter table person enable row level security;
create policy person_scope on person using (in_realm(realm) and in_scope(place_code));
alter table role_grant enable row level security;
create policy role_grant_scope on role_grant using (in_realm(realm) and in_scope(place_code));
alter table api_key enable row level security;
create policy api_key_scope on api_key using (in_realm(realm) and in_scope(place_code));

-- Who a signed-in account is, asked before any scope exists.
create function find_caller(account text) returns table (
  person_id uuid, name text, organisation_id uuid, organisation_name text, realm text, grants jsonb
) language sql stable security definer set search_path = public as $$
  select p.id, p.name, o.id, o.name, p.realm,
    coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'placeCode', g.place_code) order by g.role, g.place_code)
      from role_grant g where g.person_id = p.id and g.ended_at is null), '[]'::jsonb)
  from person p join organisation o on o.id = p.organisation_id
  where p.id::text = account and p.active
$$;

create function find_machine(hash text) returns table (
  key_id uuid, name text, organisation_id uuid, organisation_name text, realm text, grants jsonb
) language sql stable security definer set search_path = public as $$
  select k.id, k.name, o.id, o.name, k.realm, jsonb_build_array(jsonb_build_object('role', k.role, 'placeCode', k.place_code))
  from api_key k join organisation o on o.id = k.organisation_id
  where k.key_hash = hash and k.revoked_at is null
$$;

-- A name for lists and logs; nothing else of a person outside one's jurisdiction is shown.
create function person_name(id_text text) returns text language sql stable security definer set search_path = public as $$
  select name from person where id::text = id_text
$$;

revoke all on function find_caller, find_machine, person_name from public;
grant execute on function find_caller, find_machine, person_name to jincun_app;
grant select, insert on installation to jincun_app;
grant select, insert on organisation, role_grant, api_key, person to jincun_app;
grant update (active) on person to jincun_app;
grant update (ended_at) on role_grant to jincun_app;
grant update (revoked_at) on api_key to jincun_app;
grant select, insert, update on sign_in_record to jincun_app;
grant select, insert, update, delete on auth_user, auth_session, auth_account, auth_verification, auth_two_factor to jincun_app;
