-- distributed by place: a province's final list of a year (5.5), under the province's code.
create table final_list (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  version int not null check (version >= 1),
  state text not null check (state in ('draft', 'submitted', 'published')),
  -- Of the package handed in last; null before the first submission.
  package_hash text,
  primary key (county_code, id),
  unique (county_code, realm, year)
);

-- distributed by place: every version as it was saved. Append-only.
create table final_list_version (
  county_code char(6) collate "C" not null,
  list_id uuid not null,
  version int not null,
  realm text not null,
  change_id uuid not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by text,
  primary key (county_code, list_id, version),
  unique (county_code, change_id),
  foreign key (county_code, list_id) references final_list (county_code, id)
);

-- distributed by place: each step taken with a list, so that a step sent twice is one. Append-only.
create table final_list_step (
  county_code char(6) collate "C" not null,
  list_id uuid not null,
  id uuid not null,
  realm text not null,
  verb text not null check (verb in ('submit', 'return', 'publish')),
  version int not null,
  at timestamptz not null,
  by_person text,
  by_name text not null,
  reason text,
  package_hash text,
  -- What was handed in, as canonical JSON whose SHA-256 is package_hash; only on 'submit'.
  content text,
  primary key (county_code, id),
  foreign key (county_code, list_id) references final_list (county_code, id),
  check ((verb = 'submit') = (content is not null))
);

-- distributed by place: a ruling of the centre that lets a final list come late.
create table final_list_ruling (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  ruling text not null,
  reason text not null,
  until timestamptz not null,
  ruled_at timestamptz not null,
  ruled_by text,
  primary key (county_code, id)
);

alter table final_list enable row level security;
alter table final_list_version enable row level security;
alter table final_list_step enable row level security;
alter table final_list_ruling enable row level security;
create policy final_list_scope on final_list using (in_realm(realm) and in_scope(county_code));
create policy final_list_version_scope on final_list_version using (in_realm(realm) and in_scope(county_code));
create policy final_list_step_scope on final_list_step using (in_realm(realm) and in_scope(county_code));
create policy final_list_ruling_scope on final_list_ruling using (in_realm(realm) and in_scope(county_code));
grant select, insert, update (version, state, package_hash) on final_list to jincun_app;
grant select, insert on final_list_version, final_list_step, final_list_ruling to jincun_app;
