package org.dapple.datalink.links;

import org.dapple.datalink.product.Product;
import org.dapple.datalink.replica.SodaEndpoint;

/**
 * A cutout service for one product (SODA 1.0 §4).
 *
 * @param xmlId what links refer to
 * @param dataId what the service gets as ID
 * @param soda where it is
 * @param product what can be cut
 */
record CutoutDescriptor(String xmlId, String dataId, SodaEndpoint soda, Product product) {}
