/** HTTP doors of the TAP service, mounted by {@link org.dapple.tap.web.TapWebapp}. */
package org.dapple.tap.web;
