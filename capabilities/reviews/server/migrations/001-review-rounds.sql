-- The expert-review half: pool, rounds, draw, invitations, assignments, score sheets, outcome.
-- A reviewer's own routes run without any jurisdiction: such a transaction sees only rows that carry the reviewer's own person id.
-- The office's routes run with its province as jurisdiction and see no score sheet before it was released.

-- distributed: a province's pool of experts, under the province's code.
create table expert (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  -- The account the expert signs in with.
  person_id text,
  name text not null,
  organisation_name text not null,
  title text not null,
  home_county_code char(6) collate "C" not null,
  fields text[] not null,
  declared_relations jsonb not null,
  past_contracts jsonb not null,
  active boolean not null,
  version int not null,
  changed_at timestamptz not null,
  primary key (county_code, id),
  unique (county_code, person_id)
);
alter table expert enable row level security;
create policy expert_office on expert using (in_realm(realm) and in_scope(county_code));
create policy expert_own on expert for select using (in_realm(realm) and person_id = current_person());
grant select, insert, update on expert to jincun_app;

-- distributed: a round of one province's review, under the province's code.
create table review_round (
  county_code char(6) collate "C" not null,
  id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  year int not null,
  title text not null,
  state text not null check (state in ('preparing', 'committed', 'inviting', 'scoring', 'closed', 'confirmed', 'cancelled')),
  version int not null,
  settings jsonb not null,
  -- The score sheet as it was when the round was committed; what reviewers see never changes afterwards.
  scorecard jsonb not null,
  -- The counties under review ({ code, name }), which an invited expert sees to declare ties before accepting.
  counties jsonb not null default '[]',
  -- Accounts of the invited, so that they and nobody else may read the round.
  reviewer_people text[] not null default '{}',
  created_at timestamptz not null,
  scoring_until date,
  closed_at timestamptz,
  confirmed_at timestamptz,
  published_at timestamptz,
  cancel_reason text,
  primary key (county_code, id)
);
alter table review_round enable row level security;
create policy review_round_office on review_round using (in_realm(realm) and in_scope(county_code));
create policy review_round_own on review_round for select using (in_realm(realm) and current_person() = any (reviewer_people));
grant select, insert, update on review_round to jincun_app;

-- distributed: commitment and draw of a round; a round that is drawn anew is a new round.
create table review_draw (
  county_code char(6) collate "C" not null,
  round_id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  plan jsonb not null,
  sources jsonb not null,
  pool jsonb not null,
  pool_hash text not null,
  committed_at timestamptz not null,
  parts jsonb,
  seed text,
  drawn jsonb,
  drawn_at timestamptz,
  primary key (county_code, round_id),
  foreign key (county_code, round_id) references review_round (county_code, id)
);
alter table review_draw enable row level security;
create policy review_draw_scope on review_draw using (in_realm(realm) and in_scope(county_code));
grant select, insert, update (parts, seed, drawn, drawn_at) on review_draw to jincun_app;

-- distributed: an expert asked to review.
create table review_invitation (
  county_code char(6) collate "C" not null,
  id uuid not null,
  round_id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  expert_id uuid not null,
  person_id text,
  place int not null,
  for_field text,
  state text not null check (state in ('invited', 'accepted', 'declined', 'replaced')),
  reason text,
  -- Ties the expert declared with the answer: counties and what ties.
  declared jsonb not null default '[]',
  invited_at timestamptz not null,
  answered_at timestamptz,
  primary key (county_code, id),
  unique (county_code, round_id, expert_id),
  foreign key (county_code, round_id) references review_round (county_code, id)
);
alter table review_invitation enable row level security;
create policy review_invitation_office on review_invitation using (in_realm(realm) and in_scope(county_code));
create policy review_invitation_read_own on review_invitation for select using (in_realm(realm) and person_id = current_person());
create policy review_invitation_answer_own on review_invitation for update using (in_realm(realm) and person_id = current_person());
grant select, insert, update (state, reason, declared, person_id, answered_at) on review_invitation to jincun_app;

-- distributed: an application as it was submitted, put before a round, under its county's code.
create table review_application (
  county_code char(6) collate "C" not null,
  round_id uuid not null,
  application_id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  county_name text not null,
  submission jsonb not null,
  submission_hash text not null,
  -- What conflicts and assignment ask of it (ReviewedApplication), so that lists need not read the whole submission.
  reviewed jsonb not null,
  -- Facts the province settled with a source, by fact id (epidemic-hit area, …).
  settled jsonb not null default '{}',
  reviewer_people text[] not null default '{}',
  primary key (county_code, round_id, application_id)
);
alter table review_application enable row level security;
create policy review_application_office on review_application using (in_realm(realm) and in_scope(county_code));
create policy review_application_own on review_application for select using (in_realm(realm) and current_person() = any (reviewer_people));
grant select, insert, update (settled, reviewer_people) on review_application to jincun_app;

