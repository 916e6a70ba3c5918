/** What the metadata says of a data product: {@link org.dapple.datalink.product.Product}. */
package org.dapple.datalink.product;
