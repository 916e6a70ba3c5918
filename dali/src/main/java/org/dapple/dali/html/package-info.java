/** Results as a page for people: {@link org.dapple.dali.html.HtmlWriter}. */
package org.dapple.dali.html;
