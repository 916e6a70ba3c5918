/** Where clients and storage are, and how far from each other: {@link org.dapple.datalink.place.Place}. */
package org.dapple.datalink.place;
