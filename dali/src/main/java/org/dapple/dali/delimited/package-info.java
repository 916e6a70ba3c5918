/** Results as comma-separated and tab-separated values: {@link org.dapple.dali.delimited.DelimitedWriter}. */
package org.dapple.dali.delimited;
