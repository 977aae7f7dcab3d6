-- What is urgent goes round the publication hours, and by short message to who gave a telephone.
alter table notification.told add column urgent boolean not null default false;
