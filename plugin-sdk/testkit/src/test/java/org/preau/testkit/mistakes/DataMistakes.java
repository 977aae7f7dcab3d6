package org.preau.testkit.mistakes;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;
import org.preau.testkit.contract.PersonalDataContract;
import org.preau.testkit.contract.SearchProviderContract;

/** Data of people and searches with one mistake each, and their contract tests. */
final class DataMistakes {
    private DataMistakes() {}

    static class None extends Kept {
        None() {
            super(new Letters());
        }
    }

    static class GivesEverybodysData extends Kept {
        GivesEverybodysData() {
            super(new Letters() {
                @Override
                public void export(DataSubject who, PersonalArchive archive) throws IOException {
                    archive.text("letters.txt", String.join("\n", letters.values()));
                }
            });
        }
    }

    static class TellsASecret extends Kept {
        TellsASecret() {
            super(new Letters() {
                @Override
                public void export(DataSubject who, PersonalArchive archive) throws IOException {
                    if (letters.containsKey(who.personId())) {
                        archive.text("letters.txt", "sealed with key-123");
                    }
                }
            });
        }
    }

    static class ErasesEverybody extends Kept {
        ErasesEverybody() {
            super(new Letters() {
                @Override
                public int erase(DataSubject who) {
                    int count = letters.containsKey(who.personId()) ? 1 : 0;
                    letters.clear();
                    return count;
                }
            });
        }
    }

    static class StumblesOverStrangers extends Kept {
        StumblesOverStrangers() {
            super(new Letters() {
                @Override
                public int erase(DataSubject who) {
                    if (letters.remove(who.personId()) == null) {
                        throw new IllegalStateException("never heard of " + who.personId());
                    }
                    return 1;
                }
            });
        }
    }

    static class FindsTooMuch extends SearchProviderContract {
        @Override
        protected SearchProvider provider() {
            return new SearchProvider() {
                @Override
                public String id() {
                    return "letters";
                }

                @Override
                public LocalizedText name() {
                    return new LocalizedText("Lettres", "Letters");
                }

                @Override
                public Page<SearchHit> search(UserContext user, String words, int most) {
                    SearchHit hit = new SearchHit("Une lettre", "", "/app/letters");
                    return new Page<>(List.of(hit, hit, hit, hit), 4);
                }
            };
        }
    }

    /** A part that keeps letters in memory. */
    private static class Letters implements PersonalData {
        final Map<UUID, String> letters = new HashMap<>();

        @Override
        public String id() {
            return "letters";
        }

        @Override
        public LocalizedText name() {
            return new LocalizedText("Lettres", "Letters");
        }

        @Override
        public void export(DataSubject who, PersonalArchive archive) throws IOException {
            String letter = letters.get(who.personId());
            if (letter != null) {
                archive.text("letters.txt", letter);
            }
        }

        @Override
        public int erase(DataSubject who) {
            return letters.remove(who.personId()) == null ? 0 : 1;
        }
    }

    abstract static class Kept extends PersonalDataContract {
        private final Letters letters;

        Kept(Letters letters) {
            this.letters = letters;
        }

        @Override
        protected PersonalData data() {
            return letters;
        }

        @Override
        protected void keepSomethingAbout(DataSubject who) {
            letters.letters.put(who.personId(), "Bonjour");
        }

        @Override
        protected List<String> secrets() {
            return List.of("key-123");
        }
    }
}
