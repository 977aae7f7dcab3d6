package org.preau.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;

class KitTest {
    private final UI ui = new UI();

    @BeforeEach
    void open() {
        ui.setLocale(Locale.FRENCH);
        UI.setCurrent(ui);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(KitTest::all));
    }

    private static Button button(Component root, String text) {
        return all(root)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(found -> found.getText().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component root) {
        return root.getElement().getTextRecursively();
    }

    // ---------------------------------------------------------------- list

    private final List<PageRequest> asked = new ArrayList<>();

    private Page<Integer> numbers(PageRequest request, int total) {
        asked.add(request);
        List<Integer> items = IntStream.range(request.offset(), Math.min(total, request.offset() + request.limit()))
                .boxed()
                .toList();
        return new Page<>(items, total);
    }

    @Test
    void aListShowsItsFirstPageAndTheNextWhenAsked() {
        ItemList<Integer> list = new ItemList<>(page -> numbers(page, 45), number -> new Item("Ligne " + number));
        ui.add(list);
        list.refresh();
        assertThat(text(list)).contains("Ligne 19", "Voir plus (encore 25)").doesNotContain("Ligne 20");

        button(list, "Voir plus").click();
        assertThat(text(list)).contains("Ligne 39", "encore 5");
        list.refresh();
        assertThat(asked).last().isEqualTo(PageRequest.first(40));

        button(list, "Voir plus").click();
        assertThat(text(list)).contains("Ligne 44").doesNotContain("Voir plus");
    }

    @Test
    void anEmptyListSaysSo() {
        ItemList<Integer> plain = new ItemList<>(page -> numbers(page, 0), number -> new Div());
        plain.refresh();
        assertThat(text(plain)).contains("Rien à afficher");
        ItemList<Integer> own = new ItemList<Integer>(page -> numbers(page, 0), number -> new Div())
                .empty(new EmptyState(Picture.PEOPLE, "Personne encore."));
        own.refresh();
        assertThat(text(own)).contains("Personne encore.");
    }

    @Test
    void anItemIsALinkWithItsWords() {
        Item item = new Item("Sortie")
                .detail("CE2")
                .meta("lundi")
                .href("/app/news/article/1")
                .marked(true);
        assertThat(text(item)).contains("Nouveau", "Sortie", "CE2", "lundi");
        assertThat(all(item).map(Component::getElement).filter(e -> e.getTag().equals("a")))
                .singleElement()
                .extracting(e -> e.getAttribute("href"))
                .isEqualTo("/app/news/article/1");
    }

    // ---------------------------------------------------------------- form

    @Test
    void errorsStandBesideTheFieldAndAreSummedUp() {
        TextField name = new TextField("Titre");
        FormPanel form = new FormPanel().field(name, "Quelques mots");
        form.submit("Envoyer", () -> {
            if (name.isEmpty()) {
                form.error(name, "Donnez un titre.");
            }
        });
        ui.add(form);
        button(form, "Envoyer").click();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("Donnez un titre.");
        assertThat(name.getHelperText()).isEqualTo("Quelques mots");
        assertThat(summary(form).isVisible()).isTrue();
        assertThat(text(summary(form))).contains("à corriger", "Donnez un titre.");

        name.setValue("Sortie");
        button(form, "Envoyer").click();
        assertThat(name.isInvalid()).isFalse();
        assertThat(summary(form).isVisible()).isFalse();
        assertThat(form.hasErrors()).isFalse();
    }

    @Test
    void aFailureOfThePortalsIsShownOnTop() {
        FormPanel form = new FormPanel();
        form.alternative("Garder", () -> {
            throw new PortalException(ErrorCode.CONFLICT, "somebody else was faster", null);
        });
        ui.add(form);
        button(form, "Garder").click();
        assertThat(text(summary(form))).contains("somebody else was faster");
    }

    private static Component summary(FormPanel form) {
        return form.getChildren().findFirst().orElseThrow();
    }

    // ---------------------------------------------------------------- small ones

    @Test
    void anAvatarShowsInitialsAndIsDecoration() {
        Element avatar = new Avatar("Zoé Le Goff").getElement();
        assertThat(avatar.getAttribute("data-initials")).isEqualTo("ZL");
        assertThat(avatar.getAttribute("aria-hidden")).isEqualTo("true");
        assertThat(new Avatar("").getElement().getAttribute("data-initials")).isEmpty();
        assertThat(new Avatar("Ana").getClassNames()).isEqualTo(new Avatar("Ana").getClassNames());
    }

    @Test
    void aHeaderHasOneTitleAWayBackAndActions() {
        PageHeader header = new PageHeader("Actualités")
                .subtitle("de l'école")
                .back("Accueil", "/")
                .actions(new Button("Écrire"));
        header.title("Nouvelles").subtitle("de la classe");
        assertThat(all(header).filter(c -> c.getElement().getTag().equals("h1")))
                .hasSize(1);
        assertThat(text(header))
                .contains("Nouvelles", "de la classe", "Accueil", "Écrire")
                .doesNotContain("Actualités");
    }

    @Test
    void aQuestionAsksBeforeItActs() {
        List<String> done = new ArrayList<>();
        Confirm.irreversible("Supprimer ?", "Tout sera effacé.", "Supprimer", () -> done.add("deleted"));
        Component dialog = ui.getChildren()
                .filter(c -> c.getElement().getTag().equals("dialog"))
                .findFirst()
                .orElseThrow();
        assertThat(text(dialog)).contains("Tout sera effacé.");
        button(dialog, "Ne rien faire").click();
        assertThat(done).isEmpty();
        button(dialog, "Supprimer").click();
        assertThat(done).containsExactly("deleted");
    }

    @Test
    void anUnknownIconIsASquareAndLinksAwayAreTheBrowsers() {
        assertThat(new AppIcon("no-such").getElement().getProperty("innerHTML")).startsWith("<svg");
        assertThat(Links.away("/signout", "Sortir").getElement().hasAttribute("router-ignore"))
                .isTrue();
        assertThat(Links.to("/", "Accueil").getElement().hasAttribute("router-ignore"))
                .isFalse();
        assertThat(KitResources.url(KitTest.class, "kit.css")).isEqualTo("/res/kit.css");
    }

    @Test
    void cardsAndRichTextShowWhatTheyAreGiven() {
        Card card = new Card("Titre").icon("home").more("Tout", "/app/news").title("Autre");
        assertThat(text(card)).contains("Autre", "Tout");
        assertThat(new RichText("<p>Bonjour</p>").getElement().getProperty("innerHTML"))
                .isEqualTo("<p>Bonjour</p>");
        RichTextEditor editor = new RichTextEditor("Texte");
        editor.setHelperText("aide");
        editor.setValue("<p>x</p>");
        assertThat(editor.getValue()).isEqualTo("<p>x</p>");
        assertThat(editor.getLabel()).isEqualTo("Texte");
    }

    @Test
    void textsFollowThePagesLanguage() {
        assertThat(KitTexts.text("notice.undo")).isEqualTo("Annuler");
        ui.setLocale(Locale.ENGLISH);
        assertThat(KitTexts.text("notice.undo")).isEqualTo("Undo");
        UI.setCurrent(null);
        assertThat(KitTexts.text("notice.undo")).isEqualTo("Annuler");
    }
}
