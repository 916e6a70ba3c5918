/** Results as aligned plain text: {@link org.dapple.dali.plain.PlainTextWriter}. */
package org.dapple.dali.plain;
