package org.preau.core.shell.bridge;

import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.OneTimeInitializerPredicate;
import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.router.DefaultRoutePathProvider;
import com.vaadin.flow.router.RoutePathProvider;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.startup.ApplicationConfigurationFactory;
import com.vaadin.flow.server.startup.DefaultApplicationConfigurationFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Flow looks up from its surroundings, written down: no class path is searched. */
final class ShellLookup implements Lookup {
    private final Map<Class<?>, Object> services;

    ShellLookup(InstantiatorFactory instantiators) {
        VaadinFiles files = new VaadinFiles();
        services = Map.of(
                ResourceProvider.class,
                new VaadinLoaders(),
                InstantiatorFactory.class,
                instantiators,
                ApplicationConfigurationFactory.class,
                new DefaultApplicationConfigurationFactory(),
                RoutePathProvider.class,
                new DefaultRoutePathProvider(),
                OneTimeInitializerPredicate.class,
                (OneTimeInitializerPredicate) () -> true,
                StaticFileHandlerFactory.class,
                (StaticFileHandlerFactory) service -> files);
    }

    @Override
    public <T> @Nullable T lookup(Class<T> type) {
        return type.cast(services.get(type));
    }

    @Override
    public <T> Collection<T> lookupAll(Class<T> type) {
        T service = lookup(type);
        return service == null ? List.of() : List.of(service);
    }
}
