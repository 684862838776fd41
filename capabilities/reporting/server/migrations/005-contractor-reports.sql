-- Forms of contractors stand beside those of the county: `reporter` is the contract one is handed in under, '' where it is the county's own.
alter table form_version add column reporter text collate "C" not null default '';
alter table form_version add column paper_file_id uuid;
alter table form_version drop constraint form_version_pkey;
alter table form_version add primary key (county_code, realm, reporter, form, period, version);
alter table form_version drop constraint form_version_channel_check;
alter table form_version add constraint form_version_channel_check
  check (channel in ('page', 'file', 'paper') and (channel = 'paper') = (paper_file_id is not null));

-- distributed by county: stations that report every day: the code of their orders, the site they stand for, from when to when (6.4c). Each change is a
-- version that says why; nothing is overwritten.
create table report_station (
  county_code char(6) collate "C" not null,
  code text collate "C" not null,
  version int not null,
  realm text not null check (realm in ('live', 'demo')),
  site_id uuid not null,
  starts_on date not null,
  ends_on date,
  reason text not null,
  changed_at timestamptz not null,
  changed_by text,
  primary key (county_code, realm, code, version),
  foreign key (county_code, site_id) references project_site (county_code, id),
  check (version >= 1 and (version = 1 or reason <> '')),
  check (ends_on is null or ends_on >= starts_on)
);

-- distributed by county: a sheet of one day of one station as its keeper handed it in, by phone or from paper (6.4c, 6.4d). Its orders are rows of the
-- batch of the same id; a sheet without orders says that there was no trade. Append-only.
create table station_sheet (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  contractor char(18) collate "C" not null,
  station text collate "C" not null,
  day date not null,
  orders int not null check (orders >= 0),
  channel text not null check (channel in ('form', 'paper')),
  paper_file_id uuid,
  -- When the keeper wrote it, by the phone; what counts for being on time is when it came.
  written_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by text,
  primary key (county_code, id),
  check ((channel = 'paper') = (paper_file_id is not null))
);
create index station_sheet_by_day on station_sheet (county_code, station, day);

alter table report_station enable row level security;
create policy report_station_scope on report_station using (in_realm(realm) and in_scope(county_code));
alter table station_sheet enable row level security;
create policy station_sheet_scope on station_sheet using (in_realm(realm) and in_scope(county_code));
grant select, insert on report_station, station_sheet to jincun_app;
