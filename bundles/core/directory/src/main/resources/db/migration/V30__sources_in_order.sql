-- Of several sources of one person the first that still names him says who he is: the AAF of the first degree, that of the second, ONDE, any other.
create function directory.source_rank(feed text) returns integer immutable parallel safe language sql as $$
    select case feed when 'aaf' then 1 when 'aaf2d' then 2 when 'onde' then 3 else 4 end
$$;
