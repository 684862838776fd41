-- distributed by county: a county is a demonstration county of a year from a day on (4.6, 4.7, 5.5). Made once, never changed.
create table designation (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  -- Code and name in force on the first day; county_code is the last code of the county's line.
  printed_code char(6) collate "C" not null,
  county_name text not null,
  first_day date not null,
  way text not null check (way in ('application', 'incentive', 'region-wide')),
  clause text not null,
  document text not null,
  decided_at timestamptz not null,
  decided_by text,
  primary key (county_code, id),
  unique (county_code, realm, year)
);

-- Everyone may read who is a demonstration county; only those in scope make one.
alter table designation enable row level security;
create policy designation_read on designation for select using (in_realm(realm));
create policy designation_make on designation for insert with check (in_realm(realm) and in_scope(county_code));
grant select, insert on designation to jincun_app;
