-- distributed by county: the day the sites of a project were fixed by a request for acceptance (6.2, 6.3): what is checked, drawn and accepted is
-- what was registered then. Null while sites may still be entered.
alter table project add column sites_fixed_on date;
grant update (sites_fixed_on) on project to jincun_app;
