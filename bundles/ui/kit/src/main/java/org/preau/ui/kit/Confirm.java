package org.preau.ui.kit;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before what cannot be undone, and only then: everything else is done at once with {@link Notice#undo}. */
public final class Confirm {
    private Confirm() {}

    /**
     * Asks, naming what will happen.
     *
     * @param title what is asked: "Supprimer définitivement ?"
     * @param text what it means
     * @param label the verb on the button that does it
     * @param action what is done then
     */
    public static void irreversible(String title, String text, String label, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog(title, text, label, event -> action.run());
        dialog.setCancelable(true);
        dialog.setCancelText(KitTexts.text("confirm.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }
}
