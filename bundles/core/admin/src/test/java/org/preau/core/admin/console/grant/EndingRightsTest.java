package org.preau.core.admin.console.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantEntry;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.GrantState;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Page;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.signin.PortalSession;
import org.preau.core.admin.console.Perimeters;

@Requirement("621A")
class EndingRightsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private final Structure oaks =
            new Structure(UUID.randomUUID(), StructureKind.SCHOOL, "0770001A", "Les Chênes", "Melun");
    private final UUID account = UUID.randomUUID();
    private final List<Grant> held = new ArrayList<>();
    private final List<Grant> ending = new ArrayList<>();
    private boolean gives;

    @Test
    void tellsTheHolderOnceTheEndIsNear() {
        held.add(grant(account, TODAY.plusDays(46)));
        held.add(grant(account, null));
        assertThat(today(Locale.FRENCH)).isEmpty();
        held.add(grant(account, TODAY.plusDays(45)));
        assertThat(today(Locale.FRENCH)).singleElement().satisfies(item -> {
            assertThat(item.text())
                    .isEqualTo(
                            "Votre droit d'administration sur Les Chênes finit le 4 janvier 2027 : demandez qu'il soit prolongé");
            assertThat(item.path()).isEqualTo("grants");
        });
        assertThat(today(Locale.ENGLISH).get(0).text()).contains("Les Chênes ends on January 4, 2027");
    }

    @Test
    void tellsWhoCanExtendThemOfOthersAlone() {
        ending.add(grant(account, TODAY));
        ending.add(grant(UUID.randomUUID(), TODAY));
        ending.add(grant(UUID.randomUUID(), TODAY));
        assertThat(today(Locale.FRENCH)).isEmpty();
        gives = true;
        assertThat(today(Locale.FRENCH))
                .extracting(TodayItem::kind, TodayItem::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        TodayItem.Kind.TO_DO, "2 droits d'administration finissent bientôt"));
    }

    private List<TodayItem> today(Locale locale) {
        PortalSession session = new PortalSession(
                UUID.randomUUID(),
                account,
                UUID.randomUUID(),
                "",
                "",
                "",
                "local",
                Instant.EPOCH,
                new PortalSession.Context(Profile.HEAD, oaks.id(), oaks.name(), oaks.code(), null));
        Structures structures = fake(Structures.class, Optional.of(oaks));
        Authorisation authorisation = (Authorisation) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Authorisation.class},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class ? (Object) gives : Set.of());
        GrantRegister register = fake(
                GrantRegister.class,
                new Page<>(
                        ending.stream()
                                .map(each ->
                                        new GrantEntry(each, GrantState.RUNNING, "", null, Instant.EPOCH, null, null))
                                .toList(),
                        ending.size()));
        return new EndingRights(
                        fake(Grants.class, List.copyOf(held)),
                        register,
                        structures,
                        new Perimeters(authorisation, structures))
                .today(new UserContext(session, locale), TODAY);
    }

    private Grant grant(UUID holder, @Nullable LocalDate until) {
        return new Grant(UUID.randomUUID(), holder, Role.ADML, oaks.id(), until);
    }

    /** Answers the same to everything. */
    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                EndingRightsTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
