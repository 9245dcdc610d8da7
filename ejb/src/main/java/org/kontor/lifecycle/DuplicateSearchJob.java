package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.jobs.PieceByPiece;

/** Runs searches for duplicates, piece by piece. */
@ApplicationScoped
public class DuplicateSearchJob extends PieceByPiece {

    /** The kind of these jobs. */
    public static final String KIND = "duplicate-search";

    @Inject
    DuplicateSearchPieces pieces;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected Pieces pieces() {
        return pieces;
    }
}
