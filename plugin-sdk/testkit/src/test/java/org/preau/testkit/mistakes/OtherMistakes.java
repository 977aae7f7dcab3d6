package org.preau.testkit.mistakes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preau.api.base.LocalizedText;
import org.preau.api.connector.Connector;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignInCounter;
import org.preau.testkit.contract.FeedContract;
import org.preau.testkit.contract.SignInCounterContract;
import org.preau.testkit.contract.SsoProtocolContract;

/** A counter, a protocol and a feed with one mistake each, and their contract tests. */
final class OtherMistakes {
    private OtherMistakes() {}

    static class LeadsAstray extends SignInCounterContract {
        @Override
        protected SignInCounter counter() {
            return new SignInCounter() {
                @Override
                public String id() {
                    return "badge";
                }

                @Override
                public LocalizedText label() {
                    return new LocalizedText("Badge", "Badge");
                }

                @Override
                public int order() {
                    return 1;
                }

                @Override
                public Optional<URI> signOut(PortalSession ended) {
                    return Optional.of(URI.create("http://badge.example/bye"));
                }
            };
        }
    }

    static class SendsAnywhere extends SsoProtocolContract {
        @Override
        protected SsoProtocol protocol() {
            return new SsoProtocol() {
                @Override
                public String name() {
                    return "pigeon";
                }

                @Override
                public void launch(
                        HttpServletRequest request,
                        HttpServletResponse response,
                        Connector connector,
                        PortalSession session) {
                    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                }

                @Override
                public boolean accepts(Connector connector, String destination) {
                    return true;
                }
            };
        }

        @Override
        protected Connector connector() {
            return ConnectorMistakes.connector(3, "pigeon", "https://trial.example/");
        }
    }

    static class ThrowsAtStrangeFiles extends FeedContract {
        @Override
        protected Feed feed() {
            return new LettersFeed();
        }

        @Override
        protected Path sample(Path folder) throws IOException {
            return Files.writeString(folder.resolve("letters.txt"), "letters\nAnne\n");
        }
    }

    /** Reads names of guardians, and throws at any other file. */
    private static final class LettersFeed implements Feed {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public LocalizedText label() {
            return new LocalizedText("Lettres", "Letters");
        }

        @Override
        public Map<String, Integer> read(Path file, FeedOptions options, FeedSink sink) {
            List<String> lines;
            try {
                lines = Files.readAllLines(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (lines.isEmpty() || !lines.get(0).equals("letters")) {
                throw new IllegalArgumentException("no letters");
            }
            sink.begin("24", true, LocalDate.of(2026, 11, 23));
            lines.stream().skip(1).forEach(name -> sink.add(guardian(name)));
            return Map.of("Letter", lines.size() - 1);
        }

        @Override
        public RecordForm form() {
            return (kind, key, file, attributes) -> guardian(key);
        }

        private static FeedRecord guardian(String name) {
            return new FeedRecord.Guardian(
                    "letters.txt",
                    name,
                    new FeedRecord.Names(name, name, List.of(), "", ""),
                    null,
                    "",
                    Map.of(),
                    "",
                    "",
                    "",
                    "",
                    false,
                    List.of(),
                    Map.of());
        }
    }
}
