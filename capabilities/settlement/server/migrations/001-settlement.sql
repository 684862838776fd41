-- distributed by place: what the centre says of a provincial plan (5.4), under the province's code. The latest counts.
create table plan_review (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  -- Out of 100, as written.
  score text not null,
  comment text not null,
  reviewed_at timestamptz not null,
  reviewed_by text,
  reviewed_by_name text not null,
  primary key (county_code, id)
);

-- distributed by place: the approved number of counties of a province (5.4). Append-only; the latest counts.
create table quota_approval (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  approved int not null check (approved >= 0),
  provisional int,
  plan_score text not null,
  reason text not null,
  approved_at timestamptz not null,
  approved_by text,
  approved_by_name text not null,
  primary key (county_code, id)
);

-- distributed by place: money allotted in advance to a province for a year's round (5.1), in 分. A mistake is corrected by a further row.
create table advance_allotment (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  amount bigint not null check (amount <> 0),
  document text not null,
  allotted_on date not null,
  entered_at timestamptz not null,
  entered_by text,
  primary key (county_code, id)
);

-- distributed by place: 多退少补 (5.4): what a province was due, had got, gets and gives back, in 分. Once a year, never changed.
create table settlement_line (
  county_code char(6) collate "C" not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  settlement_id uuid not null,
  approved int not null check (approved >= 0),
  incentive int not null check (incentive >= 0),
  counties int not null check (counties >= 0),
  standard bigint not null check (standard > 0),
  advance bigint not null check (advance >= 0),
  due bigint not null,
  make_up bigint not null check (make_up >= 0),
  give_back bigint not null check (give_back >= 0),
  settled_at timestamptz not null,
  primary key (county_code, realm, year),
  check (due = counties * standard),
  check (advance + make_up - give_back = due),
  check (make_up = 0 or give_back = 0)
);

alter table plan_review enable row level security;
alter table quota_approval enable row level security;
alter table advance_allotment enable row level security;
alter table settlement_line enable row level security;
create policy plan_review_scope on plan_review using (in_realm(realm) and in_scope(county_code));
create policy quota_approval_scope on quota_approval using (in_realm(realm) and in_scope(county_code));
create policy advance_allotment_scope on advance_allotment using (in_realm(realm) and in_scope(county_code));
create policy settlement_line_scope on settlement_line using (in_realm(realm) and in_scope(county_code));
grant select, insert on plan_review, quota_approval, advance_allotment, settlement_line to jincun_app;
