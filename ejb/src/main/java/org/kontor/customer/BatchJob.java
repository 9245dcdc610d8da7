package org.kontor.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.jobs.PieceByPiece;

/** Runs batches, piece by piece. */
@ApplicationScoped
public class BatchJob extends PieceByPiece {

    /** The kind of these jobs. */
    public static final String KIND = "customer-batch";

    @Inject
    BatchPieces pieces;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    protected Pieces pieces() {
        return pieces;
    }
}
