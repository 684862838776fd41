-- distributed by place: a province's ranked list of a year (5.2, 5.3); county_code is the province's code.
create table ranked_list (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  -- The last version saved; moved on in the same transaction that adds the version.
  version int not null check (version >= 1),
  primary key (county_code, id),
  unique (county_code, realm, year)
);

-- distributed by place: every version of a list as it was saved. Append-only.
create table ranked_list_version (
  county_code char(6) collate "C" not null,
  list_id uuid not null,
  version int not null,
  realm text not null,
  -- Given by the caller: saving twice is one version.
  change_id uuid not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by text,
  primary key (county_code, list_id, version),
  unique (county_code, change_id),
  foreign key (county_code, list_id) references ranked_list (county_code, id)
);

-- distributed by place: what happened to a list; its state is folded from these. Append-only; two at once meet at the unique seq.
create table ranked_list_event (
  county_code char(6) collate "C" not null,
  list_id uuid not null,
  seq int not null,
  id uuid not null,
  realm text not null,
  verb text not null check (verb in ('submit', 'recall', 'forfeit', 'reopen')),
  at timestamptz not null,
  by_person text,
  by_name text not null,
  version int not null,
  package_hash text,
  reason text,
  ruling text,
  until timestamptz,
  primary key (county_code, list_id, seq),
  unique (county_code, id),
  foreign key (county_code, list_id) references ranked_list (county_code, id),
  check ((verb = 'submit') = (package_hash is not null)),
  check ((verb = 'reopen') = (ruling is not null and until is not null))
);

-- distributed by place: what was handed in, as it was shown: canonical JSON whose SHA-256 is its key. Append-only.
create table ranked_list_package (
  county_code char(6) collate "C" not null,
  list_id uuid not null,
  hash text not null,
  realm text not null,
  content text not null,
  -- All findings shown at that moment, with their messages.
  findings jsonb not null,
  primary key (county_code, list_id, hash),
  foreign key (county_code, list_id) references ranked_list (county_code, id)
);

alter table ranked_list enable row level security;
alter table ranked_list_version enable row level security;
alter table ranked_list_event enable row level security;
alter table ranked_list_package enable row level security;
create policy ranked_list_scope on ranked_list using (in_realm(realm) and in_scope(county_code));
create policy ranked_list_version_scope on ranked_list_version using (in_realm(realm) and in_scope(county_code));
create policy ranked_list_event_scope on ranked_list_event using (in_realm(realm) and in_scope(county_code));
create policy ranked_list_package_scope on ranked_list_package using (in_realm(realm) and in_scope(county_code));
grant select, insert, update (version) on ranked_list to jincun_app;
grant select, insert on ranked_list_version, ranked_list_event, ranked_list_package to jincun_app;
