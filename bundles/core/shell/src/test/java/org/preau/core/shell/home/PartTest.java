package org.preau.core.shell.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartTest {
    private final UI ui = new UI();
    private final List<String> drawn = new ArrayList<>();
    private final Part<String> part = new Part<>("part", model -> {
        drawn.add(model);
        return model;
    });

    @BeforeEach
    void aPageOfASession() {
        ui.getInternals().setSession(new VaadinSession(new VaadinServletService() {}) {
            @Override
            public void checkHasLock() {}

            @Override
            public boolean hasLock() {
                return true;
            }
        });
    }

    @Test
    void whatItIsToldManyTimesBeforeAnAnswerLeavesIsDrawnAndSentOnce() {
        ui.add(part);
        for (int apps = 1; apps <= 60; apps++) {
            part.show("<li>" + apps);
        }

        assertThat(answer()).containsExactly("<li>60");
        assertThat(drawn).containsExactly("<li>60");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        ui.add(part);
        part.show("<li>1");
        assertThat(answer()).containsExactly("<li>1");
        part.show("<li>1");
        assertThat(answer()).isEmpty();
        part.show("<li>2");
        assertThat(answer()).containsExactly("<li>2");
    }

    @Test
    void aPageThatIsAttachedAgainIsToldAgain() {
        ui.add(part);
        part.show("<li>1");
        answer();
        ui.remove(part);
        ui.add(part);
        part.show("<li>1");
        assertThat(answer()).containsExactly("<li>1");
    }

    @Test
    void whatIsShownBeforeThePageIsThereIsNotLost() {
        part.show("");
        part.show("<li>1");
        ui.add(part);
        assertThat(answer()).containsExactly("<li>1");
        assertThat(part.isVisible()).isTrue();
    }

    /** What the next answer to the browser tells parts to show. */
    private List<String> answer() {
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(sent -> String.valueOf(sent.getInvocation().getParameters().get(0)))
                .toList();
    }
}
