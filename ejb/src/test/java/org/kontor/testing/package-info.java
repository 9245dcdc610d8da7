/** What tests of the business stand on: a real PostgreSQL and services wired as the container would. */
package org.kontor.testing;
