-- distributed by county: a site put right after a request for acceptance fixed it (6.2, 6.3), with what stood before and why. Append-only.
create table site_correction (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  project_id uuid not null,
  site_id uuid not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text,
  primary key (county_code, id),
  foreign key (county_code, project_id) references project (county_code, id),
  foreign key (county_code, site_id) references project_site (county_code, id)
);
create index site_correction_by_project on site_correction (county_code, project_id);
alter table site_correction enable row level security;
create policy site_correction_scope on site_correction using (in_realm(realm) and in_scope(county_code));
grant select, insert on site_correction to jincun_app;
