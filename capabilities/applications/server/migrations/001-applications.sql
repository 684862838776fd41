-- distributed by county: a county's application in a year's round (4.3–4.7, 5.2). `content` is the fold of application_version.
-- The state 'forfeited' is never stored: it follows from the deadline and the clock (5.3).
create table application (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  type text not null check (type in ('first', 'repeat', 'regionWide', 'directDesignation')),
  state text not null check (state in ('draft', 'submitted', 'returned', 'withdrawn', 'accepted-for-review')),
  version bigint not null check (version >= 1),
  content jsonb not null,
  -- What lists show; worked out from content and findings at every save.
  summary jsonb not null,
  -- Set by a ruling of the centre.
  extended_to timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (county_code, id)
);
-- A county has one application a year that is not withdrawn.
create unique index application_standing on application (county_code, realm, year) where state <> 'withdrawn';
create index application_year on application (year, county_code);

-- distributed by county: what each save changed, section by section. Append-only; version n is the fold of the saves up to n
-- over an empty first application.
create table application_version (
  county_code char(6) collate "C" not null,
  id uuid not null,
  application_id uuid not null,
  realm text not null,
  version bigint not null,
  edits jsonb not null,
  via text not null check (via in ('form', 'workbook')),
  saved_at timestamptz not null,
  saved_by text not null,
  saved_by_name text not null,
  primary key (county_code, id),
  unique (county_code, application_id, version),
  foreign key (county_code, application_id) references application (county_code, id)
);

-- distributed by county: what was done with an application, by whom and why. Append-only.
create table application_entry (
  county_code char(6) collate "C" not null,
  id uuid not null,
  application_id uuid not null,
  realm text not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  person_id text not null,
  person_name text not null,
  office text not null,
  reason text,
  -- Order of writing, from 1 in each application; two entries may be of the same instant.
  number bigint not null,
  primary key (county_code, id),
  unique (county_code, application_id, number),
  foreign key (county_code, application_id) references application (county_code, id)
);

-- distributed by county: what was submitted, as it was shown. `content` is the canonical JSON whose SHA-256 is `hash`. Append-only.
create table application_submission (
  county_code char(6) collate "C" not null,
  id uuid not null,
  application_id uuid not null,
  realm text not null,
  version bigint not null,
  content text not null,
  hash text not null,
  submitted_at timestamptz not null,
  primary key (county_code, id),
  foreign key (county_code, application_id) references application (county_code, id)
);
create index application_submission_application on application_submission (county_code, application_id);

-- distributed by county: rulings of the provincial authority on doubtful budget lines (3.6). Append-only, published.
create table application_ruling (
  county_code char(6) collate "C" not null,
  id uuid not null,
  application_id uuid not null,
  realm text not null,
  line_id text not null,
  line_name text not null,
  decision text not null check (decision in ('permitted', 'prohibited')),
  reason text not null,
  clause text not null,
  person_id text not null,
  person_name text not null,
  office text not null,
  ruled_at timestamptz not null,
  primary key (county_code, id),
  foreign key (county_code, application_id) references application (county_code, id)
);

-- distributed by county: an authority's word on a fact that the public lists leave unknown. Append-only, published.
create table application_confirmation (
  county_code char(6) collate "C" not null,
  id uuid not null,
  application_id uuid not null,
  realm text not null,
  rule text not null,
  holds boolean not null,
  reason text not null,
  person_id text not null,
  person_name text not null,
  office text not null,
  confirmed_at timestamptz not null,
  primary key (county_code, id),
  foreign key (county_code, application_id) references application (county_code, id)
);

-- distributed by county: files of an application, bytes included (docs/decisions/attachments-in-the-database.md).
create table application_attachment (
  county_code char(6) collate "C" not null,
  id uuid not null,
  application_id uuid not null,
  realm text not null,
  name text not null,
  media_type text not null,
  size bigint not null check (size > 0 and size = octet_length(bytes)),
  sha256 text not null check (sha256 = encode(sha256(bytes), 'hex')),
  bytes bytea not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  -- Taken off the application; the bytes stay, because a submission may have frozen the file.
  removed_at timestamptz,
  primary key (county_code, id),
  foreign key (county_code, application_id) references application (county_code, id)
);
-- Compressed formats gain nothing from being compressed again.
alter table application_attachment alter column bytes set storage external;

-- distributed by county: Excel files handed in, with the errors by sheet, row and column that are kept until a file without errors comes.
create table application_import (
  county_code char(6) collate "C" not null,
  id uuid not null,
  application_id uuid not null,
  realm text not null,
  sheet text not null check (sheet in ('budget', 'goals')),
  file_name text not null,
  errors jsonb not null,
  notes jsonb not null,
  version bigint,
  imported_at timestamptz not null,
  imported_by_name text not null,
  number bigint not null,
  primary key (county_code, id),
  unique (county_code, application_id, number),
  foreign key (county_code, application_id) references application (county_code, id)
);

alter table application enable row level security;
create policy application_scope on application using (in_realm(realm) and in_scope(county_code));
alter table application_version enable row level security;
create policy application_version_scope on application_version using (in_realm(realm) and in_scope(county_code));
alter table application_entry enable row level security;
create policy application_entry_scope on application_entry using (in_realm(realm) and in_scope(county_code));
alter table application_submission enable row level security;
create policy application_submission_scope on application_submission using (in_realm(realm) and in_scope(county_code));
alter table application_ruling enable row level security;
create policy application_ruling_scope on application_ruling using (in_realm(realm) and in_scope(county_code));
alter table application_confirmation enable row level security;
create policy application_confirmation_scope on application_confirmation using (in_realm(realm) and in_scope(county_code));
alter table application_attachment enable row level security;
create policy application_attachment_scope on application_attachment using (in_realm(realm) and in_scope(county_code));
alter table application_import enable row level security;
create policy application_import_scope on application_import using (in_realm(realm) and in_scope(county_code));

grant select, insert, update (type, state, version, content, summary, extended_to, updated_at) on application to jincun_app;
grant select, insert on application_version, application_entry, application_submission, application_ruling to jincun_app;
grant select, insert on application_confirmation, application_import to jincun_app;
grant select, insert, update (removed_at) on application_attachment to jincun_app;
