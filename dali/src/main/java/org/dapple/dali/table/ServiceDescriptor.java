package org.dapple.dali.table;

/**
 * A service that takes the values of one column of a result (DataLink 1.1 §4).
 *
 * @param standardId identifier of the standard it follows, such as {@code ivo://ivoa.net/std/DataLink#links-1.1}
 * @param accessUrl its absolute URL
 * @param contentType media type of its answers
 * @param parameter the parameter that takes the values, such as {@code ID}
 * @param column place of the column in the result, from 0
 */
public record ServiceDescriptor(
        String standardId, String accessUrl, String contentType, String parameter, int column) {}
