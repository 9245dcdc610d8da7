package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** Opens stored files as tables. */
@ApplicationScoped
public class TableSource {

    @Inject
    ImportFiles files;

    /** The table of an uploaded file, below its header. */
    Table open(ImportView view) {
        Reader text = new InputStreamReader(files.open(view.id()), Charset.forName(view.charset()));
        return Table.open(text, view.delimiter().charAt(0), view.header());
    }
}
