package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.kontor.cadence.CadenceView;
import org.kontor.cadence.Cadences;

/** The cadences that there are. */
@Named("cadencesPage")
@ViewScoped
public class CadencesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Cadences cadences;

    private List<CadenceView> shown = List.of();

    /** Fetches them; called once when the page is opened. */
    public void open() {
        shown = cadences.list();
    }

    /** Cadences by name. */
    public List<CadenceView> getShown() {
        return shown;
    }
}
