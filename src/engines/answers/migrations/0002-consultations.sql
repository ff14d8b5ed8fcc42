-- An answer is also owed to a consultation whose results were published.
alter table answers.clock drop constraint clock_reason_check;
alter table answers.clock add constraint clock_reason_check check (reason in ('threshold', 'question', 'consultation', 'study', 'appeal'));
