package ${package};

import java.io.IOException;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;

/** What the application keeps about a person: given to him when he asks, erased when he goes. */
@Component
public final class BoardData implements PersonalData {
    private final Board board;

    /** Made by the portal. */
    @Activate
    public BoardData(@Reference Board board) {
        this.board = board;
    }

    @Override
    public String id() {
        return BoardApplication.ID;
    }

    @Override
    public LocalizedText name() {
        return BoardApplication.TEXTS.both("data.name");
    }

    @Override
    public void export(DataSubject who, PersonalArchive archive) throws IOException {
        String notes = board.writtenBy(who.personId()).stream()
                .map(note -> note.at() + " " + note.text() + "\n")
                .collect(Collectors.joining());
        if (!notes.isEmpty()) {
            archive.text("notes.txt", notes);
        }
    }

    @Override
    public int erase(DataSubject who) {
        return board.erase(who.personId());
    }
}
