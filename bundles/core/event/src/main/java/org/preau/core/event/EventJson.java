package org.preau.core.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.preau.api.base.PortalEvent;

/**
 * Events as JSON. A component unknown to this node's version of a record is passed over. What Jackson learns of a record hangs on the record's own class, so that
 * nothing here keeps the class loader of a bundle that went.
 */
final class EventJson {
    private static final int CACHED_TYPES = 50;

    private final ClassValue<ObjectMapper> mappers = new ClassValue<>() {
        @Override
        protected ObjectMapper computeValue(Class<?> type) {
            LookupCache<Object, JavaType> own = new LRUMap<>(CACHED_TYPES, CACHED_TYPES);
            return JsonMapper.builder()
                    .typeFactory(TypeFactory.defaultInstance().withCache(own))
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
        }
    };

    /** The event as JSON; {@code IllegalArgumentException} when its class is not made for it. */
    String written(PortalEvent event) {
        try {
            return mappers.get(event.getClass()).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /** The event that JSON stands for; {@code IllegalArgumentException} when it does not fit the class. */
    <E extends PortalEvent> E read(String json, Class<E> type) {
        try {
            return mappers.get(type).readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event does not fit " + type.getName(), e);
        }
    }
}
