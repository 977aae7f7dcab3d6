package org.preau.core.admin.console.rule;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import org.preau.api.base.PageRequest;
import org.preau.api.communication.Effective;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.Preset;
import org.preau.api.communication.Setting;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Notice;

/** The rule of a structure: four to choose from, those wider than what is above allows cannot be. */
final class PresetCard extends Div {
    private final RuleDesk desk;
    private final RulesScreen screen;
    private final Structure place;
    private final Runnable reload;
    private final RadioButtonGroup<Preset> preset = new RadioButtonGroup<>();
    private final Checkbox guardians = new Checkbox();
    private final Checkbox widening = new Checkbox();

    PresetCard(RuleDesk desk, RulesScreen screen, Structure place, Runnable reload) {
        this.desk = desk;
        this.screen = screen;
        this.place = place;
        this.reload = reload;
        Effective now = desk.rules.effective(place.id());
        preset.setLabel(screen.text("rule"));
        preset.setItems(List.of(Preset.values()));
        preset.setItemLabelGenerator(each -> screen.text("preset." + each));
        preset.setItemEnabledProvider(each -> !each.isWiderThan(now.mostAllowed()));
        preset.setValue(now.preset());
        if (Preset.OPEN.isWiderThan(now.mostAllowed())) {
            preset.setHelperText(screen.text("preset.wider"));
        }
        guardians.setLabel(screen.text("guardians"));
        guardians.setValue(now.guardiansTogether());
        widening.setLabel(screen.text("widening"));
        widening.setValue(now.wideningAllowed());
        Card card = new Card(place.name());
        card.add(new Paragraph(decided(now)), preset, new Div(guardians));
        if (place.kind() != StructureKind.SCHOOL) {
            card.add(new Div(widening));
        }
        Div buttons = new Div(Buttons.primary(screen.text("save"), this::save));
        buttons.addClassName("preau-form-actions");
        if (now.decidedBy().filter(place.id()::equals).isPresent()) {
            buttons.add(Buttons.plain(
                    screen.text("reset"), () -> change(() -> desk.rules.reset(screen.subject(), place.id()))));
        }
        card.add(buttons);
        add(card);
    }

    private String decided(Effective now) {
        return now.decidedBy()
                .map(by -> by.equals(place.id())
                        ? screen.text("decided.here")
                        : screen.text(
                                "decided.above",
                                desk.structures.byId(by).map(Structure::name).orElse("–")))
                .orElseGet(() -> screen.text("decided.default"));
    }

    private void save() {
        NewSetting wanted = new NewSetting(preset.getValue(), widening.getValue(), Optional.of(guardians.getValue()));
        change(() -> desk.rules.set(screen.subject(), place.id(), wanted));
    }

    /** Does it and offers to put back what was set here before. */
    private void change(Runnable act) {
        Optional<NewSetting> before =
                desk.rules.history(screen.subject(), place.id(), PageRequest.first(1)).items().stream()
                        .findFirst()
                        .flatMap(Setting::setting);
        if (screen.done(act)) {
            reload.run();
            Notice.undo(screen.text("saved"), () -> {
                screen.done(() -> before.ifPresentOrElse(
                        setting -> desk.rules.set(screen.subject(), place.id(), setting),
                        () -> desk.rules.reset(screen.subject(), place.id())));
                reload.run();
            });
        }
    }
}
