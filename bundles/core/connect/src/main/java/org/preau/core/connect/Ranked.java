package org.preau.core.connect;

import java.util.Map;

/**
 * A service with its place among those that stand for the same thing: the highest ranking serves, the oldest among equals.
 *
 * @param key what it stands for, asked once
 * @param service the service
 * @param ranking {@code service.ranking}, 0 where none is set
 * @param id {@code service.id}
 */
record Ranked<T>(String key, T service, int ranking, long id) implements Comparable<Ranked<T>> {
    static <T> Ranked<T> of(String key, T service, Map<String, ?> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer set ? set : 0;
        long id = properties.get("service.id") instanceof Long set ? set : 0;
        return new Ranked<>(key, service, ranking, id);
    }

    @Override
    public int compareTo(Ranked<T> other) {
        int byRanking = Integer.compare(other.ranking, ranking);
        return byRanking != 0 ? byRanking : Long.compare(id, other.id);
    }
}
