/** Figures of a running service for its operators: {@link org.dapple.dali.metrics.Metrics}. */
package org.dapple.dali.metrics;
