-- distributed by county: the monthly and yearly forms of a county, each version as it was handed in (6.4c). A correction is the next version and
-- says why; nothing is overwritten, so the application may not update.
create table form_version (
  county_code char(6) collate "C" not null,
  form text collate "C" not null,
  -- '2020-05' or '2020'.
  period text collate "C" not null,
  version int not null,
  realm text not null check (realm in ('live', 'demo')),
  id uuid not null,
  type_version int not null,
  rows jsonb not null,
  reason text not null,
  channel text not null check (channel in ('page', 'file')),
  entered_at timestamptz not null,
  entered_by text,
  primary key (county_code, realm, form, period, version),
  unique (county_code, id),
  check (version >= 1 and (version = 1 or reason <> '')),
  check (jsonb_typeof(rows) = 'array')
);
alter table form_version enable row level security;
create policy form_version_scope on form_version using (in_realm(realm) and in_scope(county_code));
grant select, insert on form_version to jincun_app;
