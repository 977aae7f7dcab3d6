package org.preau.core.admin.view;

import java.util.Locale;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Texts;
import org.preau.ui.kit.AppPage;

/** What the screens of the console share: the user, his language, the texts. */
abstract class Screen extends AppPage {
    /** Address of the console. */
    static final String HOME = "/app/administration";

    private static final Texts TEXTS = Texts.of(Screen.class);

    final Desk desk;
    final ViewContext view;

    Screen(Desk desk, ViewContext view) {
        this.desk = desk;
        this.view = view;
    }

    UserContext user() {
        return view.user();
    }

    Locale locale() {
        return user().locale();
    }

    String text(String key, Object... arguments) {
        return TEXTS.text(locale(), key, arguments);
    }
}
