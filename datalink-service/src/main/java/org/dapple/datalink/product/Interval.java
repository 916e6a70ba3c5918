package org.dapple.datalink.product;

/**
 * A range of a coordinate that a data product covers.
 *
 * @param min not NaN
 * @param max not NaN
 */
public record Interval(double min, double max) {}
