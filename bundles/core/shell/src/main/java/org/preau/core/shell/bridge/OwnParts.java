package org.preau.core.shell.bridge;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.preau.core.shell.Shell;
import org.preau.core.shell.fault.AwayView;
import org.preau.core.shell.fault.FaultView;
import org.preau.core.shell.fault.NotFoundView;
import org.preau.core.shell.help.HelpView;
import org.preau.core.shell.home.HomeView;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.core.shell.notification.NotificationsView;
import org.preau.core.shell.search.SearchView;

/** How the shell's own parts are made. */
final class OwnParts {
    /** The portal's two languages; the shell takes its texts from its own bundle, so there is nothing to translate here. */
    static final I18NProvider LANGUAGES = new I18NProvider() {
        @Override
        public List<Locale> getProvidedLocales() {
            return List.of(Locale.FRENCH, Locale.ENGLISH);
        }

        @Override
        public String getTranslation(String key, Locale locale, Object... parameters) {
            return key;
        }
    };

    private OwnParts() {}

    static Map<Class<?>, Supplier<?>> of(Shell shell) {
        return Map.of(
                ShellLayout.class, () -> new ShellLayout(shell),
                HomeView.class, () -> new HomeView(shell),
                NotificationsView.class, () -> new NotificationsView(shell),
                SearchView.class, () -> new SearchView(shell),
                HelpView.class, () -> new HelpView(shell),
                AwayView.class, () -> new AwayView(shell),
                NotFoundView.class, NotFoundView::new,
                FaultView.class, () -> new FaultView(shell));
    }
}
