-- distributed by county: a visit to a service station and what was seen. Append-only.
create table visit (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  seen text not null,
  recorded_at timestamptz not null,
  primary key (county_code, id)
);
alter table visit enable row level security;
create policy visit_scope on visit using (in_realm(realm) and in_scope(county_code));
grant select, insert on visit to jincun_app;
