-- The SHA-256 of what was asked under an id, so that the same id with other content is told from the same order sent twice.
-- Null on rows that no caller's order stands behind (the forfeiture written with a reopening, the version an attachment makes).
alter table application_version add column order_hash text;
alter table application_entry add column order_hash text;
alter table application_import add column order_hash text;
