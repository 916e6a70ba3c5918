/** The text of cells as DALI wants it, written as bytes without a String in between: {@link org.dapple.dali.text.TextOutput}. */
package org.dapple.dali.text;
