package org.kontor.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/** Defines the data source by configuration alone, so that the same EAR serves every database. */
@Singleton
@DataSourceDefinition(
        name = DatabaseDefinition.NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=kontor.db.url:jdbc:postgresql://localhost:5432/kontor}",
        user = "${MPCONFIG=kontor.db.user:kontor}",
        password = "${MPCONFIG=kontor.db.password:}",
        minPoolSize = 2,
        maxPoolSize = DatabaseDefinition.DEFAULT_POOL_SIZE,
        // What the server adds to an error are the values of a row: they may be somebody's, and errors are logged.
        properties = {"ApplicationName=kontor", "reWriteBatchedInserts=true", "logServerErrorDetail=false"})
public class DatabaseDefinition {

    /** Connections at most, where {@code kontor.db.pool.max} says nothing else (see {@link PoolSize}). */
    static final int DEFAULT_POOL_SIZE = 32;

    /** JNDI name of the data source. */
    public static final String NAME = "java:app/jdbc/kontor";
}
