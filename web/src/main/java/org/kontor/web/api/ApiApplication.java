package org.kontor.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Version 1 of the REST contract. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {}
