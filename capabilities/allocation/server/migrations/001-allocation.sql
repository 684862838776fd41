-- reference: versions of the input sheet of a year, right or wrong, as typed or imported. Only added to.
create table allocation_sheet (
  id uuid primary key,
  county_code char(6) collate "C" not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  version int not null,
  -- {header: [...], rows: [[...]]}
  grid jsonb not null,
  source text not null,
  saved_at timestamptz not null,
  saved_by text,
  unique (realm, year, version)
);

-- reference: runs of the factor method, each with everything needed to repeat it. Only added to.
create table allocation_run (
  id uuid primary key,
  county_code char(6) collate "C" not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  sheet_version int not null,
  title text not null,
  inputs_hash text not null,
  total int not null,
  method text not null,
  snapshot jsonb not null,
  made_at timestamptz not null,
  made_by text
);
create index allocation_run_year on allocation_run (realm, year, made_at);

-- distributed by province code: the published provisional number of counties (5.1). A correction is a further issue; the highest counts.
create table provisional_quota (
  county_code char(6) collate "C" not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  issue int not null check (issue >= 1),
  quota int not null check (quota >= 0),
  run_id uuid not null,
  inputs_hash text not null,
  reason text,
  published_at timestamptz not null,
  published_by text,
  primary key (county_code, realm, year, issue)
);

alter table allocation_sheet enable row level security;
create policy allocation_sheet_scope on allocation_sheet using (in_realm(realm) and in_scope(county_code));
grant select, insert on allocation_sheet to jincun_app;

alter table allocation_run enable row level security;
create policy allocation_run_scope on allocation_run using (in_realm(realm) and in_scope(county_code));
grant select, insert on allocation_run to jincun_app;

alter table provisional_quota enable row level security;
create policy provisional_quota_scope on provisional_quota using (in_realm(realm) and in_scope(county_code));
grant select, insert on provisional_quota to jincun_app;
