-- distributed by county: which record shows a photo, by the hash of the photo, so that one picture shown for two things is found. Append-only.
create table photo_use (
  county_code char(6) collate "C" not null,
  sha256 text not null,
  record_kind text not null check (record_kind in ('progress', 'sign', 'asset', 'stock-take', 'visit', 'operation')),
  record_id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  project_id uuid not null,
  -- What it shows, as it was called then, and the end of the address of its page.
  label text not null,
  opens text not null,
  used_at timestamptz not null,
  primary key (county_code, sha256, record_kind, record_id),
  foreign key (county_code, project_id) references project (county_code, id)
);
create index photo_use_hash on photo_use (sha256);
alter table photo_use enable row level security;
create policy photo_use_scope on photo_use using (in_realm(realm) and in_scope(county_code));
grant select, insert on photo_use to jincun_app;

-- One maker's number on two cards is found the same way.
create index asset_card_serial on asset_card ((upper(btrim(content->>'serial'))));
