/** What the service says about itself, for VOSI: its {@link org.dapple.tap.vosi.TapCapabilities} and {@link org.dapple.tap.vosi.PublishedTables}. */
package org.dapple.tap.vosi;
