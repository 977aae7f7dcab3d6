package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.directory.identity.Merge;
import org.preau.api.directory.identity.PeopleParted;

/** A merge is undone, whatever came after it. */
class MergeUndoTest extends MergeWorld {
    @Test
    @Requirement("621C")
    void undoGivesBackBothPeopleAsTheyWere() {
        families();
        List<String> before = world.rows();
        Merge merge = world.identities.merge(BY, world.person("30"), world.person("31"));
        assertThat(world.rows()).isNotEqualTo(before);
        world.identities.undo(BY, merge.id());
        assertThat(world.rows()).isEqualTo(before);
        assertThat(world.schools.events)
                .contains(new PeopleParted(merge.kept(), merge.gone(), merge.keptAccount(), merge.aliasAccount()));
        assertThat(world.alike("30", "31")).isFalse();
        assertThatThrownBy(() -> world.identities.undo(BY, merge.id())).isInstanceOf(PortalException.class);
    }

    @Test
    void anUndoAfterAFeedThatChangedThePersonIsSetRightByTheNextFeed() {
        families();
        UUID keep = world.person("30");
        UUID gone = world.person("31");
        Merge merge = world.identities.merge(BY, keep, gone);
        world.people.removeIf(record -> record.key().equals("31"));
        world.guardian("31", "Eva", "BLANC-NOIR", "1985-01-01", "neu@post.example.net", "")
                .feed();
        world.identities.undo(BY, merge.id());
        assertThat(names(keep)).isEqualTo("BLANC a@post.example.net");
        world.feed();
        assertThat(names(keep)).isEqualTo("BLANC a@post.example.net");
        assertThat(names(gone)).isEqualTo("BLANC-NOIR neu@post.example.net");
        assertThat(world.schools.directory.childrenOf(gone)).hasSize(1);
    }

    @Test
    void undoesTheLatestMergeFirst() {
        families();
        Merge one = world.identities.merge(BY, world.person("30"), world.person("31"));
        Merge two = world.identities.merge(BY, world.person("50"), one.kept());
        assertThat(world.schools.directory.childrenOf(two.kept())).hasSize(2);
        assertThatThrownBy(() -> world.identities.undo(BY, one.id()))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.messageKey()).isEqualTo("merge.later"));
    }

    @Test
    void anyMergesUndoneInReverseLeaveNothingBehind() {
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            try (World other = randomWorld(random)) {
                List<String> before = other.rows();
                List<UUID> done = mergeSome(other, random);
                assertThat(done).as("seed %s", seed).isNotEmpty();
                Collections.reverse(done);
                done.forEach(id -> other.identities.undo(BY, id));
                assertThat(other.rows()).as("seed %s", seed).isEqualTo(before);
            }
        }
    }

    private static List<UUID> mergeSome(World world, Random random) {
        List<UUID> done = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean pupils = random.nextInt(3) == 0;
            String a = (pupils ? "1" : random.nextBoolean() ? "3" : "5") + random.nextInt(6);
            String b = (pupils ? "1" : random.nextBoolean() ? "3" : "5") + random.nextInt(6);
            try {
                done.add(world.identities
                        .merge(BY, world.person(a), world.person(b))
                        .id());
            } catch (PortalException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
            }
        }
        return done;
    }

    private static World randomWorld(Random random) {
        World world = new World();
        for (int i = 0; i < 6; i++) {
            String first = "P" + random.nextInt(3);
            world.pupilOf(
                    random.nextBoolean() ? "1" : "2",
                    "1" + i,
                    first,
                    "NOM",
                    "2019-01-0" + (1 + random.nextInt(3)),
                    random.nextBoolean() ? "" : "INE" + i,
                    "3" + random.nextInt(3),
                    "3" + (3 + random.nextInt(3)));
            world.guardian("3" + i, "G" + random.nextInt(3), "NOM", null, "g" + i + "@x.example", "06000000" + i);
            world.teacher("5" + i, "T" + random.nextInt(3), "NOM", null, "", random.nextBoolean() ? "1" : "2");
        }
        world.feed();
        for (int i = 0; i < 6; i++) {
            UUID person = world.person((random.nextBoolean() ? "3" : "5") + i);
            List<Account> accounts = world.schools.accounts.ofPerson(person);
            if (random.nextBoolean()) {
                world.schools.accounts.activate(accounts.get(0).id());
                world.schools.accounts.used(accounts.get(0).id());
            }
        }
        return world;
    }
}
