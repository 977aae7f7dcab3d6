package org.preau.testkit.mistakes;

import java.util.Collections;
import java.util.List;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.testkit.contract.PortalApplicationContract;

/** Applications with one mistake each, and their contract tests. */
final class ApplicationMistakes {
    private ApplicationMistakes() {}

    static class None extends PortalApplicationContract {
        @Override
        protected PortalApplication application() {
            return new GoodApplication();
        }
    }

    static class NameWithoutText extends PortalApplicationContract {
        @Override
        protected PortalApplication application() {
            return new GoodApplication() {
                @Override
                LocalizedText name() {
                    return TEXTS.both("app.nom");
                }
            };
        }
    }

    static class IconThatIsNone extends PortalApplicationContract {
        @Override
        protected PortalApplication application() {
            return new GoodApplication() {
                @Override
                String icon() {
                    return "dinosaur";
                }
            };
        }
    }

    static class NoMainView extends PortalApplicationContract {
        @Override
        protected boolean opens(AppView<?> view) {
            return false;
        }

        @Override
        protected void makesANewViewAtEachVisit() {
            // there is none to visit
        }

        @Override
        protected PortalApplication application() {
            return new GoodApplication() {
                @Override
                public List<AppView<?>> views() {
                    return List.of(AppView.at("list", View.class, view -> new View(view.user())));
                }
            };
        }
    }

    static class FailsForGuests extends PortalApplicationContract {
        @Override
        protected PortalApplication application() {
            return new GoodApplication() {
                @Override
                public List<AppView<?>> views() {
                    return List.of(AppView.at("", View.class, view -> {
                        if (view.user().profile() == Profile.GUEST) {
                            throw new IllegalStateException("guests were forgotten");
                        }
                        return new View(view.user());
                    }));
                }
            };
        }
    }

    static class SharesItsView extends PortalApplicationContract {
        @Override
        protected PortalApplication application() {
            GoodApplication.View[] kept = new GoodApplication.View[1];
            return new GoodApplication() {
                @Override
                public List<AppView<?>> views() {
                    return List.of(AppView.at("", View.class, view -> {
                        if (kept[0] == null) {
                            kept[0] = new View(view.user());
                        }
                        kept[0].getElement().removeFromTree();
                        return kept[0];
                    }));
                }
            };
        }
    }

    static class CardTooLong extends PortalApplicationContract {
        @Override
        protected PortalApplication application() {
            return new GoodApplication() {
                @Override
                List<HomeCard.Line> lines(UserContext user) {
                    return Collections.nCopies(6, new HomeCard.Line("Bonjour", "", ""));
                }
            };
        }
    }
}
