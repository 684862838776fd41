-- What was published, as it was published. The log is a Merkle tree (RFC 9162): its leaves are the hashes of these rows in order.
-- coordinator: one national log.
create table publication (
  leaf bigint primary key,
  id uuid not null unique,
  county_code char(6) collate "C" not null,
  realm text not null,
  kind text not null,
  year int not null,
  title_zh text not null,
  title_en text not null,
  -- Canonical JSON; its SHA-256 is the hash shown beside it.
  content text not null,
  hash text not null,
  clause text not null,
  published_at timestamptz not null,
  published_by text
);
create index publication_kind on publication (kind, year, county_code);

-- coordinator: the number of leaves, locked while one is added.
create table publication_head (single boolean primary key default true check (single), leaves bigint not null);
insert into publication_head values (true, 0);

-- The only way in; sending the same id twice is one publication.
create function append_publication(
  new_id uuid, place char(6), in_which_realm text, what text, in_year int, zh text, en text, body text, cites text, at timestamptz, who text
) returns bigint language plpgsql security definer set search_path = public as $$
declare
  next_leaf bigint;
begin
  select leaves into next_leaf from publication_head for update;
  if exists (select from publication where id = new_id) then return (select leaf from publication where id = new_id); end if;
  insert into publication values (next_leaf, new_id, place, in_which_realm, what, in_year, zh, en, body,
    encode(sha256(convert_to(body, 'UTF8')), 'hex'), cites, at, who);
  update publication_head set leaves = next_leaf + 1;
  return next_leaf;
end $$;

-- Published means readable by everyone; nobody changes it.
revoke all on publication, publication_head from public;
grant select on publication, publication_head to jincun_app;
revoke all on function append_publication from public;
grant execute on function append_publication to jincun_app;
