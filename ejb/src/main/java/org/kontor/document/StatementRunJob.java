package org.kontor.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.jobs.PieceByPiece;

/** Makes the statements of a run, piece by piece. */
@ApplicationScoped
public class StatementRunJob extends PieceByPiece {

    /** The kind of these jobs. */
    public static final String KIND = "statement-run";

    @Inject
    StatementRunPieces pieces;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected Pieces pieces() {
        return pieces;
    }
}
