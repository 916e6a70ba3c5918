/** ADQL 2.1 in, PostgreSQL with pgSphere out: parse, check against a catalogue, translate. */
package org.dapple.adql;
