-- Files, rulings and confirmations change what a signer sees, so they count as versions too, with no section changed.
alter table application_version drop constraint application_version_via_check;
alter table application_version add constraint application_version_via_check
  check (via in ('form', 'workbook', 'attachment', 'ruling', 'confirmation'));
