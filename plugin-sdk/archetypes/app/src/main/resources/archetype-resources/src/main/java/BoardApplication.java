package ${package};

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;

/** The application as the portal sees it. It is there as long as this service is. */
@Component(service = PortalApplication.class)
public final class BoardApplication implements PortalApplication {
    /** Its id: its address is {@code /app/${artifactId}}. */
    static final String ID = "${artifactId}";

    static final Texts TEXTS = Texts.of(BoardApplication.class);
    private static final int CARD = 3;
    private static final int ORDER = 500;

    private final Board board;

    /** Made by the portal. */
    @Activate
    public BoardApplication(@Reference Board board) {
        this.board = board;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                ID,
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "notebook",
                Hue.TEAL,
                EnumSet.allOf(Profile.class),
                ORDER);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", BoardView.class, view -> new BoardView(board, view)));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        List<HomeCard.Line> lines = board.notes(user.session(), PageRequest.first(CARD)).items().stream()
                .map(note -> new HomeCard.Line(note.text(), note.author(), ""))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeCard(TEXTS.text(user.locale(), "app.name"), lines));
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }
}