-- distributed: who reviews what, under the county's code. Progress stands here, so that the office sees it without seeing a score.
create table review_assignment (
  county_code char(6) collate "C" not null,
  round_id uuid not null,
  application_id uuid not null,
  expert_id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  person_id text not null,
  field_match boolean not null,
  assigned_at timestamptz not null,
  started_at timestamptz,
  submitted_at timestamptz,
  revision int not null default 0,
  -- A reviewer who stepped back or was replaced; sheets handed in before stay but do not count.
  ended_at timestamptz,
  end_reason text,
  recheck_reason text,
  primary key (county_code, round_id, application_id, expert_id),
  foreign key (county_code, round_id, application_id) references review_application (county_code, round_id, application_id)
);
create index review_assignment_person on review_assignment (person_id);
alter table review_assignment enable row level security;
create policy review_assignment_office on review_assignment using (in_realm(realm) and in_scope(county_code));
create policy review_assignment_read_own on review_assignment for select using (in_realm(realm) and person_id = current_person());
create policy review_assignment_work_own on review_assignment for update using (in_realm(realm) and person_id = current_person());
grant select, insert, update (started_at, submitted_at, revision, ended_at, end_reason, recheck_reason) on review_assignment to jincun_app;

-- distributed: a sheet in work; only its reviewer reads and writes it.
create table score_draft (
  county_code char(6) collate "C" not null,
  round_id uuid not null,
  application_id uuid not null,
  expert_id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  person_id text not null,
  items jsonb not null,
  comment text not null,
  version int not null,
  saved_at timestamptz not null,
  primary key (county_code, round_id, application_id, expert_id)
);
alter table score_draft enable row level security;
create policy score_draft_own on score_draft using (in_realm(realm) and person_id = current_person());
grant select, insert, update (items, comment, version, saved_at) on score_draft to jincun_app;

-- distributed: sheets as handed in. A row is never changed or deleted, but for its release when the round is closed.
create table score_sheet (
  county_code char(6) collate "C" not null,
  id uuid not null,
  round_id uuid not null,
  application_id uuid not null,
  expert_id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  person_id text not null,
  revision int not null,
  items jsonb not null,
  comment text not null,
  -- Half points.
  total int not null check (total >= 0),
  revision_reason text,
  submitted_at timestamptz not null,
  released boolean not null default false,
  primary key (county_code, id),
  unique (county_code, round_id, application_id, expert_id, revision)
);
create index score_sheet_round on score_sheet (round_id);
alter table score_sheet enable row level security;
create policy score_sheet_read on score_sheet for select
  using (in_realm(realm) and (person_id = current_person() or (released and in_scope(county_code))));
create policy score_sheet_hand_in on score_sheet for insert with check (in_realm(realm) and person_id = current_person());
grant select, insert on score_sheet to jincun_app;

-- distributed: what the province stands by, as canonical JSON, under the province's code. Made once, never changed.
create table review_outcome (
  county_code char(6) collate "C" not null,
  round_id uuid not null,
  realm text not null check (realm in ('live', 'demo')),
  content text not null,
  hash text not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  primary key (county_code, round_id),
  foreign key (county_code, round_id) references review_round (county_code, id)
);
alter table review_outcome enable row level security;
create policy review_outcome_scope on review_outcome using (in_realm(realm) and in_scope(county_code));
grant select, insert on review_outcome to jincun_app;

-- Shows a round's sheets to the office once scoring is over. The caller cannot see them before, so this runs as their owner; it
-- asks for itself whether the caller may and whether the round is closed.
create function release_score_sheets(place char(6), round uuid) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  shown bigint;
begin
  if not in_scope(place) or not exists (
    select from review_round r where r.county_code = place and r.id = round and in_realm(r.realm) and r.state = 'closed'
  ) then raise exception 'not to be released' using errcode = '42501'; end if;
  update score_sheet set released = true where round_id = round and not released;
  get diagnostics shown = row_count;
  return shown;
end $$;
revoke all on function release_score_sheets from public;
grant execute on function release_score_sheets to jincun_app;
