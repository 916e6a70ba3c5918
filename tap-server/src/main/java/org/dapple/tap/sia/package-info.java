/** SIA 2.0: from the parameters of its query resource to a query, {@link org.dapple.tap.sia.ImageSearch}. */
package org.dapple.tap.sia;
