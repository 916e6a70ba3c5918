/** The commands of {@code ./dapple}, behind {@link Main}. */
package org.dapple.standalone;
